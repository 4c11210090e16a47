import type { SpreadsheetFault } from '#shared/contract/spreadsheet-fault.ts';

/*
 * What a list may be at most. A city's five weeks were 26,462 people; whatever goes far beyond that is a
 * slip or an attack, and is refused before it fills the memory of a ward's only PC.
 */

/** Bytes of the file as it arrives. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Bytes that the parts of an .xlsx may unpack to, counted while unpacking. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;
/** Entries of the zip's directory: pictures and printer settings included. */
export const MAX_ZIP_ENTRIES = 5_000;
/** Rows with something in them, over all sheets. */
export const MAX_ROWS = 50_000;
/** Lines of a .csv, blank ones included. */
export const MAX_LINES = 1_048_576;
/** The last column in which anything may stand. */
export const MAX_COLUMNS = 500;
/** Filled cells over all sheets. */
const MAX_CELLS = 2_000_000;
/** Merged ranges of a sheet. */
export const MAX_MERGES = 20_000;
/** Characters kept of one cell: enough to tell and show that it is too long, never enough to choke on. */
export const MAX_CELL_CHARACTERS = 50_000;

export type FaultParams = Readonly<Record<string, string>>;

/** Ends the reading of a file; caught in {@link import('./read-file.ts').readSpreadsheet} only. */
export class FileFault extends Error {
  readonly code: SpreadsheetFault;
  readonly params: FaultParams;

  constructor(code: SpreadsheetFault, params: FaultParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** Counts down what all sheets of a file share. */
export class Budget {
  private rows = 0;
  private cells = 0;
  private bytes = 0;

  takeRow(): void {
    if (++this.rows > MAX_ROWS) throw new FileFault('too-many-rows', { limit: String(MAX_ROWS) });
  }

  takeCells(count: number): void {
    this.cells += count;
    if (this.cells > MAX_CELLS) throw new FileFault('too-many-cells', { limit: String(MAX_CELLS) });
  }

  takeBytes(count: number): void {
    this.bytes += count;
    if (this.bytes > MAX_UNPACKED_BYTES) {
      throw new FileFault('unpacks-too-large', { limit: String(MAX_UNPACKED_BYTES / 1024 / 1024) });
    }
  }
}
