import { finishSwap } from '../backups/swap-ward.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { type DeskFolder, wardFileOf } from './folder.ts';
import { closeWard, type OpenWard } from './open-ward.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';

interface Opening {
  /** Throws a {@link WardFileError}. */
  open(folder: DeskFolder): Promise<OpenWard>;
  /** Told of what is no fault of a ward's file. */
  failed(error: unknown): void;
  /** Told when another file may stand there. */
  opened(open: OpenWard): void;
}

/**
 * The one ward file that a desk has in its hands: opened, closed, or wrong. Opening, closing and putting another file in
 * its place come one after the other; whoever asks for the ward meanwhile finds it `changing`. Opening may want a copy first,
 * and putting another in its place is done with one, so whoever opens or changes has the turn at the copies (BackupKeeper).
 */
export class WardAtHand {
  readonly #opening: Opening;
  #folder: DeskFolder;
  #open: OpenWard | null = null;
  #fault: WardFileError | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #changing = 0;

  constructor(folder: DeskFolder, opening: Opening) {
    this.#folder = folder;
    this.#opening = opening;
  }

  get open(): OpenWard | null {
    return this.#open;
  }

  get folder(): DeskFolder {
    return this.#folder;
  }

  /** Why it is not open; null while it is, and while that is changing. */
  get fault(): WardFileError | null {
    return this.#fault;
  }

  get changing(): boolean {
    return this.#changing > 0;
  }

  /** Resolves when nothing is changing any more. */
  async steady(): Promise<void> {
    await this.#last;
  }

  reopen(folder: DeskFolder = this.#folder): Promise<void> {
    return this.#next(async () => {
      await this.#letGo();
      this.#folder = folder;
      await this.#openAgain();
    });
  }

  /** Does something to the closed file, and opens what is there then, whatever became of it. */
  whileClosed<T>(work: (before: OpenWard | null) => T | Promise<T>): Promise<T> {
    return this.#next(async () => {
      const before = this.#open;
      await this.#letGo();
      try {
        return await work(before);
      } finally {
        await this.#openAgain();
      }
    });
  }

  close(): Promise<void> {
    return this.#next(() => this.#letGo());
  }

  async #letGo(): Promise<void> {
    const before = this.#open;
    this.#open = null;
    this.#fault = null;
    await closeWard(before);
  }

  async #openAgain(): Promise<void> {
    try {
      // First: a restore that was cut off may have put the keys of the ward in place and not the ward, or the other way.
      finishSwap(wardFileOf(this.#folder));
      sweepLeftovers(this.#folder);
      this.#open = await this.#opening.open(this.#folder);
      this.#opening.opened(this.#open);
    } catch (error) {
      // Whatever it is: with neither a ward nor a fault this would be taken for a folder without one, where everything may be done.
      this.#fault =
        error instanceof WardFileError
          ? error
          : new WardFileError('cannot-open', wardFileOf(this.#folder), error);
      if (this.#fault !== error) this.#opening.failed(error);
    }
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    this.#changing += 1;
    const mine = this.#last.then(work).finally(() => {
      this.#changing -= 1;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
