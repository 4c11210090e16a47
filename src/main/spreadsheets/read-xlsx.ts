import type { Sheet } from './cell.ts';
import { Budget, FileFault } from './file-fault.ts';
import { readSharedStrings, readStyles, readWorkbookPlan } from './xlsx-parts.ts';
import { SheetReader } from './xlsx-sheet.ts';
import { openXlsxZip, type XlsxZip } from './xlsx-zip.ts';

/** A zip that is no .xlsx, by what is in it. */
function otherZip(names: XlsxZip['names']): FileFault {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  if (names.has('xl/workbook.bin')) return new FileFault('binary-excel');
  if (names.has('mimetype') && names.has('content.xml')) return new FileFault('open-document');
  if (has(/^(word|ppt|visio)\//) || has(/^meta-inf\//)) return new FileFault('not-a-spreadsheet');
  return new FileFault(has(/\.(xlsx?|xlsm|csv|et|zip)$/) ? 'archive' : 'not-a-spreadsheet');
}

/**
 * Reads all worksheets of an .xlsx within the limits of file-fault.ts. Not by exceljs: it compares every
 * merged range with every other (20,000 take 26 s), unpacks whatever the zip claims, and gives IDs stored as
 * numbers only after rounding them.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const budget = new Budget();
  const zip = await openXlsxZip(bytes, budget);
  if (!zip.names.has('xl/workbook.xml')) throw otherZip(zip.names);
  const plan = await readWorkbookPlan(zip);
  const styles = await readStyles(zip, plan.stylesPath);
  const strings = await readSharedStrings(zip, plan.stringsPath);
  const sheets: Sheet[] = [];
  for (const { name, hidden, path } of plan.sheets) {
    const reader = new SheetReader({ name, hidden, date1904: plan.date1904, styles, strings, budget });
    if (!(await zip.readPart(path, reader))) throw new FileFault('damaged');
    sheets.push(reader.sheet);
  }
  return sheets;
}
