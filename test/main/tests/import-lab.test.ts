import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestWard } from '../../fixtures/ward.ts';
import { HEADINGS, LAB_DAYS, labCsv, labFileOf, labRows, rosterRows, wardOf996 } from './lab-ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await wardOf996();
});
afterEach(() => ward.close());

/** Excel's wall-clock times come as if they were UTC. */
const wallClock = (value: unknown): string =>
  value instanceof Date
    ? new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 16).replace('T', ' ')
    : String(value).slice(0, 16);

const anybody = async () => ({
  stayId: (await ward.call('stays.list', { scope: 'present' })).rows[0]?.stayId ?? '',
});

async function arrivals(): Promise<Map<string, string>> {
  return new Map(
    (await rosterRows()).map((row) => [String(row.get('身份证号码')), wallClock(row.get('到达时间'))]),
  );
}

describe('the laboratory files of the first days', () => {
  it('come out as counted from the sheets by another reader: taken, and before-admission', async () => {
    const arrived = await arrivals();
    expect(arrived.size).toBeGreaterThan(900);
    let early = 0;
    for (const day of LAB_DAYS) {
      const rows = await labRows(day);
      const before = rows.filter(
        (row) => String(row.get('采样时间')) < (arrived.get(String(row.get('身份证号'))) ?? '9'),
      );
      early += before.length;
      const result = await ward.call('tests.importLab', labFileOf(day));
      expect(result).toMatchObject({
        rows: 996,
        accepted: 996 - before.length,
        quarantined: before.length,
        duplicates: 0,
        refused: 0,
        corrected: 0,
      });
      expect(new Set(result.issues.map(({ code }) => code))).toEqual(
        new Set(before.length > 0 ? ['before-admission'] : []),
      );
    }
    // The last of them came at 03:48 on the 6th, before the first sample: the sheets themselves say that none is early.
    expect(early).toBe(0);
    expect(await ward.call('tests.quarantine', {})).toHaveLength(early);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('give each person the Ct values and times that the sheet has', async () => {
    for (const day of LAB_DAYS) await ward.call('tests.importLab', labFileOf(day));
    const { rows: stays } = await ward.call('stays.list', { scope: 'present' });
    const byDocument = new Map(stays.map((stay) => [stay.documentNumber, stay.stayId]));
    const rows = await labRows('08');
    for (const row of rows.filter((_, i) => i % 83 === 0)) {
      const stayId = byDocument.get(String(row.get('身份证号'))) ?? '';
      const { samples } = await ward.call('tests.ofStay', { stayId });
      const sample = samples.find(({ barcode }) => barcode === row.get('样本条码'));
      const gene = (value: unknown) =>
        typeof value === 'number' ? { reading: 'ct', ct: value } : { reading: 'not-detected', ct: null };
      expect(sample).toMatchObject({
        sampledAt: new Date(`${String(row.get('采样时间')).replace(' ', 'T')}:00+08:00`).toISOString(),
        pooled: false,
        report: {
          orf: gene(row.get('ORF1ab Ct')),
          n: gene(row.get('N Ct')),
          outcome: row.get('结果') === '阳性' ? 'positive' : 'negative',
        },
        earlier: [],
      });
    }
  });

  it('twice change nothing, and another file with the same rows is all repeats', async () => {
    const first = await ward.call('tests.importLab', labFileOf('07'));
    const again = await ward.call('tests.importLab', labFileOf('07'));
    expect(again).toMatchObject({ actId: null, labFileId: first.labFileId, accepted: 0, rows: 996 });
    expect(again.duplicates + again.quarantined).toBe(996);
    expect(again.quarantined).toBe(first.quarantined);
    const rows = (await labRows('07')).map((row) => HEADINGS.map((heading) => String(row.get(heading))));
    const copy = await ward.call('tests.importLab', labCsv(rows));
    expect(copy).toMatchObject({
      accepted: 0,
      duplicates: 996 - first.quarantined,
      quarantined: first.quarantined,
    });
    expect((await ward.call('tests.ofStay', await anybody())).samples).toHaveLength(1);
  });

  it('can be taken back whole, and taken in again', async () => {
    const first = await ward.call('tests.importLab', labFileOf('07'));
    await ward.call('acts.undo', { actId: first.actId ?? '' });
    const [stay] = (await ward.call('stays.list', { scope: 'present' })).rows;
    expect((await ward.call('tests.ofStay', { stayId: stay?.stayId ?? '' })).samples).toEqual([]);
    expect(await ward.call('tests.quarantine', {})).toEqual([]);
    expect((await ward.call('tests.labFiles', {}))[0]).toMatchObject({ undone: true, accepted: 0 });
    const second = await ward.call('tests.importLab', labFileOf('07'));
    expect(second.accepted).toBe(first.accepted);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });
});
