import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { fromBufferPromise } from 'yauzl';
import type { Language } from '#shared/messages/fill.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { sweepTemporary, temporaryIn } from '../db/durable.ts';
import { cannotWrite, type FreeName, renameToFree, writeThrough } from '../reports/save-file.ts';

interface WantedFile {
  name: FreeName;
  /** The file as it is when it is made at that time. */
  bytesAt(at: Instant): Promise<Buffer>;
}

/** The folder may be one of the network, where desks of other PCs write at the same time. */
const THIS_PC = createHash('sha256').update(hostname()).digest('hex').slice(0, 12);
const draftIn = (folder: string): string => temporaryIn(folder, 'part', THIS_PC);

/** Refuses a folder that takes no file, before anything is worked out for it, and sweeps what a kill left there. */
export async function tryFolder(folder: string, language: Language): Promise<void> {
  sweepDrafts(folder);
  const trial = draftIn(folder);
  try {
    await mkdir(folder, { recursive: true });
    await writeThrough(trial, Buffer.alloc(0));
  } catch (error) {
    throw cannotWrite(folder, error, language);
  } finally {
    await rm(trial, { force: true }).catch(() => undefined);
  }
}

/** A report that a kill fell into is still due, so this is done at the start after it. */
function sweepDrafts(folder: string): void {
  try {
    sweepTemporary(folder, THIS_PC);
  } catch {
    // What cannot be taken away keeps no report from being written.
  }
}

/**
 * Writes all of these files or none: each under another name first, then all renamed. One that is there already with the
 * same content, as after a crash before it was put on record, stays and is not written again beside it.
 */
export async function placeFiles(
  wanted: readonly WantedFile[],
  at: Instant,
  language: Language,
): Promise<string[]> {
  const drafts: { name: FreeName; draft: string | null; there: string | null }[] = [];
  const placed: string[] = [];
  let current = '';
  try {
    for (const { name, bytesAt } of wanted) {
      current = path.join(name.folder, name.stem + name.extension);
      const there = await findSame(name, bytesAt);
      const draft = there === null ? draftIn(name.folder) : null;
      drafts.push({ name, draft, there });
      if (draft === null) continue;
      await writeThrough(draft, await bytesAt(at));
      await utimes(draft, new Date(at), new Date(at));
    }
    const files: string[] = [];
    for (const { name, draft, there } of drafts) {
      current = path.join(name.folder, name.stem + name.extension);
      const file = there ?? (await renameToFree(draft ?? '', name));
      if (there === null) placed.push(file);
      files.push(file);
    }
    return files;
  } catch (error) {
    const left = [...placed, ...drafts.flatMap(({ draft }) => draft ?? [])];
    await Promise.all(left.map((file) => rm(file, { force: true }).catch(() => undefined)));
    throw cannotWrite(current, error, language);
  }
}

/** A file of that name, or of that name with a number, which says just what it would say if it were made at its time. */
async function findSame(
  { folder, stem, extension }: FreeName,
  bytesAt: WantedFile['bytesAt'],
): Promise<string | null> {
  for (let n = 1; ; n += 1) {
    const file = path.join(folder, `${stem}${n === 1 ? '' : `-${n}`}${extension}`);
    const found = await stat(file).catch(() => null);
    if (!found) return null;
    if (!found.isFile() || found.size === 0) continue;
    const bytes = await bytesAt(instantFromMillis(Math.floor(found.mtimeMs)));
    if (await isSame(await readFile(file), bytes, extension)) return file;
  }
}

/** A workbook is a zip, which notes when its parts were packed: there the parts are compared, by name and checksum. */
async function isSame(one: Buffer, other: Buffer, extension: string): Promise<boolean> {
  if (extension !== '.xlsx') return one.equals(other);
  const [parts, others] = [await partsOf(one), await partsOf(other)];
  return parts !== null && parts === others;
}

/** Null for what is no zip: somebody else’s file. */
async function partsOf(bytes: Buffer): Promise<string | null> {
  try {
    const zip = await fromBufferPromise(bytes);
    const parts: string[] = [];
    for await (const { fileName, crc32 } of zip.eachEntry()) parts.push(`${fileName} ${crc32}`);
    return parts.sort().join('\n');
  } catch {
    return null;
  }
}
