import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

export const LAB_DAYS = ['06', '07', '08'] as const;
const labPath = (day: string) => `test/rosters/lab-results-2022-04-${day}.xlsx`;
const ROSTER = 'test/rosters/intake-996.xlsx';

export const labFileOf = (day: string) => ({
  fileName: `lab-results-2022-04-${day}.xlsx`,
  base64: readFileSync(labPath(day)).toString('base64'),
});

/** The ward of the first three days, everybody from their own arrival. */
export async function wardOf996(): Promise<TestWard> {
  const ward = await openTestWard('stadium-1200', '2022-04-08 12:00');
  const base64 = readFileSync(ROSTER).toString('base64');
  const { rosterId } = await ward.call('rosters.open', { fileName: 'intake-996.xlsx', base64 });
  await ward.call('rosters.commit', { rosterId });
  return ward;
}

/** Rows of a real file by another reader than ours, by heading. */
async function rowsOfSheet(path: string): Promise<Map<string, unknown>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0];
  const headings = sheet?.getRow(1).values as string[];
  const rows: Map<string, unknown>[] = [];
  sheet?.eachRow((row, number) => {
    if (number === 1) return;
    const values = row.values as unknown[];
    rows.push(new Map(values.flatMap((value, i) => (headings[i] ? [[headings[i], value] as const] : []))));
  });
  return rows;
}

export const labRows = (day: string) => rowsOfSheet(labPath(day));
export const rosterRows = () => rowsOfSheet(ROSTER);

export const HEADINGS = ['样本条码', '姓名', '身份证号', '采样时间', 'ORF1ab Ct', 'N Ct', '结果'];
export const ZHANG = { name: '张三', id: '11010519491231002X' };
export const LI = { name: '李四', id: '440524188001010014' };

export const labCsv = (
  rows: readonly (readonly (string | number)[])[],
  headings: readonly string[] = HEADINGS,
) => ({
  fileName: 'lab.csv',
  base64: Buffer.from(stringify([[...headings], ...rows.map((row) => [...row])])).toString('base64'),
});

/** A small ward with two people since noon of 4 April, on 8 April at noon. */
export async function smallWard(): Promise<{ ward: TestWard; zhang: StayId; li: StayId }> {
  const ward = await openTestWard('small-20', '2022-04-04 12:00');
  const admit = async ({ name, id }: typeof ZHANG) => {
    const { stayId } = await ward.call('stays.admit', {
      details: someone({ name, documentType: 'resident-id', documentNumber: id }),
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    return stayId;
  };
  const zhang = await admit(ZHANG);
  const li = await admit(LI);
  ward.at('2022-04-08 12:00');
  return { ward, zhang, li };
}

export const problemsOf = ({ issues }: Pick<OutputOf<'tests.importLab'>, 'issues'>): [number, string][] =>
  issues.map(({ row, code }) => [row, code]);
