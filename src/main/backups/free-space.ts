import { statfs } from 'node:fs/promises';

/** What an ordinary user may still write there, in bytes. */
export async function freeSpace(folder: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}
