import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { someone, type TestWard } from '../../fixtures/ward.ts';
import { HEADINGS, LI, labCsv, problemsOf, smallWard, ZHANG } from './lab-ward.ts';

let ward: TestWard;
let zhang: StayId;
let li: StayId;
beforeEach(async () => {
  ({ ward, zhang, li } = await smallWard());
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

type Row = (string | number)[];
const T = '2022-04-07 08:00';
const POSITIVE: Row = [26, 24, '阳性'];
const NEGATIVE: Row = ['>40', '未检出', '阴性'];
const row = (barcode: string, who: { name: string; id: string }, result: Row, reported = ''): Row => [
  ...[barcode, who.name, who.id, T, ...result, reported],
];
const take = (...rows: Row[]) => ward.call('tests.importLab', labCsv(rows, [...HEADINGS, '报告时间']));
const samplesOf = async (stayId: StayId) => (await ward.call('tests.ofStay', { stayId })).samples;
const waiting = async () => {
  const [first] = await ward.call('tests.quarantine', {});
  if (!first) throw new Error('nothing in quarantine');
  return { labFileId: first.labFileId, row: first.row };
};
const REASON = { reason: '已电话核实' };
const bedside = (barcode: string, people: string[], happenedAt = '2022-04-07T08:00+08:00') =>
  ward.call('tests.recordSample', { barcode, people }, { happenedAt });

describe('a report that is dated in the future', () => {
  it('waits in quarantine, of a file’s sample and of a bedside one, and counts once somebody has solved it', async () => {
    await bedside('T02', [LI.id]);
    const result = await take(
      row('T01', ZHANG, POSITIVE, '2023-04-08 12:00'),
      row('T02', LI, POSITIVE, '2022-04-08 12:03'),
    );
    expect(problemsOf(result)).toEqual([
      [2, 'reported-in-future'],
      [3, 'reported-in-future'],
    ]);
    await ward.call('tests.solveRow', { ...(await waiting()), stayId: zhang }, REASON);
    expect(await samplesOf(zhang)).toMatchObject([{ report: { outcome: 'positive', reportedAt: null } }]);
    const { patient } = await ward.call('eligibility.ofStay', { stayId: zhang, language: 'en' });
    expect(patient.rules.find(({ rule }) => rule === 'tests')?.sentence).toContain('26');
  });

  it('is taken where only the clocks differ', async () => {
    expect(await take(row('T01', ZHANG, POSITIVE, '2022-04-08 12:02'))).toMatchObject({ accepted: 1 });
  });
});

describe('a row that a person solves', () => {
  const refused = async (stayId: StayId, more = {}) =>
    ward.refused('tests.solveRow', { ...(await waiting()), stayId, ...more }, REASON);

  it('never replaces a newer report, by its date or, without dates, by when it came', async () => {
    await take(row('T01', { ...ZHANG, name: '张山' }, NEGATIVE, '2022-04-07 18:00'));
    await take(row('T01', ZHANG, POSITIVE, '2022-04-07 20:00'));
    expect(await refused(zhang)).toMatchObject({
      code: 'older-report',
      params: { barcode: 'T01', known: expect.stringContaining('26') },
    });
    await ward.call('tests.rejectRow', await waiting(), REASON);
    await take(row('T03', { ...LI, name: '李斯' }, NEGATIVE));
    await take(row('T03', LI, POSITIVE));
    expect((await refused(li)).code).toBe('older-report');
  });

  it('keeps the bedside’s sampling time unless the person gives another', async () => {
    await bedside('T01', [ZHANG.id], '2022-04-06T06:30+08:00');
    await take(row('T01', { ...ZHANG, name: '张山' }, NEGATIVE));
    const { actId } = await ward.call('tests.solveRow', { ...(await waiting()), stayId: zhang }, REASON);
    expect((await samplesOf(zhang))[0]?.sampledAt).toBe('2022-04-05T22:30:00.000Z');
    await ward.call('acts.undo', { actId });
    const sampledAt = '2022-04-06T07:00+08:00';
    await ward.call('tests.solveRow', { ...(await waiting()), stayId: zhang, sampledAt }, REASON);
    expect((await samplesOf(zhang))[0]?.sampledAt).toBe('2022-04-05T23:00:00.000Z');
  });

  it('joins nobody to a tube of the bedside, and changes no pool’s result', async () => {
    const { stayId: wang } = await ward.call('stays.admit', {
      details: someone({ name: '王五', documentType: 'passport', documentNumber: 'E10000007' }),
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    await bedside('P01', [ZHANG.id, LI.id]);
    await ward.call('tests.enterResult', { barcode: 'P01', orf: '未检出', n: '未检出', result: '' });
    await take(row('P01', { name: '王五', id: 'E10000007' }, POSITIVE));
    const at = { sampledAt: '2022-04-08T12:00+08:00' };
    expect(await refused(wang, { pooled: true, ...at })).toMatchObject({
      code: 'not-in-pool',
      params: { name: '王五', other: ZHANG.name },
    });
    await ward.call('tests.rejectRow', await waiting(), REASON);
    await take(row('P01', { ...ZHANG, name: '张山' }, POSITIVE));
    expect((await refused(zhang)).code).toBe('pool-has-result');
    expect((await samplesOf(li))[0]?.report?.outcome).toBe('negative');
  });

  it('lies in nobody else’s labelled tube, also when it is called a pool', async () => {
    const { labels } = await ward.call('tests.assignLabels', { stayIds: [li] });
    const barcode = labels[0]?.barcode ?? '';
    await take(row(barcode, ZHANG, NEGATIVE));
    for (const pooled of [true, false])
      expect(await refused(zhang, { pooled })).toMatchObject({
        code: 'barcode-of-another',
        params: { name: LI.name },
      });
    expect((await refused(li, { pooled: true })).code).toBe('pool-with-label');
  });
});

describe('a positive in quarantine', () => {
  const alerts = async () =>
    (await ward.call('alerts.open', {})).alerts
      .filter(({ kind }) => kind === 'positive-in-quarantine')
      .map(({ name, level, teams, acknowledged }) => ({
        name,
        level,
        teams,
        acknowledged: acknowledged?.who,
      }));
  const ofZhang = { name: ZHANG.name, level: 'urgent', teams: ['medical', 'nursing'] };

  it('rings for whoever its document points to, until somebody has decided', async () => {
    await take(row('T01', { ...ZHANG, name: '张山' }, POSITIVE));
    expect(await alerts()).toMatchObject([ofZhang]);
    const { actId } = await ward.call('tests.rejectRow', await waiting(), REASON);
    expect(await alerts()).toEqual([]);
    await ward.call('acts.undo', { actId });
    expect(await alerts()).toMatchObject([ofZhang]);
  });

  it('rings by the barcode alone, by a word that contradicts the Ct, and not for a negative', async () => {
    await bedside('T01', [ZHANG.id]);
    await take(row('T01', { name: '王五', id: '' }, [33, '未检出', '阴性']));
    await take(row('T02', { ...LI, name: '李斯' }, NEGATIVE));
    expect(await alerts()).toMatchObject([ofZhang]);
  });

  it('rings for somebody who has left, within the days of monitoring', async () => {
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId: zhang }], leaving });
    ward.at('2022-04-09 12:00');
    await take(row('T01', ZHANG, POSITIVE));
    expect(await alerts()).toMatchObject([ofZhang]);
    ward.at('2022-04-20 12:00');
    expect(await alerts()).toEqual([]);
  });
});
