import { statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BackupCopy, BackupReason, BackupState } from '#shared/contract/backups.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { backupFolderOf, describeCopy, listCopies, targetFolderOf } from './backup-folder.ts';
import { changeBackupSettings, readBackupSettings } from './backup-settings.ts';
import { backupStateOf, type OpenForBackup } from './backup-state.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import type { Backup, BackupKeys, TargetResult } from './take-backup.ts';
import { sourceOf } from './ward-source.ts';

const DEEP_CHECK_EVERY_MS = 7 * 24 * 3_600_000;

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
      const order = { wardFile: wardFile(), because, now: this.#now(), keys: keys(), target };
      const backup = await this.#tellingFailure(() => run({ task: 'take', order }));
      this.#target = backup.target;
      if (backup.target.state === 'ok')
        await this.#remember({ targetDone: { number: backup.info.number, at: backup.info.takenAt } });
      return backup;
    });
  }

  /** Once the ward was protected: what lies here from before is sealed too. May take minutes where there are many copies. */
  sealEarlier(): Promise<void> {
    return this.#next(async () => {
      const { wardFile, keys, run } = this.#options;
      const { target } = await readBackupSettings(wardFile());
      const order = { wardFile: wardFile(), keys: keys(), target };
      await this.#tellingFailure(() => run({ task: 'sealEarlier', order }));
    });
  }

  async #tellingFailure<T>(work: () => Promise<T>): Promise<T> {
    try {
      const done = await work();
      this.#failed = null;
      return done;
    } catch (error) {
      this.#failed = { at: this.#now(), refusal: viewOf(error) };
      throw error;
    }
  }

  /** Resolves when nothing is done to the copies any more. */
  async settled(): Promise<void> {
    await this.#last;
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

  /** A week after the last full check, or where the clock says that it lies ahead. Not of a file whose fault is known. */
  async isDeepCheckDue(): Promise<boolean> {
    if (this.#options.stopped() !== null) return false;
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
    return backupStateOf({
      wardFile: wardFile(),
      open: open(),
      now: clock(),
      settings: await readBackupSettings(wardFile()),
      own: await this.#own(),
      running: this.#running > 0,
      failed: this.#failed,
      target: this.#target,
      stopped: stopped(),
    });
  }
}

const viewOf = (error: unknown): RefusalView =>
  error instanceof Refusal
    ? { code: error.code, params: { ...error.params } }
    : { code: 'backup-failed', params: { problem: error instanceof Error ? error.message : '?' } };
