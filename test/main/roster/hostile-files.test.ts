import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { findTable } from '#main/roster/find-table.ts';
import { MAX_COLUMNS, MAX_ROWS } from '#main/spreadsheets/file-fault.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { csv, find, judge, workbookAround, xlsx, zip } from './roster-files.ts';

const PEOPLE = [
  ['姓名', '身份证号'],
  ['张三', '11010519491231002X'],
];

const fault = async (bytes: Uint8Array, name = 'list.xlsx') => {
  const reading = await readSpreadsheet(bytes, name);
  return reading.ok ? 'read' : reading.code;
};

const oneRow = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>';
const onePerson = '<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c></row>';
const sheet = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

test('what is no spreadsheet is refused by what it is, whatever its name', async () => {
  const cases: [string, Uint8Array][] = [
    ['empty', new Uint8Array()],
    ['empty', csv('\n\n ,\n')],
    ['pdf', csv('%PDF-1.7 …')],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['archive', Buffer.from('526172211a0700', 'hex')],
    ['archive', zip({ '名单.xlsx': 'x' })],
    ['web-page', csv('<html><table><tr><td>姓名</td></tr></table></html>')],
    ['web-page', csv('\ufeff\n<!DOCTYPE html><p>')],
    [
      'old-excel',
      csv('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    ],
    ['not-a-spreadsheet', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 256))],
    ['not-a-spreadsheet', zip({ 'word/document.xml': '<w/>' })],
    [
      'open-document',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['binary-excel', zip({ 'xl/workbook.bin': 'x' })],
  ];
  for (const [code, bytes] of cases) expect([code, await fault(bytes)]).toEqual([code, code]);
});

test('an old .xls and a locked .xlsx come in the same container and are told apart', async () => {
  const ole = (stream: string) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(512),
      Buffer.from(stream, 'utf16le'),
    ]);
  expect(await fault(ole('Workbook'), 'a.xls')).toBe('old-excel');
  expect(await fault(ole('EncryptedPackage'))).toBe('encrypted');
  expect(await fault(ole('WordDocument'))).toBe('not-a-spreadsheet');
});

test('the content decides: an .xlsx called .csv and a .csv called .xlsx are read', async () => {
  expect((await judge(await xlsx({ S: PEOPLE })))[0]?.details?.name).toBe('张三');
  const reading = await readSpreadsheet(csv('姓名,身份证号\n张三,11010519491231002X\n'), 'list.xlsx');
  expect(reading).toMatchObject({ ok: true, format: 'csv' });
  expect(await readSpreadsheet(await xlsx({ S: PEOPLE }), 'list.csv')).toMatchObject({ format: 'xlsx' });
});

test('an .xlsx cut off anywhere is refused as damaged, never half read', async () => {
  const whole = await xlsx({ S: PEOPLE });
  for (let length = 4; length < whole.length; length += 97) {
    expect(await fault(whole.slice(0, length))).toBe('damaged');
  }
});

test('an .xlsx with any byte changed is read or refused, and never throws', async () => {
  const whole = await xlsx({ S: PEOPLE });
  for (let at = 0; at < whole.length; at += 13) {
    const bytes = Uint8Array.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    const reading = await readSpreadsheet(bytes, 'a.xlsx');
    if (reading.ok) findTable(reading.sheets);
  }
});

