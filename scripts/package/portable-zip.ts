import { createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { Packed } from './pack.ts';

/**
 * The packed program in one .zip with one folder in it: unpacked anywhere it runs without being installed, with its
 * sandbox by user namespaces, since only root can give away the helper for the other kind. The path of the zip.
 * `compress` is for people who carry it about.
 */
export async function portableZip(
  { folder, version }: Packed,
  out: string,
  compress: boolean,
): Promise<string> {
  const name = `fangcang-desk-${version}-${process.platform}-${process.arch}`;
  const zip = new yazl.ZipFile();
  for (const file of (await readdir(folder, { recursive: true })).sort()) {
    const full = path.join(folder, file);
    const info = await stat(full);
    if (info.isFile())
      zip.addFile(full, path.posix.join(name, ...file.split(path.sep)), { mode: info.mode, compress });
  }
  zip.end();
  const made = path.join(out, `${name}.zip`);
  await pipeline(zip.outputStream, createWriteStream(made));
  return made;
}
