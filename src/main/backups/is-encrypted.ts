import { open } from 'node:fs/promises';

const AGE_HEADER = 'age-encryption.org/v1';

/** Sealed to a recovery key? By its first bytes, whatever stands beside it. */
export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE_HEADER.length), 0, AGE_HEADER.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === AGE_HEADER;
  } finally {
    await handle.close();
  }
}