test('a zip bomb is stopped, whether its directory tells the truth or lies', async () => {
  const bomb = Buffer.concat([
    Buffer.from(`<worksheet><sheetData>${oneRow}`),
    Buffer.alloc(200 * 1024 * 1024, 0x20),
  ]);
  expect(await fault(zip(workbookAround(bomb)))).toBe('unpacks-too-large');
  const before = process.memoryUsage().rss;
  const lying = zip(workbookAround(bomb), (name) => (name.endsWith('sheet1.xml') ? 1000 : undefined));
  expect(['unpacks-too-large', 'damaged']).toContain(await fault(lying));
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

test('a tower of elements, entities from outside and broken XML are refused', async () => {
  expect(await fault(zip(workbookAround(sheet('<a>'.repeat(100_000)))))).toBe('damaged');
  const entities =
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
  expect(await fault(zip(workbookAround(entities)))).toBe('damaged');
  expect(await fault(zip(workbookAround('<worksheet><sheetData></worksheet>')))).toBe('damaged');
  expect(await fault(zip(workbookAround(sheet('<row r="99999999"><c r="A1"><v>1</v></c></row>'))))).toBe(
    'damaged',
  );
});

test('a million merged cells do not hold anybody up', async () => {
  const many = Array.from({ length: 1_000_000 }, (_, i) => `<mergeCell ref="A${i + 2}:B${i + 2}"/>`).join('');
  const merged = (merges: string) =>
    zip(workbookAround(sheet(oneRow + onePerson, `<mergeCells>${merges}</mergeCells>`)));
  const manyMerges = merged(many);
  const started = performance.now();
  expect(await fault(manyMerges)).toBe('too-many-merges');
  for (const range of ['D1:XFD62', 'A3:XFD1048576', 'A1:A1048576', 'XFD1048576:A1']) {
    expect((await judge(merged(`<mergeCell ref="${range}"/>`)))[0]?.row).toBe(2);
  }
  // Quadratic work on the ranges would take hours; the bound leaves room for a busy machine.
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('too many rows, columns or lines are refused', async () => {
  const rows = Array.from({ length: MAX_ROWS + 1 }, () => '<row><c><v>1</v></c></row>').join('');
  expect(await fault(zip(workbookAround(sheet(rows))))).toBe('too-many-rows');
  expect(await fault(csv('a,b\n'.repeat(MAX_ROWS + 1)))).toBe('too-many-rows');
  expect(await fault(csv('\n'.repeat(2_000_000)))).toBe('too-many-rows');
  expect(await fault(csv(`姓名${','.repeat(MAX_COLUMNS)}x\n`))).toBe('too-many-columns');
  const wide = Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join('');
  expect(await fault(zip(workbookAround(sheet(`<row>${wide}</row>`))))).toBe('too-many-columns');
  const cells = `<row>${'<c><v>1</v></c>'.repeat(MAX_COLUMNS)}</row>`;
  expect(await fault(zip(workbookAround(sheet(cells.repeat(4_100)))))).toBe('too-many-cells');
  expect(await fault(new Uint8Array(33 * 1024 * 1024))).toBe('too-large');
});

test('a million empty formatted rows and columns to the edge are no trouble', async () => {
  const empty = Array.from(
    { length: 300_000 },
    (_, i) => `<row r="${i + 2}" s="1"><c r="XFD${i + 2}" s="1"/></row>`,
  ).join('');
  expect(await fault(zip(workbookAround(sheet(oneRow + empty))))).toBe('read');
});

test('a file without headings, or with nobody below them, says so', async () => {
  const finding = async (text: string) => {
    const reading = await readSpreadsheet(csv(text), 'a.csv');
    return reading.ok ? findTable(reading.sheets) : reading;
  };
  expect(await finding('张三,11010519491231002X\n李四,440524188001010014\n')).toMatchObject({
    code: 'no-headings',
  });
  expect(await finding('a,b\n1,2\n')).toMatchObject({ code: 'no-headings' });
  expect(await finding('姓名,身份证号\n合计,0\n')).toMatchObject({ code: 'no-people' });
});

test('workbooks of the 1904 calendar give the same dates', async () => {
  const rows = [
    ['姓名', '性别', '护照号', '首次阳性日期', '到达时间'],
    ['张三', '男', 'E12345678', new Date(Date.UTC(2022, 3, 2)), new Date(Date.UTC(2022, 3, 4, 15, 30))],
  ];
  for (const date1904 of [false, true]) {
    const bytes = await xlsx({ S: rows }, (book) => {
      book.properties.date1904 = date1904;
    });
    const [row] = await judge(bytes);
    expect(row).toMatchObject({ status: 'ready', arrivedAt: '2022-04-04T07:30:00.000Z' });
    expect(row?.details?.firstPositiveDate).toBe('2022-04-02');
  }
});

test('a number from the wrong calendar is no date of this epidemic', async () => {
  const [row] = await judge(csv('姓名,性别,护照号,首次阳性日期\n张三,男,E12345678,1904/4/2\n'));
  expect(row).toMatchObject({ status: 'warning', issues: [{ code: 'date-unreadable' }] });
  expect(row?.details).toMatchObject({ firstPositiveDate: null, remarks: '首次阳性日期：1904/4/2' });
});

test('names of every awkward kind stay what they are, or are refused', async () => {
  const names = ['<b onclick="x()">张</b>', '\u202e三张\u202c', '𠮷野家', '张\u200b三', 'a'.repeat(40_000)];
  const rows = names.map((name, i) => [name, `E1234567${i}`]);
  const judged = await judge(await xlsx({ S: [['姓名', '护照号'], ...rows] }));
  expect(judged.map((row) => row.details?.name ?? row.issues[0]?.code)).toEqual([
    '<b onclick="x()">张</b>',
    '三张',
    '𠮷野家',
    '张三',
    'name-too-long',
  ]);
  const long = await judge(csv(`姓名,护照号\n${'张'.repeat(40_000)},E12345678\n张\u0007三,E12345679\n`));
  expect(long[0]?.issues[0]).toMatchObject({
    code: 'name-too-long',
    params: { length: '40000', limit: '120' },
  });
  expect(long[1]?.issues[0]?.code).toBe('control-characters');
});

test('shared and rich texts, results of formulas, links and errors are read as shown', async () => {
  const bytes = await xlsx({ S: [['姓名', '护照号', '联系电话', '现住址', '备注']] }, (book) => {
    const list = book.getWorksheet('S');
    list?.addRow([
      { richText: [{ text: '张' }, { text: '三', font: { bold: true } }] },
      { formula: 'UPPER("e12345678")', result: 'E12345678' },
      { text: '13812345678', hyperlink: 'tel:13812345678' },
      { error: '#N/A' },
      'a_x000A_b',
    ] as never);
  });
  const [row] = await judge(bytes);
  expect(row?.details).toMatchObject({
    name: '张三',
    documentNumber: 'E12345678',
    phone: '13812345678',
    address: '',
  });
  expect((await find(bytes)).table.headingRow).toBe(1);
});
