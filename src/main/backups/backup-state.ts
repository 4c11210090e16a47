import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupCopy, BackupState } from '#shared/contract/backups.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import { targetFolderOf } from './backup-folder.ts';
import type { BackupSettings } from './backup-settings.ts';
import { readLastAct } from './copied-repository.ts';
import { diskLevel } from './disk-rules.ts';
import { freeSpace } from './free-space.ts';
import type { StillPlain } from './seal-earlier.ts';
import type { TargetResult } from './take-backup.ts';
import { sourceOf } from './ward-source.ts';

export const BACKUP_EVERY_MS = 15 * 60_000;
/** Two turns missed: something keeps the copies from being made. */
const OVERDUE_MS = 2 * BACKUP_EVERY_MS + 60_000;

/** The ward that is open now, as far as its copies need it. */
export interface OpenForBackup {
  ward: WardDb;
  wardId: string;
}

/** What a desk knows of the copies of its ward. */
export interface Known {
  wardFile: string;
  open: OpenForBackup | null;
  now: number;
  settings: BackupSettings;
  /** Of the ward's own folder, the newest first. */
  own: readonly BackupCopy[];
  running: boolean;
  failed: BackupState['failed'];
  /** How the last copying to the second target went; null before the first. */
  target: TargetResult | null;
  stillPlain: readonly StillPlain[];
  stopped: string | null;
}

/** What the status bar and Settings › Data say. */
export async function backupStateOf(known: Known): Promise<BackupState> {
  const { wardFile, open, settings, own } = known;
  const [last] = own;
  const facts = open ? await lastActOf(open.ward) : null;
  const changed = open !== null && last?.info?.source !== sourceOf(wardFile);
  const age = last?.takenAt ? known.now - Date.parse(last.takenAt) : Number.POSITIVE_INFINITY;
  const { restored } = settings;
  const [plain] = known.stillPlain;
  return {
    savedAt: facts?.savedAt ?? null,
    last:
      last?.takenAt && last.info
        ? { takenAt: last.takenAt, file: last.file, number: last.info.number }
        : null,
    overdue: changed && (age > OVERDUE_MS || age < -OVERDUE_MS),
    running: known.running,
    failed: known.failed,
    target: await targetStateOf(known, last?.info?.number ?? 0),
    disk: await diskOf(wardFile),
    writingStopped: known.stopped,
    stillPlain: plain ? { ...plain, files: known.stillPlain.length } : null,
    behind: facts && open ? behindOf(own, open.wardId, facts.acts, restored?.number ?? 0) : null,
    deepCheck: settings.deepCheck,
    drill: settings.drill,
    restored: restored && { at: restored.at, takenAt: restored.takenAt, aside: restored.aside },
  };
}

async function targetStateOf(
  { settings: { target, targetDone }, open, target: went }: Known,
  newest: number,
): Promise<BackupState['target']> {
  const doneAt = targetDone?.at ?? null;
  if (target === null) return { folder: null, state: 'none', problem: null, doneAt: null };
  const there = open ? await stat(targetFolderOf(target, open.wardId)).catch(() => null) : null;
  const told = { folder: target, problem: null, doneAt };
  if (open && !there) return { ...told, state: 'missing' };
  if (went?.state === 'failed') return { ...told, state: 'failed', problem: went.problem };
  return { ...told, state: targetDone && targetDone.number >= newest ? 'ok' : 'waiting' };
}

async function lastActOf({ read }: WardDb): Promise<{ savedAt: Instant | null; acts: number }> {
  try {
    return await readLastAct(read);
  } catch {
    // A damaged file cannot even tell that; the state of its writing does.
    return { savedAt: null, acts: Number.POSITIVE_INFINITY };
  }
}

/** The -wal was removed, or an older file was put in the ward's place: a copy knows of acts that the ward does not. */
function behindOf(
  own: readonly BackupCopy[],
  wardId: string,
  acts: number,
  after: number,
): BackupState['behind'] {
  const most = own
    .flatMap(({ info, damaged }) => (info && !damaged && info.wardId === wardId ? [info] : []))
    .filter(({ number, acts: copied }) => number > after && copied > acts)
    .sort((a, b) => b.acts - a.acts)[0];
  return most ? { acts, copyActs: most.acts, takenAt: most.takenAt } : null;
}

async function diskOf(wardFile: string): Promise<BackupState['disk']> {
  const bytes = statSync(wardFile, { throwIfNoEntry: false })?.size ?? 0;
  try {
    const { free, total } = await freeSpace(dirname(wardFile));
    return { free, total, level: diskLevel(free, bytes) };
  } catch {
    return null;
  }
}
