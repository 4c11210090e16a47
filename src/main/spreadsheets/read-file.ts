import type { SpreadsheetFault } from '#shared/contract/spreadsheet-fault.ts';
import type { Sheet } from './cell.ts';
import type { Encoding } from './decode-text.ts';
import type { Delimiter } from './detect-delimiter.ts';
import { type FaultParams, FileFault, MAX_FILE_BYTES } from './file-fault.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { sniffFile } from './sniff-file.ts';

export type FileReading =
  | { readonly ok: true; readonly format: 'xlsx'; readonly sheets: readonly Sheet[] }
  | {
      readonly ok: true;
      readonly format: 'csv';
      readonly encoding: Encoding;
      readonly delimiter: Delimiter;
      readonly sheets: readonly Sheet[];
    }
  | { readonly ok: false; readonly code: SpreadsheetFault; readonly params: FaultParams };

async function read(bytes: Uint8Array): Promise<FileReading> {
  if (bytes.length === 0) throw new FileFault('empty');
  if (bytes.length > MAX_FILE_BYTES) {
    throw new FileFault('too-large', {
      limit: String(MAX_FILE_BYTES / 1024 / 1024),
      size: String(Math.ceil(bytes.length / 1024 / 1024)),
    });
  }
  const kind = sniffFile(bytes);
  if (kind === 'zip') {
    const sheets = await readXlsx(bytes);
    if (sheets.every((sheet) => sheet.rows.length === 0)) throw new FileFault('empty');
    return { ok: true, format: 'xlsx', sheets };
  }
  if (kind !== 'text') throw new FileFault(kind);
  const { encoding, delimiter, sheet } = readCsv(bytes);
  if (sheet.rows.length === 0) throw new FileFault('empty');
  return { ok: true, format: 'csv', encoding, delimiter, sheets: [sheet] };
}

/**
 * Reads a list that anybody may have made with anything. What the bytes are decides, not the file's name
 * (which only the refusal's sentence shows as `file`). Bounded in time and memory by the limits of
 * file-fault.ts; whatever cannot be read is a fault with its code, never an exception.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  try {
    return await read(bytes);
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause;
    return { ok: false, code: cause.code, params: { file: fileName, ...cause.params } };
  }
}
