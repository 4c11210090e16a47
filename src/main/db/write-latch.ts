import { codeOf } from './sqlite-error.ts';

/** Between two tries to write again; a try reads the whole file once (1.1 s at a million stays). */
const RETRY_AFTER_MS = 10_000;

/** The disk or the file is not as it must be. Busy, constraints and the like are no reason to stop. */
const STOPPING = /^SQLITE_(IOERR|FULL|CORRUPT|NOTADB)/;

export const isOfDiskOrFile = (error: unknown): error is Error => STOPPING.test(codeOf(error));

/** Nothing is written any more. `cause` is there for the act that met the fault, and not for those after it. */
export class WritingStopped extends Error {
  readonly problem: string;

  constructor(problem: string, cause?: unknown) {
    super('writing stopped', { cause });
    this.problem = problem;
  }
}

/** A page or a block of the disk could not be read. What else is asked for may still be there. */
export class ReadingFailed extends Error {
  readonly problem: string;

  constructor(problem: string, cause: unknown) {
    super('reading failed', { cause });
    this.problem = problem;
  }
}

/**
 * Closes at the first fault of disk or file, and lets nothing be written until the connection was opened anew
 * and the file checked: after a failed fsync SQLite acknowledges the next commits as if nothing had happened,
 * though the pages that were lost stay lost. Reading goes on. Each writing connection has one of its own.
 */
export class WriteLatch {
  readonly #reopen: () => Promise<void>;
  #problem: string | null = null;
  #nextTry = 0;
  #forGood = false;

  /** `reopen` closes the connection, opens it again and checks the file; it throws if that cannot be done. */
  constructor(reopen: () => Promise<void>) {
    this.#reopen = reopen;
  }

  get closed(): boolean {
    return this.#problem !== null;
  }

  get problem(): string | null {
    return this.#problem;
  }

  /** What to throw for an error of the connection; one that stops writing closes the latch. */
  judge(error: unknown): unknown {
    if (!isOfDiskOrFile(error)) return error;
    const problem = this.closeUntilRecovered(`${codeOf(error)}: ${error.message}`);
    return new WritingStopped(problem, error);
  }

  /** The same for the connection that only reads: what it finds stops the writing, too. */
  judgeReading(error: unknown): unknown {
    const judged = this.judge(error);
    return judged instanceof WritingStopped ? new ReadingFailed(judged.problem, error) : error;
  }

  /** Closes it, if it is not, and answers why it is closed. */
  closeUntilRecovered(problem: string): string {
    this.#problem ??= problem;
    this.#nextTry = performance.now() + RETRY_AFTER_MS;
    return this.#problem;
  }

  /** The file itself is damaged: no other connection makes it whole, and every write may make it worse. */
  closeForGood(problem: string): void {
    this.#problem ??= problem;
    this.#forGood = true;
  }

  insistOpen(): void {
    if (this.#problem !== null) throw new WritingStopped(this.#problem);
  }

  async recoverWhenDue(): Promise<void> {
    if (this.closed && !this.#forGood && performance.now() >= this.#nextTry) await this.recover();
  }

  /** True once writing may go on. Only while no transaction is open on the connection. */
  async recover(): Promise<boolean> {
    if (!this.closed) return true;
    if (this.#forGood) return false;
    try {
      await this.#reopen();
      this.#problem = null;
    } catch {
      // Whatever keeps it from being opened is no better than the fault that the act was told of.
    }
    this.#nextTry = performance.now() + RETRY_AFTER_MS;
    return !this.closed;
  }
}
