import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleReport } from '#main/reports/discharge-report.ts';
import type { Discharge } from '#main/reports/discharge-repository.ts';
import { dischargeSheet } from '#main/reports/discharge-sheet.ts';
import { cellText, type Sheet, type SheetCell } from '#main/reports/sheet.ts';
import { toCsv } from '#main/reports/write-csv.ts';
import { toXlsx } from '#main/reports/write-xlsx.ts';
import { footer } from '#main/reports/xlsx-look.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { ZONE } from '../../fixtures/ward.ts';
import { cellsOf, PATIENCE, printedByLibreOffice, takenByLibreOffice, textsOf } from './spreadsheet.ts';
import { NASTY } from './ward-with-discharges.ts';

const sheetOf = (rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: '名单',
  title: 'T',
  warning: null,
  note: 'N',
  columns: [
    { heading: 'A', kind: 'text', widest: 20 },
    { heading: 'B', kind: 'number', widest: 8 },
  ],
  rows,
  totals: [],
  fixedColumns: 1,
  made: { by: '王芳', at: '2022-04-05T04:00:00.000Z' as Instant },
  foot: { madeBy: 'M', printed: 'P {{when}}', page: '{{page}}/{{pages}}' },
});

const textsIn = async (sheet: Sheet): Promise<(string | undefined)[]> =>
  textsOf(await cellsOf(await toXlsx(sheet, () => undefined)))
    .slice(3)
    .map((row) => row[0]);

async function inFile<T>(bytes: Buffer, extension: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sheet-'));
  try {
    const file = path.join(folder, `sheet${extension}`);
    writeFileSync(file, bytes);
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const LONG = '长'.repeat(40_000);
const PAIRS = '🙂'.repeat(20_000);
const HARD = [...NASTY, LONG, PAIRS, '_x000A_ _x005F_', '\ufffe\u0001', '\ud800', '  两边有空格  '];

describe('a text in an .xlsx', () => {
  it('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom(...HARD)), {
          minLength: 1,
        }),
        async (texts) => {
          expect(await textsIn(sheetOf(texts.map((text) => [text, 1])))).toEqual(texts.map(cellText));
        },
      ),
      { numRuns: 60 },
    );
  });

  it(
    'comes back from LibreOffice as it was, as it does from a .csv',
    async () => {
      const sheet = sheetOf(HARD.map((text) => [text, 1]));
      const taken = await inFile(await toXlsx(sheet, () => undefined), '.xlsx', takenByLibreOffice);
      expect(taken.slice(3).map((row) => row[0]?.kind)).toEqual(HARD.map(() => 'text'));
      expect(
        textsOf(taken)
          .slice(3)
          .map((row) => row[0]),
      ).toEqual(HARD.map(cellText));
    },
    PATIENCE,
  );

  it('is never longer than a cell may be, nor cut within a character', () => {
    for (const text of [LONG, PAIRS, `a${PAIRS}`]) {
      expect(cellText(text).length).toBeLessThan(32_767);
      expect(cellText(text)).toBe(cellText(text).toWellFormed());
      expect(cellText(text).endsWith('…')).toBe(true);
    }
  });
});

describe('the foot of a page', () => {
  const foot = { madeBy: '制表：A&B', printed: '打印：{{when}}', page: '第 {{page}} 页，共 {{pages}} 页' };

  it('says who made it, when it is printed, and which page it is', () => {
    expect(footer({ ...sheetOf([]), foot })).toBe('&L制表：A&&B　打印：&D &T&R第 &P 页，共 &N 页');
  });

  it('stays within what a spreadsheet takes, whatever the names', () => {
    const madeBy = '&'.repeat(500);
    expect(footer({ ...sheetOf([]), foot: { ...foot, madeBy }, warning: madeBy }).length).toBeLessThan(256);
  });
});

describe('a demonstration ward’s list on paper', () => {
  const person = (i: number) =>
    ({
      ...{
        id: `${i}`,
        number: i,
        district: '朝阳区',
        street: '桂林街道',
        address: '人民大街',
        name: `病人${i}`,
      },
      ...{ sex: 'male', birth_date: null, document_type: 'none', document_number: null, phone: '' },
      ...{ arrived_at: '2022-04-03T04:00:00.000Z', left_at: '2022-04-05T04:00:00.000Z', way: 'on-order' },
      ...{ destination: '', companion: '', note: '', bed_code: `A-01-${i}`, classification: 'mild' },
    }) as unknown as Discharge;
  const at = '2022-04-05T10:00:00.000Z' as Instant;
  const report = assembleReport(
    Array.from({ length: 100 }, (_, i) => person(i)),
    { hospital: '演示医院', from: at, to: at, cutOff: at },
    ZONE,
    { samples: new Map(), protocols: new Map() },
  );
  const sheet = dischargeSheet(report, { language: 'zh-CN', zone: ZONE, madeBy: '王芳', demo: true });
  const mark = '演示数据：病区与人员均为虚构';

  it(
    'has headings, the warning, the page and who made it on every page',
    async () => {
      const pages = await inFile(await toXlsx(sheet, () => undefined), '.xlsx', printedByLibreOffice);
      expect(pages.length).toBeGreaterThan(2);
      for (const [i, page] of pages.entries()) {
        expect(page).toContain('证件号码');
        expect(page).toContain(mark);
        expect(page).toContain('制表：王芳 2022-04-05 18:00');
        expect(page).toContain(`第 ${i + 1} 页，共 ${pages.length} 页`);
      }
    },
    PATIENCE,
  );

  it('has the warning in the .csv too', () => {
    expect(toCsv(sheet).toString('utf8').split('\r\n')[1]).toBe(`"${mark}"`);
  });
});
