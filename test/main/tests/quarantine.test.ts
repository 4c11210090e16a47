import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import type { TestWard } from '../../fixtures/ward.ts';
import { HEADINGS, LI, labCsv, problemsOf, smallWard, ZHANG } from './lab-ward.ts';

let ward: TestWard;
let zhang: StayId;
let li: StayId;
beforeEach(async () => {
  ({ ward, zhang, li } = await smallWard());
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

type Row = (string | number)[];
const row = (barcode: string, who: { name: string; id: string }, at: string, ...result: Row): Row => [
  barcode,
  who.name,
  who.id,
  at,
  ...result,
];
const POSITIVE: Row = [26, 24, '阳性'];
const NEGATIVE: Row = ['>40', '未检出', '阴性'];
const take = (rows: Row[], headings = HEADINGS) => ward.call('tests.importLab', labCsv(rows, headings));
const samplesOf = async (stayId: StayId) => (await ward.call('tests.ofStay', { stayId })).samples;
const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

describe('what cannot be matched beyond doubt waits in quarantine', () => {
  const T = '2022-04-07 08:00';
  const cases: [string, string, Row[]][] = [
    [
      'a name that differs from the document’s',
      'name-differs',
      [row('T1', { ...ZHANG, name: '张四' }, T, ...NEGATIVE)],
    ],
    [
      'a document that nobody has',
      'unknown-person',
      [row('T1', { ...ZHANG, id: '34052419800101001X' }, T, ...NEGATIVE)],
    ],
    ['a name alone, however unique', 'document-missing', [row('T1', { ...ZHANG, id: '' }, T, ...NEGATIVE)]],
    ['a document alone', 'name-missing', [row('T1', { ...ZHANG, name: '' }, T, ...NEGATIVE)]],
    ['a row without a barcode', 'barcode-missing', [row('', ZHANG, T, ...NEGATIVE)]],
    [
      'a sample from before the arrival',
      'before-admission',
      [row('T1', ZHANG, '2022-04-04 11:59', ...NEGATIVE)],
    ],
    ['a sample from the future', 'in-future', [row('T1', ZHANG, '2022-04-08 12:03', ...NEGATIVE)]],
    ['a day without an hour', 'time-unreadable', [row('T1', ZHANG, '2022-04-07', ...NEGATIVE)]],
    ['no time at all', 'time-unreadable', [row('T1', ZHANG, '早上', ...NEGATIVE)]],
    ['a result that says nothing known', 'result-unreadable', [row('T1', ZHANG, T, '差', 24, '阳性')]],
    ['no result', 'result-unreadable', [row('T1', ZHANG, T, '', '', '')]],
    ['a negative with a gene below 35', 'result-contradicts', [row('T1', ZHANG, T, 34.99, 36, '阴性')]],
    ['a positive with nothing found', 'result-contradicts', [row('T1', ZHANG, T, '—', '未检出', '阳性')]],
  ];
  for (const [what, problem, rows] of cases) {
    it(`${what}: ${problem}`, async () => {
      const result = await take(rows);
      expect(result).toMatchObject({ rows: 1, accepted: 0, quarantined: 1, refused: 0 });
      expect(problemsOf(result)).toEqual([[2, problem]]);
      expect(result.issues[0]?.message).not.toMatch(/\{\{/);
      expect(await samplesOf(zhang)).toEqual([]);
      expect(await ward.call('tests.quarantine', {})).toHaveLength(1);
    });
  }

  it('a barcode for two people in one file keeps both back', async () => {
    const result = await take([row('T1', ZHANG, T, ...NEGATIVE), row('T1', LI, T, ...POSITIVE)]);
    expect(problemsOf(result)).toEqual([
      [2, 'barcode-used-twice'],
      [3, 'barcode-used-twice'],
    ]);
    expect(result.issues.map(({ params }) => params.other)).toEqual([LI.name, ZHANG.name]);
  });

  it('a barcode that is somebody else’s in the ward names whose', async () => {
    await take([row('T1', ZHANG, T, ...NEGATIVE)]);
    const result = await take([row('T1', LI, T, ...POSITIVE)]);
    expect(result.issues[0]).toMatchObject({ code: 'barcode-used-twice', params: { other: ZHANG.name } });
    expect(await samplesOf(li)).toEqual([]);
  });

  it('one barcode with two results in one file keeps both back', async () => {
    const result = await take([row('T1', ZHANG, T, ...NEGATIVE), row('T1', ZHANG, T, ...POSITIVE)]);
    expect(problemsOf(result).map(([, code]) => code)).toEqual([
      'results-differ-in-file',
      'results-differ-in-file',
    ]);
  });

  it('somebody who left: before the sample, or before its result came', async () => {
    ward.at('2022-04-07 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId: zhang }], leaving: LEAVING });
    ward.at('2022-04-08 12:00');
    const result = await take([
      row('T1', ZHANG, '2022-04-07 13:00', ...NEGATIVE),
      row('T2', ZHANG, '2022-04-07 08:00', ...NEGATIVE),
    ]);
    expect(problemsOf(result)).toEqual([
      [2, 'left-before-sampling'],
      [3, 'has-left'],
    ]);
    const [, waiting] = await ward.call('tests.quarantine', {});
    await ward.call(
      'tests.solveRow',
      { labFileId: waiting?.labFileId ?? '', row: 3, stayId: zhang },
      { reason: '已看过' },
    );
    expect(await samplesOf(zhang)).toHaveLength(1);
  });

  it('an older report than the one on record', async () => {
    const headings = [...HEADINGS, '报告时间'];
    await take([[...row('T1', ZHANG, T, ...NEGATIVE), '2022-04-07 20:00']], headings);
    const result = await take([[...row('T1', ZHANG, T, ...POSITIVE), '2022-04-07 19:00']], headings);
    expect(problemsOf(result)).toEqual([[2, 'older-report']]);
    expect((await samplesOf(zhang))[0]?.report?.outcome).toBe('negative');
  });
});

describe('what is beyond doubt', () => {
  const T = '2022-04-07 08:00';

  it('is taken, however name, document and time are written', async () => {
    const result = await take([
      row('t-1 ', { name: ' 张 三 ', id: '11010519491231002x' }, '2022/4/7 8:00', '35，2', 'Undet.', ''),
      row('T2', { name: LI.name, id: '４４０５２４188001010014' }, '2022年4月7日 9时', '36', '—', '阳性'),
    ]);
    expect(result).toMatchObject({ accepted: 2, quarantined: 0 });
    expect((await samplesOf(zhang))[0]).toMatchObject({
      barcode: 'T-1',
      sampledAt: '2022-04-07T00:00:00.000Z',
      report: {
        orf: { reading: 'ct', ct: 35.2 },
        n: { reading: 'not-detected', ct: null },
        outcome: 'positive',
      },
    });
    expect((await samplesOf(li))[0]?.report?.outcome).toBe('positive');
  });

  it('reads either gene first, English headings and retests', async () => {
    const result = await take(
      [['S-77', 'T9', ZHANG.name, ZHANG.id, '2022-04-07 08:00', 'ND', 24.5, 'retest', '2022-04-07 20:00']],
      [
        'Specimen ID',
        'No.',
        'Patient name',
        'ID No.',
        'Collection time',
        'N gene Ct',
        'ORF1ab Ct',
        'Result',
        'Report time',
      ],
    );
    expect(problemsOf(result)).toEqual([]);
    expect((await samplesOf(zhang))[0]).toMatchObject({
      barcode: 'S-77',
      report: {
        orf: { ct: 24.5 },
        n: { reading: 'not-detected' },
        outcome: 'invalid',
        reportedAt: '2022-04-07T12:00:00.000Z',
      },
    });
  });

  it('corrects an earlier report visibly, and undo brings the earlier one back', async () => {
    await take([row('T1', ZHANG, T, ...POSITIVE)]);
    const result = await take([row('T1', ZHANG, T, ...NEGATIVE)]);
    expect(result).toMatchObject({ accepted: 1, warned: 1, corrected: 1 });
    expect(result.issues[0]).toMatchObject({
      severity: 'warning',
      code: 'corrected',
      params: { name: ZHANG.name },
    });
    expect(await samplesOf(zhang)).toMatchObject([
      { report: { outcome: 'negative' }, earlier: [{ outcome: 'positive' }] },
    ]);
    await ward.call('acts.undo', { actId: result.actId ?? '' });
    expect(await samplesOf(zhang)).toMatchObject([{ report: { outcome: 'positive' }, earlier: [] }]);
  });

  it('is a pool where the tube’s mark says so: each member has it, and all are to be tested again', async () => {
    const headings = [...HEADINGS, '单采/混采'];
    await take(
      [
        [...row('P1', ZHANG, T, ...POSITIVE), '混采'],
        [...row('P1', LI, T, ...POSITIVE), '混采'],
      ],
      headings,
    );
    for (const stayId of [zhang, li])
      expect(await ward.call('tests.ofStay', { stayId })).toMatchObject({
        retest: true,
        samples: [{ barcode: 'P1', pooled: true, others: 1, report: { outcome: 'positive' } }],
      });
    await take([row('T1', ZHANG, '2022-04-08 08:00', ...NEGATIVE)]);
    expect((await ward.call('tests.ofStay', { stayId: zhang })).retest).toBe(false);
    expect((await ward.call('tests.ofStay', { stayId: li })).retest).toBe(true);
  });
});

describe('a quarantined row', () => {
  const T = '2022-04-07 08:00';
  const waiting = async () => {
    const [first] = await ward.call('tests.quarantine', {});
    if (!first) throw new Error('nothing in quarantine');
    return { labFileId: first.labFileId, row: first.row };
  };

  it('is given to the person chosen, with a reason, and undo puts it back', async () => {
    await take([row('T1', { ...ZHANG, name: '张山' }, T, ...POSITIVE)]);
    const which = await waiting();
    expect((await ward.refused('tests.solveRow', { ...which, stayId: zhang })).code).toBe('reason-needed');
    const { actId } = await ward.call(
      'tests.solveRow',
      { ...which, stayId: zhang },
      { reason: '核对腕带，名字录错' },
    );
    expect(await samplesOf(zhang)).toMatchObject([{ barcode: 'T1', report: { outcome: 'positive' } }]);
    expect(await ward.call('tests.quarantine', {})).toEqual([]);
    expect((await ward.refused('tests.rejectRow', which, { reason: 'x' })).code).toBe('lab-row-solved');
    await ward.call('acts.undo', { actId });
    expect(await samplesOf(zhang)).toEqual([]);
    expect(await ward.call('tests.quarantine', {})).toHaveLength(1);
  });

  it('gets its time and values corrected, never outside the stay, never contradicting itself', async () => {
    await take([row('T1', ZHANG, '4月7日', 30, 31, '阴性')]);
    const which = { ...(await waiting()), stayId: zhang };
    const refused = async (more: object) =>
      (await ward.refused('tests.solveRow', { ...which, ...more }, { reason: '电话核实' })).code;
    expect(await refused({})).toBe('sampling-time-needed');
    expect(await refused({ sampledAt: '2022-04-04T11:00+08:00' })).toBe('sampled-before-arrival');
    expect(await refused({ sampledAt: '2022-04-08T12:01+08:00' })).toBe('sampled-in-future');
    expect(await refused({ sampledAt: '2022-04-07T08:00+08:00' })).toBe('result-contradictory');
    expect(await refused({ sampledAt: '2022-04-07T08:00+08:00', orf: 'x' })).toBe('result-not-readable');
    await ward.call(
      'tests.solveRow',
      { ...which, sampledAt: '2022-04-07T08:00+08:00', result: '阳性' },
      { reason: '电话核实' },
    );
    expect(await samplesOf(zhang)).toMatchObject([
      { sampledAt: '2022-04-07T00:00:00.000Z', report: { outcome: 'positive' } },
    ]);
  });

  it('cannot be given to one person with another’s tube', async () => {
    await take([row('T1', ZHANG, T, ...NEGATIVE)]);
    await take([row('T1', LI, T, ...POSITIVE)]);
    const refusal = await ward.refused(
      'tests.solveRow',
      { ...(await waiting()), stayId: li },
      { reason: 'x' },
    );
    expect(refusal).toMatchObject({ code: 'barcode-of-another', params: { name: ZHANG.name } });
  });

  it('is set aside with a reason, and stays visible in its file', async () => {
    const { labFileId } = await take([row('T1', { ...ZHANG, id: '' }, T, ...POSITIVE)]);
    const { actId } = await ward.call('tests.rejectRow', await waiting(), { reason: '外院样本' });
    expect(await ward.call('tests.labFile', { labFileId })).toMatchObject({
      rejected: 1,
      lines: [{ status: 'rejected' }],
    });
    await ward.call('acts.undo', { actId });
    expect(await ward.call('tests.quarantine', {})).toHaveLength(1);
  });

  it('solved by a later act keeps the import from being taken back', async () => {
    const { actId } = await take([row('T1', { ...ZHANG, name: '张山' }, T, ...POSITIVE)]);
    await ward.call('tests.solveRow', { ...(await waiting()), stayId: zhang }, { reason: 'x' });
    expect((await ward.refused('acts.undo', { actId: actId ?? '' })).code).toBe('undo-later-act');
  });
});
