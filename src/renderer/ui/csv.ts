import { csvText } from '#shared/rules/csv-cell.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { nowInstant, timeOf } from './time.ts';

/** Byte order mark: without it Excel reads UTF-8 as the system's own code page. */
const BOM = '\ufeff';

/** Hands a file to whoever sits here; the main process decides where downloads go. */
export function download(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([BOM, text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** For file names: `20220405-1200` on the hospital's clocks. */
export const fileStamp = (zone: TimeZone) =>
  timeOf(nowInstant(), zone).replace(/[-:]/g, '').replace(' ', '-');

/** A cell as it is shown. A count stays a number that can be summed; everything else stays the text it is. */
export const csvCell = (value: unknown, shown: string): string =>
  typeof value === 'number' && shown === String(value) ? shown : csvText(shown);
