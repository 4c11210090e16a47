import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '#shared/rules/instant.ts';
import { isAtWork, syncFolder, wipe, writeDurably } from '../db/durable.ts';
import { keysFileOf } from '../keys/key-file.ts';

/** Where the ward that is to come lies, whole and checked, until it takes the place of the present one. */
export const comingFileOf = (file: string): string => `${file}.restored`;

/** What belongs to one SQLite database and must never be parted: an old -wal beside another file destroys it. */
const PARTS = ['', '-wal', '-shm', '-journal'];
/** What an interrupted protection left (keys/protection-leftovers.ts) is of the ward that is set aside, too. */
const LEFT = ['.sealing', '.sealing-journal', '.plain'];
const LEFT_KEYS = ['.sealing', '.plain'];

const INTENT = 'restore.json';
const intent = z.strictObject({ aside: z.string() });

/** `set-aside/2022-04-08T12-00-00.000Z`: files keep their names in it, so that the old ward opens there as it was. */
const asideFolderOf = (wardFile: string, now: Instant): string =>
  join(setAsideOf(wardFile), now.replaceAll(':', '-'));

/** Where the wards lie that others took the place of. */
export const setAsideOf = (wardFile: string): string => join(dirname(wardFile), 'set-aside');

/**
 * Puts the restored ward in the place of the present one, whatever state that is in: the present database is moved aside
 * together with its -wal and -shm, the key file with them where another comes; nothing is deleted. Nobody may have the
 * ward open. What is going to be done stands on the disk before the first file moves, so after a kill at any point
 * {@link finishSwap} does the rest; until then there is either the old ward or the new one, and never half of both.
 */
export function swapWard(wardFile: string, now: Instant): { aside: string } {
  const aside = asideFolderOf(wardFile, now);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  syncFolder(dirname(aside));
  writeDurably(join(dirname(wardFile), INTENT), JSON.stringify({ aside }));
  finishSwap(wardFile);
  return { aside };
}

/** Completes a swap that a kill interrupted. To be called before a ward file is looked for; does nothing otherwise. */
export function finishSwap(wardFile: string): boolean {
  const folder = dirname(wardFile);
  const file = join(folder, INTENT);
  if (!existsSync(file)) return false;
  const { aside } = intent.parse(JSON.parse(readFileSync(file, 'utf8')));
  const keys = keysFileOf(wardFile);
  // The database last: as long as it waits, what has the ward's name is the old one or its rest.
  replace(keys, ['', ...LEFT_KEYS], aside);
  replace(wardFile, [...PARTS, ...LEFT], aside);
  rmSync(file);
  syncFolder(folder);
  return true;
}

const markOf = (wardFile: string): string => `${comingFileOf(wardFile)}.by`;

/** Says which process makes a ward ready. */
export const markComing = (wardFile: string): void => writeDurably(markOf(wardFile), String(process.pid));

/** What was made ready and is not wanted any more; never what a swap that has begun still needs. */
export function discardComing(wardFile: string): void {
  if (existsSync(join(dirname(wardFile), INTENT))) return;
  // Overwritten: until it was encrypted, a copy from before the ward was protected has everybody's names in the open.
  for (const file of [wardFile, keysFileOf(wardFile)])
    for (const part of PARTS) wipe(comingFileOf(file) + part);
  rmSync(markOf(wardFile), { force: true });
}

/** The same for what a kill left; nothing where somebody is just making it. */
export function sweepComing(wardFile: string): void {
  const mark = markOf(wardFile);
  if (existsSync(mark) && isAtWork(mark, Number(readFileSync(mark, 'utf8')))) return;
  discardComing(wardFile);
}

function replace(file: string, parts: readonly string[], aside: string): void {
  const coming = comingFileOf(file);
  if (!existsSync(coming)) return;
  for (const part of parts) {
    if (existsSync(file + part)) renameSync(file + part, join(aside, basename(file) + part));
  }
  syncFolder(aside);
  syncFolder(dirname(file));
  renameSync(coming, file);
  syncFolder(dirname(file));
}

/**
 * A -wal or -shm whose database is gone: moved aside before a new database takes the name, for SQLite would replay it
 * into that one.
 */
export function setAsideStrays(wardFile: string, now: Instant): void {
  if (existsSync(wardFile)) return;
  const strays = PARTS.filter((part) => part !== '' && existsSync(wardFile + part));
  if (strays.length === 0) return;
  const aside = asideFolderOf(wardFile, now);
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  for (const part of strays) renameSync(wardFile + part, join(aside, basename(wardFile) + part));
  syncFolder(dirname(wardFile));
}
