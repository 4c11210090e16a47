import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { BackupCopy, BackupReason, BackupState } from '#shared/contract/backups.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { backupFolderOf, targetFolderOf } from './backup-folder.ts';
import { changeBackupSettings, readBackupSettings } from './backup-settings.ts';
import { backupStateOf, type OpenForBackup } from './backup-state.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import { KnownCopies } from './known-copies.ts';
import type { StillPlain } from './seal-earlier.ts';
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

/** Takes the copies of one desk's ward and checks its file, one at a time, and knows how that went. */
export class BackupKeeper {
  readonly #options: KeeperOptions;
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;
  #failed: BackupState['failed'] = null;
  #target: TargetResult | null = null;
  #stillPlain: readonly StillPlain[] = [];
  readonly copies: KnownCopies;

  constructor(options: KeeperOptions) {
    this.#options = options;
    const wardId = () => options.open()?.wardId ?? null;
    this.copies = new KnownCopies({ wardFile: options.wardFile, wardId });
  }

  /** Refuses `backup-failed` and `backup-no-space`; the state tells of it until a copy was made. */
  take(because: BackupReason): Promise<Backup> {
    return this.#next(() => this.takeInTurn(because));
  }

  /** The same for whoever has the turn already ({@link exclusively}): opening a ward of an earlier version. */
  async takeInTurn(because: BackupReason): Promise<Backup> {
    const { wardFile, open, keys, run } = this.#options;
    // A desk that reads alone lets the thread of the copies in with the others, once there is room again.
    const ward = open()?.ward;
    if (ward?.isAlone()) await ward.recover();
    const { target } = await readBackupSettings(wardFile());
    const order = { wardFile: wardFile(), because, now: this.#now(), keys: keys(), target };
    const backup = await this.#tellingFailure(() => run({ task: 'take', order }));
    this.#failed = null;
    this.#stillPlain = backup.stillPlain;
    // While it was made another second place may have been chosen, which has no copy yet.
    if ((await readBackupSettings(wardFile())).target !== target) return backup;
    this.#target = backup.target;
    if (backup.target.state === 'ok')
      await this.#remember({ targetDone: { number: backup.info.number, at: backup.info.takenAt } });
    return backup;
  }

  /** Once the ward was protected: what lies here from before is sealed too. May take minutes where there are many copies. */
  sealEarlier(): Promise<void> {
    return this.#next(async () => {
      const { wardFile, keys, run } = this.#options;
      const { target } = await readBackupSettings(wardFile());
      const order = { wardFile: wardFile(), keys: keys(), target };
      this.#stillPlain = await this.#tellingFailure(() => run({ task: 'sealEarlier', order }));
    });
  }

  async #tellingFailure<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
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
    const [newest] = await this.copies.own();
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

  async pick(file: string): Promise<BackupCopy> {
    const copy = await this.copies.pick(file);
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

  /**
   * What else has to be done one at a time with the copies: unpacking one, putting it in the ward's place, and opening or
   * closing the ward, which may want a copy. This turn comes first, and then that of the ward (desk/ward-at-hand.ts).
   */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#next(work);
  }

  #now = (): Instant => instantFromMillis(this.#options.clock());

  #remember = (change: Parameters<typeof changeBackupSettings>[1]) =>
    changeBackupSettings(this.#options.wardFile(), change);

  async state(): Promise<BackupState> {
    const { wardFile, open, clock, stopped } = this.#options;
    return backupStateOf({
      wardFile: wardFile(),
      open: open(),
      now: clock(),
      settings: await readBackupSettings(wardFile()),
      own: await this.copies.own(),
      running: this.#running > 0,
      failed: this.#failed,
      target: this.#target,
      stillPlain: this.#stillPlain,
      stopped: stopped(),
    });
  }
}

const viewOf = (error: unknown): RefusalView =>
  error instanceof Refusal
    ? { code: error.code, params: { ...error.params } }
    : { code: 'backup-failed', params: { problem: error instanceof Error ? error.message : '?' } };
