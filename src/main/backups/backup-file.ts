import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ReadableStream as Chunks } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';
import { z } from 'zod';
import { backupFacts } from '#shared/contract/backups.ts';
import { OWNER_ONLY } from '../db/durable.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { BadCopy } from './check-copy.ts';
import { isEncrypted } from './is-encrypted.ts';

/**
 * A copy of the ward in one file: a line of JSON, then the bytes of the database; the whole of it sealed with age to
 * the recovery key, if the ward has one. Anybody with the paper reads it with the `age` program alone.
 */
const manifest = z.strictObject({
  ...backupFacts.shape,
  /** The ward's secret in base64, which opens the database on another PC; null where it would lie in the open. */
  secret: z.base64().nullable(),
  databaseBytes: z.int().min(1),
  databaseSha256: z.string().length(64),
});
export type BackupManifest = z.infer<typeof manifest>;

const CHUNK = 1 << 20;
const LONGEST_MANIFEST = 1 << 16;

export interface Written {
  bytes: number;
  sha256: string;
}

/** Writes the container; `part` must not exist yet. It is on the disk when this returns. */
export async function writeBackupFile(
  part: string,
  told: BackupManifest,
  database: string,
  recipient: string | null,
): Promise<Written> {
  return writeAll(part, () => sealedTo(recipient, contentOf(told, database)));
}

/** Seals a copy that was written in the open. */
export const sealWhole = async (from: string, to: string, recipient: string): Promise<Written> =>
  writeAll(to, () => sealedTo(recipient, chunksOf(from)));

/** Seals a few words. */
export const sealWords = (words: string, to: string, recipient: string): Promise<Written> =>
  writeAll(to, () => sealedTo(recipient, chunkOf(words)));

async function* chunkOf(words: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(words);
}

/** Copies a file and tells what was written. */
export const copyDurably = (from: string, to: string): Promise<Written> =>
  writeAll(to, async () => chunksOf(from));

/** What is to be read is opened once `to` is: where that cannot be written, nobody would close it. */
async function writeAll(to: string, chunks: () => Promise<AsyncIterable<Uint8Array>>): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(to, 'wx', OWNER_ONLY);
  try {
    for await (const chunk of await chunks()) {
      hash.update(chunk);
      bytes += chunk.length;
      await writeWhole(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function writeWhole(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    done += (await handle.write(chunk, done, chunk.length - done)).bytesWritten;
  }
}

export async function digestOf(file: string): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunksOf(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Reads back what was written. Throws {@link BadCopy} where the disk holds something else. */
export async function requireSame(file: string, written: Written): Promise<void> {
  const { bytes, sha256 } = await digestOf(file);
  if (bytes !== written.bytes || sha256 !== written.sha256) throw new BadCopy('SHA-256');
}

const chunksOf = (file: string): AsyncIterable<Uint8Array> =>
  createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>;

async function* contentOf(told: BackupManifest, database: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(`${JSON.stringify(told)}\n`);
  yield* chunksOf(database);
}

async function sealedTo(
  recipient: string | null,
  chunks: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  if (recipient === null) return chunks;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return (await encrypter.encrypt(streamOf(chunks))) as unknown as AsyncIterable<Uint8Array>;
}

/** Node's own streams are the browser's in all but the type. */
const streamOf = (chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  Chunks.from(chunks) as unknown as ReadableStream<Uint8Array>;

/**
 * Writes the database of a copy to `to`, a new file, and answers what the copy says of itself. `identity` is the age
 * identity of the recovery key. Refuses `recovery-key-needed`, `backup-key-wrong`, `backup-damaged` and `not-a-backup`.
 */
export async function unpackBackupFile(
  file: string,
  identity: string | null,
  to: string,
): Promise<BackupManifest> {
  const chunks = (await opened(file, identity))[Symbol.asyncIterator]();
  const next = async (): Promise<Uint8Array | null> => {
    try {
      const { value, done } = await chunks.next();
      return done ? null : value;
    } catch (error) {
      throw new Refusal('backup-damaged', {
        file,
        problem: error instanceof Error ? error.message : '?',
      });
    }
  };
  let head = Buffer.alloc(0);
  let end = -1;
  while (end < 0) {
    const chunk = await next();
    refuseUnless(chunk !== null && head.length <= LONGEST_MANIFEST, 'not-a-backup', () => ({ file }));
    head = Buffer.concat([head, chunk]);
    end = head.indexOf(10);
  }
  const told = readManifest(head.toString('utf8', 0, end), file);
  async function* database(): AsyncIterable<Uint8Array> {
    yield head.subarray(end + 1);
    for (let chunk = await next(); chunk; chunk = await next()) yield chunk;
  }
  const { bytes, sha256 } = await writeAll(to, async () => database());
  refuseUnless(bytes === told.databaseBytes && sha256 === told.databaseSha256, 'backup-damaged', () => ({
    file,
    problem: 'SHA-256',
  }));
  return told;
}

function readManifest(line: string, file: string): BackupManifest {
  try {
    return manifest.parse(JSON.parse(line));
  } catch {
    throw new Refusal('not-a-backup', { file });
  }
}

async function opened(file: string, identity: string | null): Promise<AsyncIterable<Uint8Array>> {
  if (!(await isEncrypted(file))) return chunksOf(file);
  if (identity === null) throw new Refusal('recovery-key-needed');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const content = await decrypter.decrypt(streamOf(chunksOf(file)));
    return content as unknown as AsyncIterable<Uint8Array>;
  } catch {
    // Another key, or a head that is damaged: age cannot tell the one from the other either.
    throw new Refusal('backup-key-wrong', { file });
  }
}
