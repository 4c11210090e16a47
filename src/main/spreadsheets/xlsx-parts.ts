import { FileFault, MAX_CELL_CHARACTERS } from './file-fault.ts';
import type { XlsxZip } from './xlsx-zip.ts';

/** ECMA-376 part 1, 18.8.30: number formats that every program knows by number; these show dates or times. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a date or a time: y, m, d, h or s outside quotes and brackets. */
const isDateFormat = (code: string): boolean =>
  /[ymdhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '').replace(/general/gi, ''));

/** How a cell's style shows a number: as a date, or with so many digits at least (`000000`). */
export interface NumberStyle {
  readonly date: boolean;
  readonly zeros: number;
}

const PLAIN: NumberStyle = { date: false, zeros: 0 };

/** The styles that cells refer to by number. */
export async function readStyles(zip: XlsxZip, path: string): Promise<readonly NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let inCellXfs = false;
  await zip.readPart(path, {
    open(name, a) {
      if (name === 'numFmt') codes.set(Number(a.numFmtId), a.formatCode ?? '');
      if (name === 'cellXfs') inCellXfs = true;
      if (name !== 'xf' || !inCellXfs) return;
      const id = Number(a.numFmtId ?? 0);
      const code = codes.get(id);
      if (code === undefined) styles.push(isBuiltInDate(id) ? { date: true, zeros: 0 } : PLAIN);
      else styles.push({ date: isDateFormat(code), zeros: /^0+$/.test(code) ? code.length : 0 });
    },
    close(name) {
      if (name === 'cellXfs') inCellXfs = false;
    },
  });
  return styles;
}

/** `_x000D_` and the like, with which Excel writes characters that XML cannot hold. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** Collects the text of an `si` or `is` element: rich text as one piece, phonetic help left out. */
export class TextCollector {
  private text = '';
  private inText = false;
  private phonetic = 0;

  reset(): void {
    this.text = '';
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    if (name === 't') this.inText = this.phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    if (name === 't') this.inText = false;
  }

  take(text: string): void {
    if (this.inText && this.text.length < MAX_CELL_CHARACTERS) this.text += text;
  }

  get value(): string {
    return unescapeText(this.text.slice(0, MAX_CELL_CHARACTERS));
  }
}

export async function readSharedStrings(zip: XlsxZip, path: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const collector = new TextCollector();
  await zip.readPart(path, {
    open(name) {
      if (name === 'si') collector.reset();
      else collector.open(name);
    },
    close(name) {
      if (name === 'si') strings.push(collector.value);
      else collector.close(name);
    },
    text: (text) => collector.take(text),
  });
  return strings;
}

export interface WorkbookPlan {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly path: string }[];
  readonly stylesPath: string;
  readonly stringsPath: string;
}

/** Targets are relative to the workbook's folder, or absolute within the zip. */
const resolve = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^(\.\/)+/, '')}`.replace('xl/../', '');

/** Which parts make up the workbook, in the order of its tabs. */
export async function readWorkbookPlan(zip: XlsxZip): Promise<WorkbookPlan> {
  const targets = new Map<string, { path: string; kind: string }>();
  await zip.readPart('xl/_rels/workbook.xml.rels', {
    open(name, a) {
      const kind = a.Type?.slice(a.Type.lastIndexOf('/') + 1) ?? '';
      if (name === 'Relationship' && a.Id && a.Target) targets.set(a.Id, { path: resolve(a.Target), kind });
    },
  });
  const pathOf = (kind: string, usual: string): string =>
    [...targets.values()].find((target) => target.kind === kind)?.path ?? usual;
  let date1904 = false;
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  const found = await zip.readPart('xl/workbook.xml', {
    open(name, a) {
      if (name === 'workbookPr') date1904 = a.date1904 === '1' || a.date1904 === 'true';
      const target = name === 'sheet' ? targets.get(a.id ?? '') : undefined;
      if (target?.kind !== 'worksheet') return;
      sheets.push({ name: a.name ?? '', hidden: (a.state ?? 'visible') !== 'visible', path: target.path });
    },
  });
  if (!found) throw new FileFault('damaged');
  return {
    date1904,
    sheets,
    stylesPath: pathOf('styles', 'xl/styles.xml'),
    stringsPath: pathOf('sharedStrings', 'xl/sharedStrings.xml'),
  };
}
