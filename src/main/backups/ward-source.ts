import { statSync } from 'node:fs';

/**
 * What the ward's files look like: another answer means that something was written. Never opened here, only looked at:
 * on Linux, closing any other handle to a database file lets go of the locks that SQLite holds on it in this process.
 */
export function sourceOf(wardFile: string): string {
  const looks = [wardFile, `${wardFile}-wal`].map((file) => {
    const there = statSync(file, { throwIfNoEntry: false });
    return there && there.size > 0 ? `${there.size}@${there.mtimeMs}` : '-';
  });
  return looks.join(' ');
}
