import { readFileSync } from 'node:fs';
import Excel from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import expected from '../../rosters/expected.json' with { type: 'json' };

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('stadium-1200', '2026-11-23 20:00');
});
afterEach(() => ward.close());

const fileOf = (fileName: string) => ({
  fileName,
  base64: readFileSync(new URL(`../../rosters/${fileName}`, import.meta.url)).toString('base64'),
});

async function take(fileName: string) {
  const { rosterId } = await ward.call('rosters.open', {
    ...fileOf(fileName),
    arrivedAt: '2022-04-07T19:00+08:00',
  });
  return { rosterId, result: await ward.call('rosters.commit', { rosterId }) };
}

/** Counted from the file by another reader than ours: arrivals up to a moment on the wall clock. */
async function arrivalsUntil(local: string): Promise<number> {
  const book = new Excel.Workbook();
  await book.xlsx.readFile('test/rosters/intake-996.xlsx');
  const sheet = book.worksheets[0];
  const heading = sheet?.getRow(1).values as (string | undefined)[];
  const column = heading.indexOf('到达时间');
  const last = Date.parse(`${local}:00Z`);
  let count = 0;
  sheet?.eachRow((row, number) => {
    const at = row.getCell(column).value;
    if (number > 1 && at instanceof Date && Math.round(at.getTime() / 1000) * 1000 <= last) count += 1;
  });
  return count;
}

describe('a roster as it arrives', () => {
  for (const [file, wanted] of Object.entries(expected)) {
    it(`${file} comes out as a careful importer makes of it`, async () => {
      const { result } = await take(file);
      const rowsOf = (severity: string) => [
        ...new Set(result.issues.filter((issue) => issue.severity === severity).map(({ row }) => row)),
      ];
      expect(result.rows).toBe(wanted.people);
      expect(result.accepted).toBe(wanted.accepted);
      expect(rowsOf('refused')).toEqual(wanted.refused);
      expect(rowsOf('duplicate')).toEqual(wanted.duplicates);
      expect(rowsOf('warning')).toEqual('warned' in wanted ? wanted.warned : []);
      const { patients } = await ward.call('ward.census', {});
      expect(patients).toMatchObject({ inHouse: wanted.accepted, waiting: wanted.accepted });
    });
  }

  it('that is really a list of laboratory results is refused, and admits nobody', async () => {
    const csv =
      '样本条码,姓名,身份证号,采样时间,ORF1ab Ct,N Ct,结果\nJL1,邹丽平,220199199005250105,2022-04-06 06:00,26,24,阳性\n';
    const refusal = await ward.refused('rosters.open', {
      fileName: '结果.csv',
      base64: Buffer.from(csv).toString('base64'),
    });
    expect(refusal).toMatchObject({ code: 'roster-unreadable', params: { problem: 'laboratory-list' } });
    expect((await ward.call('ward.census', {})).patients.admittedTotal).toBe(0);
  });

  it('taken twice changes nothing', async () => {
    const { rosterId } = await take('convoy-chuanying-2022-04-04.xlsx');
    const before = await ward.call('ward.census', {});
    const again = await take('convoy-chuanying-2022-04-04.xlsx');
    expect(again.rosterId).toBe(rosterId);
    expect(again.result).toMatchObject({ rows: 42, accepted: 0, duplicates: 39, refused: 3, stayIds: [] });
    expect(await ward.call('ward.census', {})).toEqual(before);
  });

  it('keeps refused rows for correction, and admits them once they are right', async () => {
    const { rosterId } = await take('convoy-chuanying-2022-04-04.xlsx');
    let view = await ward.call('rosters.view', { rosterId });
    expect(view.summary).toMatchObject({ left: 3, state: 'committed' });
    const name = view.columns.find(({ field }) => field === 'name');
    await ward.call('rosters.editRow', {
      rosterId,
      row: 33,
      cells: [{ position: name?.position ?? 0, text: '任建国' }],
    });
    const result = await ward.call('rosters.commit', { rosterId });
    expect(result.stayIds).toHaveLength(1);
    view = await ward.call('rosters.view', { rosterId });
    expect(view.rows.find(({ row }) => row === 33)).toMatchObject({
      status: 'admitted',
      details: { name: '任建国' },
    });
    expect(view.summary.left).toBe(2);
  });

  it('can be taken back whole, and taken in again', async () => {
    const { rosterId, result } = await take('convoy-changyi-gb18030.csv');
    await ward.call('acts.undo', { actId: result.actId ?? '' });
    expect((await ward.call('ward.census', {})).patients.inHouse).toBe(0);
    expect((await ward.call('rosters.commit', { rosterId })).accepted).toBe(38);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('gives everybody of the first three days a bed by the rules, from their own arrival', async () => {
    await take('intake-996.xlsx');
    const { placed, unplaced } = await ward.call('allocation.run', {});
    expect(unplaced).toEqual([]);
    expect(placed).toBe(996);
    const census = await ward.call('ward.census', {});
    expect(census.patients).toMatchObject({ inHouse: 996, waiting: 0 });
    expect(census.beds).toMatchObject({ total: 1200, occupied: 996, available: 204 });
    const arrived = await ward.db.read
      .selectFrom('bed_assignment as a')
      .innerJoin('stay_period as p', 'p.stay_id', 'a.stay_id')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .whereRef('a.from_at', '=', 'p.from_at')
      .executeTakeFirstOrThrow();
    expect(arrived.n).toBe(996);
    const noon = '2022-04-05T12:00+08:00';
    const expectedThen = await arrivalsUntil('2022-04-05T12:00');
    const then = await ward.call('ward.census', { at: noon });
    expect(then.patients).toMatchObject({ inHouse: expectedThen, waiting: 0, admittedTotal: expectedThen });
    const board = await ward.call('beds.board', { at: noon });
    expect([then.beds, board.counts]).toEqual([board.counts, then.beds]);
    expect(board.counts.occupied).toBe(expectedThen);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });
});
