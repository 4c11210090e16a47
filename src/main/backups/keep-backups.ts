import { statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BackupCopy, BackupReason, BackupState } from '#shared/contract/backups.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { backupFolderOf, describeCopy, listCopies, targetFolderOf } from './backup-folder.ts';
import { changeBackupSettings, readBackupSettings } from './backup-settings.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import { diskLevel } from './disk-rules.ts';
import { freeSpace } from './durable.ts';
import type { Backup, BackupKeys, TargetResult } from './take-backup.ts';
import { sourceOf } from './ward-source.ts';

export const BACKUP_EVERY_MS = 15 * 60_000;
/** Two turns missed: something keeps the copies from being made. */
const OVERDUE_MS = 2 * BACKUP_EVERY_MS + 60_000;
const DEEP_CHECK_EVERY_MS = 7 * 24 * 3_600_000;

/** The ward that is open now, as far as its copies need it. */
interface OpenForBackup {
  ward: WardDb;
  wardId: string;
}

export interface KeeperOptions {
  wardFile(): string;
  open(): OpenForBackup | null;
  keys(): BackupKeys;
  run: RunBackupTask;
  clock: () => number;
  /** Told after anything of it changed, so that the status bar asks again. */
  changed(): void;
  /** The file was found damaged while the ward is open: nothing may be written any more. */
  stopWriting(problem: string): void;
  /** Why nothing is written; null while all is well. */
  stopped(): string | null;
}

