import type { Database } from 'better-sqlite3';
import type { WardSecret } from '../keys/ward-secret.ts';
import { connect } from './connect.ts';
import { SCHEMA_VERSION, versionOf } from './migrate.ts';
import { insistOn, isLeftOpen, openChecked } from './open-checked.ts';
import { openToRead, type Reader } from './open-to-read.ts';
import { codeOf } from './sqlite-error.ts';
import { WardFileError } from './ward-file-error.ts';

/** A full disk, or one that fails: who lies in which bed has to be readable all the same. */
const READABLE_ALL_THE_SAME = /^SQLITE_(FULL|IOERR|CANTOPEN)/;

/** The two connections of one open ward: one that cannot write, and the one that does, where the disk lets it. */
export class WardConnections {
  readonly #file: string;
  readonly #key: WardSecret | null;
  #writer: Database | null = null;
  #reader: Reader;
  #timesOpened = 1;
  /** Why nothing can be written from the start; null where all is well. */
  readonly problem: string | null = null;

  /** Throws a {@link WardFileError}. */
  constructor(file: string, key: WardSecret | null) {
    this.#file = file;
    this.#key = key;
    try {
      this.#writer = openChecked(file, key, 'opening');
      this.#reader = { database: this.#connectReader(), alone: false };
    } catch (error) {
      const { cause } = error instanceof WardFileError ? error : { cause: error };
      if (!READABLE_ALL_THE_SAME.test(codeOf(cause))) throw error;
      this.#reader = openToReadOnly(file, key, error);
      this.problem = `${codeOf(cause)}: ${cause instanceof Error ? cause.message : ''}`;
    }
  }

  /** Only to be asked for what the latch lets through: there is none before it could be opened. */
  get writer(): Database {
    if (!this.#writer) throw new Error('nothing can be written yet');
    return this.#writer;
  }

  get reader(): Database {
    // Between a try to write again that failed and now, the disk would not even let it be read.
    if (!this.#reader.database.open && this.#reader.alone) this.#reader = openToRead(this.#file, this.#key);
    return this.#reader.database;
  }

  get timesOpened(): number {
    return this.#timesOpened;
  }

  /** Is everybody else kept out? Then nobody may be reading while {@link renewWriter} is called. */
  get alone(): boolean {
    return this.#reader.alone;
  }

  /** Opens the one that writes anew, and reads the file through. Throws where that cannot be done. */
  renewWriter(): void {
    this.#writer?.close();
    if (this.#reader.alone) this.#reader.database.close();
    this.#writer = openChecked(this.#file, this.#key, 'after a fault');
    if (this.#reader.alone) this.#reader = { database: this.#connectReader(), alone: false };
    this.#timesOpened += 1;
  }

  close(): void {
    this.#reader.database.close();
    this.#writer?.close();
  }

  #connectReader(): Database {
    return connect(this.#file, { readonly: true, fileMustExist: true }, this.#key);
  }
}

/** What a writing connection insists on holds here as well. Whatever else keeps it from being read, `why` says it better. */
function openToReadOnly(file: string, key: WardSecret | null, why: unknown): Reader {
  let reader: Reader | null = null;
  try {
    reader = openToRead(file, key);
    insistOn(reader.database, file, isLeftOpen(file));
    // It cannot be brought to this version now, and this version cannot read it as it is.
    if (versionOf(reader.database) !== SCHEMA_VERSION) throw why;
    return reader;
  } catch (error) {
    reader?.database.close();
    throw error instanceof WardFileError ? error : why;
  }
}
