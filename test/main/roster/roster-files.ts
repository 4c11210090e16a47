import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { type FoundTable, findTable, type TableChoice } from '#main/roster/find-table.ts';
import { type JudgedRow, judgeRows } from '#main/roster/judge-rows.ts';
import type { RosterContext } from '#main/roster/roster-context.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import type { RosterField } from '#shared/contract/roster-row.ts';
import type { Instant, LocalDate, TimeZone } from '#shared/rules/instant.ts';

/** Noon of the third day, in a ward in Jilin; nobody is known yet. */
export const CONTEXT: RosterContext = {
  today: '2022-04-07' as LocalDate,
  zone: 'Asia/Shanghai' as TimeZone,
  now: '2022-04-07T04:00:00.000Z' as Instant,
  defaultArrival: '2022-04-04T04:00:00.000Z' as Instant,
  known: () => null,
};

export type Value = string | number | boolean | Date | null;

/** A real .xlsx with one sheet for each entry. */
export async function xlsx(
  sheets: Record<string, readonly (readonly Value[])[]>,
  more: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  more(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const csv = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A zip by hand: `size` is what its directory claims an entry unpacks to. */
export function zip(
  parts: Record<string, string | Buffer>,
  size?: (name: string) => number | undefined,
): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content as Buffer);
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(size?.(name) ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('504b0102', 'hex'), version, fields, tail, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** The least that an .xlsx needs, around the XML of a sheet. */
export const workbookAround = (
  sheetXml: string | Buffer,
  workbookPr = '',
): Record<string, string | Buffer> => ({
  'xl/workbook.xml': `<workbook xmlns="m" xmlns:r="r">${workbookPr}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': sheetXml,
});

export async function find(bytes: Uint8Array, choice: TableChoice = {}): Promise<FoundTable> {
  const reading = await readSpreadsheet(bytes, 'roster');
  if (!reading.ok) throw new Error(`file refused: ${reading.code}`);
  const finding = findTable(reading.sheets, choice);
  if (!finding.ok) throw new Error(`no list: ${finding.code}`);
  return finding;
}

export async function judge(bytes: Uint8Array, context: Partial<RosterContext> = {}): Promise<JudgedRow[]> {
  const { table, columns } = await find(bytes);
  return judgeRows(table, columns, { ...CONTEXT, ...context });
}

/** What the columns of a one-line list with these headings would mean. */
export const fieldsOf = (found: FoundTable): (RosterField | null)[] =>
  found.columns.map(({ field }) => field);

export const codesOf = (row: JudgedRow | undefined): string[] => row?.issues.map((issue) => issue.code) ?? [];
