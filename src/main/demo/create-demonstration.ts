import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import type { LayoutFile } from '#shared/contract/layout.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { openWardFile } from '../db/open.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { keysFileOf } from '../keys/key-file.ts';
import { keyFileBeside } from '../keys/keys-of-file.ts';
import { placeKeyFile } from '../keys/place-key-file.ts';
import { isSignInOn } from '../people/access-repository.ts';
import { createWard } from '../setup/create-ward.ts';
import { shippedLayout } from '../setup/layouts.ts';
import { type History, liveThrough, NURSES, openingOf } from './live-through.ts';

export interface Demonstration extends History {
  layout?: LayoutFile;
  timeZone?: TimeZone;
}

const NAME = '演示方舱医院 Demonstration hospital';

/**
 * Creates a ward file marked as a demonstration, with made-up people and their history. It gets its name only
 * when the story is whole: cancelled or refused halfway it leaves nothing, and what a power cut leaves is thrown
 * away by the next attempt. Refuses a file that is there.
 */
export async function createDemonstration(
  file: string,
  options: Demonstration,
): Promise<{ patients: number; inHouse: number }> {
  const folder = dirname(file);
  if (existsSync(file)) throw new Refusal('ward-exists', { folder });
  const unfinished = `${file}.demonstration`;
  remove(unfinished);
  try {
    createWard(unfinished, folder, {
      name: NAME,
      timeZone: options.timeZone ?? ('Asia/Shanghai' as TimeZone),
      demo: true,
      layout: options.layout ?? shippedLayout('stadium-1200'),
      zones: [],
      operators: NURSES,
      now: openingOf(options),
    });
    const made = await fill(unfinished, options);
    giveName(unfinished, file);
    return made;
  } finally {
    remove(unfinished);
  }
}

/**
 * Nothing in an unfinished file is worth waiting for a disk: a power cut throws it away anyway. What counts is
 * that all of it, WAL included, is in the one file and on the disk before that gets its name.
 */
async function fill(unfinished: string, options: Demonstration) {
  const ward = openWardFile(unfinished);
  try {
    await sql`pragma synchronous = off`.execute(ward.write);
    const made = await liveThrough(ward, options);
    await sql`pragma synchronous = full`.execute(ward.write);
    await sql`pragma wal_checkpoint(truncate)`.execute(ward.write);
    return made;
  } finally {
    await ward.close();
  }
}

function giveName(unfinished: string, file: string): void {
  const handle = openSync(unfinished, 'r+');
  fsyncSync(handle);
  closeSync(handle);
  const keys = keyFileBeside(unfinished);
  const putBack = keys && placeKeyFile(file, keys);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    putBack?.();
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal('ward-exists', { folder: dirname(file) });
    throw error;
  }
}

function remove(file: string): void {
  for (const left of [file, `${file}-wal`, `${file}-shm`, keysFileOf(file)]) rmSync(left, { force: true });
}

/**
 * Fills a ward that `ward init` made, with a layout and zones of one's own, and marks it as a demonstration. Refuses
 * `demo-beside-ward` for whatever could be meant for patients: one that is encrypted, in which somebody can sign in, or
 * somebody was admitted. A history that is cancelled halfway stays as far as it came: what was recorded is never erased.
 */
export async function fillDemonstration(
  file: string,
  history: History,
): Promise<{ patients: number; inHouse: number }> {
  const ward = openWardFile(file);
  try {
    const anybody = await ward.read.selectFrom('stay').select('id').limit(1).executeTakeFirst();
    const isUnused = anybody === undefined && !ward.sealed && !(await isSignInOn(ward.read));
    refuseUnless(isUnused, 'demo-beside-ward', () => ({ folder: dirname(file) }));
    await ward.write
      .updateTable('hospital')
      .set({ demo: 1, created_at: openingOf(history) })
      .execute();
    return await liveThrough(ward, history);
  } finally {
    await ward.close();
  }
}
