import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { cellText } from '#main/spreadsheets/cell.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { codesOf, judge } from './roster-files.ts';

const ENCODINGS = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-8 with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
  'utf-16le with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text: string) => iconv.encode(text, 'utf-16be'),
  'utf-16be with mark': (text: string) => iconv.encode(`\ufeff${text}`, 'utf-16be'),
  gb18030: (text: string) => iconv.encode(text, 'gb18030'),
};

const HEADING = ['姓名', '身份证号', '联系电话', '现住址', '备注'];
const han = fc.constantFrom(...'王李张𠮷刘曹琳慧娜迪丽热巴青岛街道号楼，；、：“”（）'.split(/(?:)/u));
const word = fc.string({
  unit: fc.oneof(han, fc.constantFrom(...'abcXYZ 019-/\'"=+@')),
  minLength: 1,
  maxLength: 12,
});
const value = fc.oneof(
  word,
  fc.constantFrom('', 'a,b', 'x;y', 'p\tq', '"说"', '两\n行', "O'Neill", '丰满区，青岛街道'),
);
const record = fc.tuple(
  word,
  fc.stringMatching(/^\d{17}X$/),
  fc.stringMatching(/^1[3-9]\d{9}$/),
  value,
  value,
);

const filled = (row: readonly string[]): string[] =>
  row.slice(0, row.findLastIndex((v) => v.trim() !== '') + 1);

for (const [encoding, encode] of Object.entries(ENCODINGS)) {
  for (const delimiter of [',', ';', '\t']) {
    test(`what is written as ${encoding} with ${JSON.stringify(delimiter)} is read the same`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(record, { minLength: 2, maxLength: 8 }), async (records) => {
          const rows = [HEADING, ...records];
          const quoted_match = /[\r\n"]/;
          const bytes = encode(stringify(rows, { delimiter, quoted_match, record_delimiter: 'windows' }));
          const reading = await readSpreadsheet(bytes, 'list.xlsx');
          if (!reading.ok) throw new Error(reading.code);
          const read = reading.sheets[0]?.rows.map((row) => row.cells.map(cellText));
          expect(read).toEqual(rows.map(filled));
          expect(reading).toMatchObject({ format: 'csv', delimiter, encoding: encoding.split(' ')[0] });
        }),
        { numRuns: 40 },
      );
    });
  }
}

test('a row’s number is the line on which its record starts', async () => {
  const reading = await readSpreadsheet(
    Buffer.from('姓名,备注\r\n\r\n张三,"两\r\n行"\r\n李四,\r\n'),
    'a.csv',
  );
  if (!reading.ok) throw new Error(reading.code);
  expect(reading.sheets[0]?.rows.map((row) => row.row)).toEqual([1, 3, 5]);
});

test('“sep=;” in the first line is obeyed and counts as a line', async () => {
  const reading = await readSpreadsheet(Buffer.from('sep=;\n姓名;备注\n张三;a,b,c,d\n'), 'a.csv');
  expect(reading).toMatchObject({ delimiter: ';', sheets: [{ rows: [{ row: 2 }, { row: 3 }] }] });
});

test('a Western file is not taken for Chinese', async () => {
  const bytes = iconv.encode('Name,Passport\nMüller,C1234567\nJosé,C7654321\n', 'windows-1252');
  expect((await judge(bytes)).map((row) => row.details?.name)).toEqual(['Müller', 'José']);
});

test('one broken byte does not turn a UTF-8 file into another one: the name it hit is refused', async () => {
  const text = `姓名,护照号\n${Array.from({ length: 60 }, (_, i) => `王小明,E${10000000 + i}`).join('\n')}\n`;
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf(Buffer.from('王小明')) + 1] = 0x20;
  const rows = await judge(bytes);
  expect(rows[0]?.status).toBe('refused');
  expect(codesOf(rows[0])).toContain('garbled-text');
  expect(rows[1]?.details?.name).toBe('王小明');
});

test('a quotation mark that is never closed is refused with its line', async () => {
  const reading = await readSpreadsheet(Buffer.from('姓名,备注\n张三,"好\n李四,x\n'), 'a.csv');
  expect(reading).toEqual({ ok: false, code: 'quote-not-closed', params: { file: 'a.csv', row: '2' } });
});
