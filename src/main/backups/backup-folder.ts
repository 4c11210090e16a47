import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type BackupCopy, type BackupInfo, backupInfo } from '#shared/contract/backups.ts';
import { type Instant, instantFromMillis, isInstant } from '#shared/rules/instant.ts';
import { syncFolder, writeDurably } from '../db/durable.ts';
import { isEncrypted } from './is-encrypted.ts';
import { copiesToDrop } from './rotation-rules.ts';

/** Where the copies of a ward lie: beside its file, so that a demonstration's never mix with the real ones. */
export const backupFolderOf = (wardFile: string): string => join(dirname(wardFile), 'backups');

/** Of a second target only a folder of this ward's own is touched: other things lie on a USB disk, too. */
export const targetFolderOf = (target: string, wardId: string): string =>
  join(target, `fangcang-${wardId.slice(0, 8)}`);

const ENDING = '.wardbackup';
const NAME = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2}\.\d{3}Z)\.wardbackup$/;

/** `2022-04-08T12-00-00.000Z.wardbackup`: no colons, which Windows has no names with. */
const nameOf = (at: Instant): string => `${at.replaceAll(':', '-')}${ENDING}`;

export const infoFileOf = (file: string): string => file.replace(/\.wardbackup$/, '.json');

function timeInName(name: string): Instant | null {
  const [, hour, minute, second] = NAME.exec(name) ?? [];
  const text = `${hour}:${minute}:${second}`;
  return isInstant(text) ? text : null;
}

/** Newest first, by number; copies of which nothing is known come last. A folder that is missing holds none. */
export async function listCopies(folder: string, place: BackupCopy['place']): Promise<BackupCopy[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ENDING));
  const copies = await Promise.all(names.map((name) => describeCopy(join(folder, name), place)));
  return copies
    .filter((copy) => copy !== null)
    .sort(
      (a, b) =>
        (b.info?.number ?? 0) - (a.info?.number ?? 0) || (b.takenAt ?? '').localeCompare(a.takenAt ?? ''),
    );
}

/** Null where there is no such file. */
export async function describeCopy(file: string, place: BackupCopy['place']): Promise<BackupCopy | null> {
  const there = await stat(file).catch(() => null);
  if (!there?.isFile()) return null;
  const info = await readInfo(infoFileOf(file));
  const takenAt = info?.takenAt ?? timeInName(basename(file));
  const encrypted = info?.encrypted ?? (await isEncrypted(file).catch(() => false));
  const damaged = info !== null && info.bytes !== there.size;
  return { file, place, bytes: there.size, takenAt, info, encrypted, damaged };
}

async function readInfo(file: string): Promise<BackupInfo | null> {
  try {
    return backupInfo.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Gives a written copy its name, with what may be public beside it. The description comes first: a copy without one
 * would never be rotated away, a description without a copy is swept.
 */
export async function putAway(part: string, folder: string, info: BackupInfo): Promise<string> {
  const file = await freeName(folder, info.takenAt);
  writeInfo(file, info);
  await rename(part, file);
  syncFolder(folder);
  return file;
}

/** Two copies in one millisecond, or the clock was set back to one that is taken: the name only has to be free. */
export async function freeName(folder: string, at: Instant): Promise<string> {
  for (let later = 0; ; later += 1) {
    const file = join(folder, nameOf(instantFromMillis(Date.parse(at) + later)));
    if ((await stat(file).catch(() => null)) === null) return file;
  }
}

export const writeInfo = (file: string, info: BackupInfo): void =>
  writeDurably(infoFileOf(file), `${JSON.stringify(info, null, 2)}\n`);

/** Removes what rotation no longer keeps of this ward, and nothing else. Answers how many went. */
export async function rotate(folder: string, wardId: string, now: Instant): Promise<number> {
  const known = (await listCopies(folder, 'first')).flatMap((copy) =>
    copy.info?.wardId === wardId ? [{ ...copy, info: copy.info }] : [],
  );
  const files = new Map(known.map(({ file, info }) => [info, file]));
  const rows = known.map(({ info, damaged }) => ({ copy: info, verified: info.checked && !damaged }));
  const drop = copiesToDrop(
    rows.map(({ copy, verified }) => ({ ...copy, verified, of: copy })),
    now,
  );
  for (const { of } of drop) {
    const file = files.get(of);
    if (file === undefined) continue;
    await rm(file, { force: true });
    await rm(infoFileOf(file), { force: true });
  }
  return drop.length;
}

const ORPHAN_AFTER_MS = 10 * 60_000;

/** Descriptions whose copy is gone: a kill fell between the two. */
export async function sweepDescriptions(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const copy = name.replace(/\.json$/, ENDING);
    if (copy === name || !NAME.test(copy)) continue;
    const [there, old] = await Promise.all(
      [copy, name].map((each) => stat(join(folder, each)).catch(() => null)),
    );
    if (!there && old && Date.now() - old.mtimeMs > ORPHAN_AFTER_MS)
      await rm(join(folder, name), { force: true });
  }
}
