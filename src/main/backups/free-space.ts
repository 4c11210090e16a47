import { statfs } from 'node:fs/promises';
import { refuseUnless } from '../ipc/refusal.ts';

/** What an ordinary user may still write there, in bytes. */
export async function freeSpace(folder: string): Promise<{ free: number; total: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** Left for the ward itself: a copy must not be what fills the disk. */
export const SPARE_BYTES = 64 * 2 ** 20;

/** Refuses `backup-no-space`. */
export async function requireSpace(folder: string, needed: number): Promise<void> {
  const { free } = await freeSpace(folder);
  refuseUnless(free >= needed, 'backup-no-space', () => ({
    folder,
    free: megabytes(free),
    needed: megabytes(needed),
  }));
}

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 2 ** 20));