/** Takes and lists the copies of one desk's ward, one at a time, and knows how that went. */
export class BackupKeeper {
  readonly #options: KeeperOptions;
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;
  #failed: BackupState['failed'] = null;
  #target: TargetResult | null = null;
  /** Files that a person picked in the system's dialog; a page can name no others. */
  readonly #picked = new Set<string>();

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  /** Refuses `backup-failed` and `backup-no-space`; the state tells of it until a copy was made. */
  take(because: BackupReason): Promise<Backup> {
    return this.#next(async () => {
      const { wardFile, keys, run } = this.#options;
      const { target } = await readBackupSettings(wardFile());
      try {
        const order = { wardFile: wardFile(), because, now: this.#now(), keys: keys(), target };
        const backup = await run({ task: 'take', order });
        this.#failed = null;
        this.#target = backup.target;
        if (backup.target.state === 'ok')
          await this.#remember({ targetDone: { number: backup.info.number, at: backup.info.takenAt } });
        return backup;
      } catch (error) {
        this.#failed = { at: this.#now(), refusal: viewOf(error) };
        throw error;
      }
    });
  }

  /** Null where nothing was written since the newest copy. */
  async takeIfChanged(because: BackupReason): Promise<Backup | null> {
    const [newest] = await this.#own();
    if (newest?.info?.source === sourceOf(this.#options.wardFile())) return null;
    return this.take(because);
  }

  /** Reads the ward's file through and stops all writing where it is damaged. Answers what is wrong. */
  async check(deep: boolean): Promise<string | null> {
    const { wardFile, keys, run, stopWriting } = this.#options;
    const { secret, sealed } = keys();
    const order = { wardFile: wardFile(), key: sealed ? secret : null, deep };
    const { problem } = await this.#next(() => run({ task: 'check', order }));
    if (problem !== null) stopWriting(problem);
    else if (deep) await this.#remember({ deepCheck: this.#now() });
    this.#options.changed();
    return problem;
  }

  /** A week after the last full check, or where the clock says that it lies ahead. */
  async isDeepCheckDue(): Promise<boolean> {
    const { deepCheck } = await readBackupSettings(this.#options.wardFile());
    const age = deepCheck === null ? Number.POSITIVE_INFINITY : this.#options.clock() - Date.parse(deepCheck);
    return age > DEEP_CHECK_EVERY_MS || age < -60_000;
  }

  async list(): Promise<BackupCopy[]> {
    const picked = await Promise.all([...this.#picked].map((file) => describeCopy(file, 'picked')));
    return [...(await this.#own()), ...(await this.#atTarget()), ...picked.filter((copy) => copy !== null)];
  }

  /** The copy of the list that a page means. A terminal means any file. */
  async find(file: string, trustsPaths: boolean): Promise<BackupCopy> {
    const known = (await this.list()).find((copy) => copy.file === file);
    const copy = known ?? (trustsPaths ? await describeCopy(resolve(file), 'picked') : null);
    refuseUnless(copy !== null && copy !== undefined, 'no-such-file', () => ({ file }));
    return copy;
  }

  async pick(file: string): Promise<BackupCopy> {
    const copy = await describeCopy(file, 'picked');
    refuseUnless(copy !== null, 'not-a-backup', () => ({ file }));
    this.#picked.add(file);
    this.#options.changed();
    return copy;
  }

  /** Makes the ward's folder inside, which says from then on that the disk is there. */
  async setTarget(folder: string | null): Promise<void> {
    const { wardFile, open } = this.#options;
    if (folder !== null) {
      refuseUnless(
        resolve(folder) !== resolve(dirname(wardFile())) && resolve(folder) !== backupFolderOf(wardFile()),
        'backup-target-same',
      );
      const there = await stat(folder).catch(() => null);
      refuseUnless(there?.isDirectory() === true, 'no-such-file', () => ({ file: folder }));
      const wardId = open()?.wardId ?? null;
      try {
        if (wardId) await mkdir(targetFolderOf(folder, wardId), { recursive: true });
      } catch (error) {
        const problem = error instanceof Error && 'code' in error ? String(error.code) : '?';
        throw new Refusal('cannot-write-file', { file: folder, problem });
      }
    }
    this.#target = null;
    await this.#remember({ target: folder, targetDone: null });
    this.#options.changed();
  }

  /** One after the other, also where the one before failed. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    const mine = this.#last.then(work).finally(() => {
      this.#running -= 1;
      this.#options.changed();
    });
    this.#last = mine.catch(() => undefined);
    if (this.#running === 1) this.#options.changed();
    return mine;
  }

  /** What else has to be done one at a time with the copies: unpacking one, and putting it in the ward's place. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#next(work);
  }

  #now = (): Instant => instantFromMillis(this.#options.clock());

  #remember = (change: Parameters<typeof changeBackupSettings>[1]) =>
    changeBackupSettings(this.#options.wardFile(), change);

  #listed: { look: string; copies: Promise<BackupCopy[]> } | null = null;

  /** Asked for after every act; the folder itself tells whether a file came or went. */
  #own = (): Promise<BackupCopy[]> => {
    const folder = backupFolderOf(this.#options.wardFile());
    const look = `${folder} ${statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
    if (this.#listed?.look !== look) this.#listed = { look, copies: listCopies(folder, 'first') };
    return this.#listed.copies;
  };

  async #atTarget(): Promise<BackupCopy[]> {
    const wardId = this.#options.open()?.wardId ?? (await this.#own()).find(({ info }) => info)?.info?.wardId;
    const { target } = await readBackupSettings(this.#options.wardFile());
    return target && wardId ? listCopies(targetFolderOf(target, wardId), 'second') : [];
  }

  async state(): Promise<BackupState> {
    const { wardFile, open, clock, stopped } = this.#options;
    const settings = await readBackupSettings(wardFile());
    const own = await this.#own();
    const [last] = own;
    const now = open();
    const facts = now ? await lastActOf(now.ward) : null;
    const changed = now !== null && last?.info?.source !== sourceOf(wardFile());
    const age = last?.takenAt ? clock() - Date.parse(last.takenAt) : Number.POSITIVE_INFINITY;
    return {
      savedAt: facts?.savedAt ?? null,
      last:
        last?.takenAt && last.info
          ? { takenAt: last.takenAt, file: last.file, number: last.info.number }
          : null,
      overdue: changed && (age > OVERDUE_MS || age < -OVERDUE_MS),
      running: this.#running > 0,
      failed: this.#failed,
      target: await this.#targetState(settings, last?.info?.number ?? 0),
      disk: await diskOf(wardFile()),
      writingStopped: stopped(),
      behind: facts && now ? behindOf(own, now.wardId, facts.acts, settings.restored?.number ?? 0) : null,
      deepCheck: settings.deepCheck,
      drill: settings.drill,
      restored: settings.restored && {
        at: settings.restored.at,
        takenAt: settings.restored.takenAt,
        aside: settings.restored.aside,
      },
    };
  }

  async #targetState(
    { target, targetDone }: Awaited<ReturnType<typeof readBackupSettings>>,
    newest: number,
  ): Promise<BackupState['target']> {
    const doneAt = targetDone?.at ?? null;
    if (target === null) return { folder: null, state: 'none', problem: null, doneAt: null };
    const wardId = this.#options.open()?.wardId;
    const there = wardId ? await stat(targetFolderOf(target, wardId)).catch(() => null) : null;
    const told = { folder: target, problem: null, doneAt };
    if (wardId && !there) return { ...told, state: 'missing' };
    if (this.#target?.state === 'failed') return { ...told, state: 'failed', problem: this.#target.problem };
    return { ...told, state: targetDone && targetDone.number >= newest ? 'ok' : 'waiting' };
  }
}

async function lastActOf({ read }: WardDb): Promise<{ savedAt: Instant | null; acts: number }> {
  try {
    const last = await read
      .selectFrom('act')
      .select(['recorded_at', 'seq'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return { savedAt: last?.recorded_at ?? null, acts: last?.seq ?? 0 };
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

const viewOf = (error: unknown): RefusalView =>
  error instanceof Refusal
    ? { code: error.code, params: { ...error.params } }
    : { code: 'backup-failed', params: { problem: error instanceof Error ? error.message : '?' } };
