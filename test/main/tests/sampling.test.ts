import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import type { TestWard } from '../../fixtures/ward.ts';
import { LI, labCsv, smallWard, ZHANG } from './lab-ward.ts';

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

const samplesOf = async (stayId: StayId) => (await ward.call('tests.ofStay', { stayId })).samples;
const numberOf = async (stayId: StayId) => String((await ward.call('stays.record', { stayId })).stay.number);
const sample = (barcode: string, ...people: string[]) => ward.call('tests.recordSample', { barcode, people });
const refused = async (barcode: string, people: string[], header = {}) =>
  ward.refused('tests.recordSample', { barcode, people }, header);

describe('labels', () => {
  it('are short, each person’s own, and the same when printed again', async () => {
    const first = await ward.call('tests.assignLabels', { stayIds: [zhang, li] });
    expect(first.labels.map(({ name, barcode }) => [name, barcode])).toEqual([
      [ZHANG.name, 'FC2204080001'],
      [LI.name, 'FC2204080002'],
    ]);
    expect(await ward.call('tests.assignLabels', { stayIds: [li, zhang] })).toMatchObject({
      actId: null,
      labels: [{ barcode: 'FC2204080002' }, { barcode: 'FC2204080001' }],
    });
    await sample('FC2204080001', await numberOf(zhang));
    const next = await ward.call('tests.assignLabels', { stayIds: [zhang] });
    expect(next.labels[0]?.barcode).toBe('FC2204080003');
  });

  it('that were taken back are not given out again', async () => {
    const { actId } = await ward.call('tests.assignLabels', { stayIds: [zhang] });
    await ward.call('acts.undo', { actId: actId ?? '' });
    const { labels } = await ward.call('tests.assignLabels', { stayIds: [zhang] });
    expect(labels[0]?.barcode).toBe('FC2204080002');
  });
});

describe('a sample at the bedside', () => {
  it('is recorded by tube and wristband, document or bed, when it happened', async () => {
    await ward
      .call('stays.assign', {
        stayId: li,
        expectedVersion: (await ward.call('stays.record', { stayId: li })).stay.version,
        bedId: await ward.bed('A-01-02'),
      })
      .catch(() => undefined);
    await sample('t01', await numberOf(zhang));
    await ward.call(
      'tests.recordSample',
      { barcode: 'T02', people: [LI.id] },
      { happenedAt: '2022-04-07T08:00+08:00' },
    );
    expect(await samplesOf(zhang)).toMatchObject([
      { barcode: 'T01', sampledAt: '2022-04-08T04:00:00.000Z', report: null },
    ]);
    expect(await samplesOf(li)).toMatchObject([{ barcode: 'T02', sampledAt: '2022-04-07T00:00:00.000Z' }]);
  });

  it('is refused where tube or person cannot be right, naming the other', async () => {
    await ward.call('tests.assignLabels', { stayIds: [zhang] });
    expect(await refused('FC2204080001', [LI.id])).toMatchObject({
      code: 'barcode-of-another',
      params: { name: ZHANG.name },
    });
    expect((await refused('FC2204080001', [LI.id, ZHANG.id])).code).toBe('pool-with-label');
    expect((await refused('T01', ['77'])).code).toBe('no-such-patient');
    expect((await refused('T01', [ZHANG.id, await numberOf(zhang)])).code).toBe('same-stay-twice');
    expect((await refused('T01', [ZHANG.id], { happenedAt: '2022-04-04T11:00+08:00' })).code).toBe(
      'before-arrival',
    );
    expect((await refused('T01', [ZHANG.id], { happenedAt: '2022-04-08T13:00+08:00' })).code).toBe(
      'in-future',
    );
    await sample('T01', ZHANG.id);
    expect(await refused('T01', [LI.id])).toMatchObject({
      code: 'barcode-used',
      params: { name: ZHANG.name },
    });
    expect(await samplesOf(li)).toEqual([]);
  });

  it('tells a scan of a tube from one of a wristband', async () => {
    await ward.call('tests.assignLabels', { stayIds: [zhang] });
    const kindOf = async (text: string) => (await ward.call('tests.resolveScan', { text })).kind;
    expect(await kindOf(await numberOf(zhang))).toBe('person');
    expect(await kindOf(ZHANG.id.toLowerCase())).toBe('person');
    expect(await ward.call('tests.resolveScan', { text: 'fc2204080001' })).toMatchObject({
      kind: 'barcode',
      barcode: 'FC2204080001',
      labelOf: { name: ZHANG.name },
    });
    expect(await kindOf('JL202204060001')).toBe('barcode');
    expect(await kindOf('？')).toBe('unknown');
    expect(await kindOf('9999')).toBe('unknown');
    for (const text of ['W9999999', '9999999', 'A-01-20', 'Z-99-99']) {
      expect([text, await ward.call('tests.resolveScan', { text })]).toEqual([text, { kind: 'unknown' }]);
      const slip = await ward.refused('tests.recordSample', {
        barcode: text.padStart(3, 'W'),
        people: ['1'],
      });
      expect([text, slip.code]).toEqual([text, 'not-a-tube']);
    }
  });

  it('can be taken back, but not from under its result', async () => {
    const { actId } = await sample('T01', ZHANG.id);
    const result = await ward.call('tests.enterResult', {
      barcode: 't01',
      orf: '26',
      n: '24.5',
      result: '阳性',
    });
    expect((await ward.refused('acts.undo', { actId })).code).toBe('undo-later-act');
    await ward.call('acts.undo', { actId: result.actId });
    await ward.call('acts.undo', { actId });
    expect(await samplesOf(zhang)).toEqual([]);
  });
});

describe('a result typed by hand', () => {
  const enter = (more: object = {}) =>
    ward.call('tests.enterResult', { barcode: 'T01', orf: '26', n: '未检出', result: '阳性', ...more });

  it('belongs to a tube that was sampled, and can be corrected, visibly', async () => {
    expect(
      (await ward.refused('tests.enterResult', { barcode: 'T01', orf: '26', n: '', result: '' })).code,
    ).toBe('no-such-sample');
    await sample('T01', ZHANG.id);
    expect((await enter()).corrected).toBe(false);
    expect((await enter({ orf: '36', result: '阴性' })).corrected).toBe(true);
    expect(await samplesOf(zhang)).toMatchObject([
      {
        report: { outcome: 'negative', orf: { ct: 36 } },
        earlier: [{ outcome: 'positive', orf: { ct: 26 } }],
      },
    ]);
  });

  it('that contradicts itself or says nothing is refused', async () => {
    await sample('T01', ZHANG.id);
    const code = async (orf: string, n: string, result: string) =>
      (await ward.refused('tests.enterResult', { barcode: 'T01', orf, n, result })).code;
    expect(await code('20', '', '阴性')).toBe('result-contradictory');
    expect(await code('', '', '')).toBe('result-not-readable');
    expect(await code('高', '', '阳性')).toBe('result-not-readable');
  });
});

describe('the bedside’s own barcode leads when the laboratory’s file comes', () => {
  const headings = ['样本编号', 'N基因Ct值', 'ORF1ab基因Ct值', '检测结果'];

  it('so that neither name nor document is needed, and the bedside’s time holds', async () => {
    await ward.call(
      'tests.recordSample',
      { barcode: 'T01', people: [ZHANG.id] },
      { happenedAt: '2022-04-07T08:00+08:00' },
    );
    const result = await ward.call('tests.importLab', labCsv([['T01', '24', '26', '阳性']], headings));
    expect(result).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(await samplesOf(zhang)).toMatchObject([
      { sampledAt: '2022-04-07T00:00:00.000Z', report: { orf: { ct: 26 }, n: { ct: 24 } } },
    ]);
  });

  it('a label is enough, with the file’s time; another’s name or document is not', async () => {
    await ward.call('tests.assignLabels', { stayIds: [zhang, li] });
    const T = '2022-04-07 08:00';
    const result = await ward.call(
      'tests.importLab',
      labCsv([
        ['FC2204080001', ZHANG.name, ZHANG.id, T, '>40', '>40', '阴性'],
        ['FC2204080002', ZHANG.name, ZHANG.id, T, '>40', '>40', '阴性'],
      ]),
    );
    expect(result).toMatchObject({
      accepted: 1,
      quarantined: 1,
      issues: [{ code: 'barcode-used-twice', params: { other: LI.name } }],
    });
  });

  it('a pool’s one row is the result of all in it, and they are first on the sampling list', async () => {
    await ward.call(
      'tests.recordSample',
      { barcode: 'P01', people: [ZHANG.id, LI.id] },
      { happenedAt: '2022-04-08T08:00+08:00' },
    );
    await ward.call('tests.importLab', labCsv([['P01', '24', '26', '阳性']], headings));
    expect((await samplesOf(li))[0]).toMatchObject({
      pooled: true,
      others: 1,
      report: { outcome: 'positive' },
    });
    const due = await ward.call('tests.samplingList', { withinHours: 0 });
    expect(due.map(({ name, why }) => [name, why])).toEqual([
      [ZHANG.name, 'retest'],
      [LI.name, 'retest'],
    ]);
    ward.at('2022-04-08 13:00');
    await sample('T01', ZHANG.id);
    const later = await ward.call('tests.samplingList', { withinHours: 0 });
    expect(later.filter(({ why }) => why === 'retest').map(({ name }) => name)).toEqual([LI.name]);
  });
});

describe('the sampling list', () => {
  it('has whoever was never sampled, and nobody who was just now', async () => {
    expect((await ward.call('tests.samplingList', {})).map(({ name }) => name)).toEqual([
      ZHANG.name,
      LI.name,
    ]);
    await sample('T01', ZHANG.id);
    expect((await ward.call('tests.samplingList', { withinHours: 0 })).map(({ name }) => name)).toEqual([
      LI.name,
    ]);
  });

  it('has who is not classified yet, though a doctor has to look first, and nobody who belongs elsewhere', async () => {
    const classify = async (stayId: StayId, classification: 'unknown' | 'severe') =>
      ward.call('stays.correct', { stayId, details: { classification } } as never);
    await classify(zhang, 'unknown');
    await classify(li, 'severe');
    expect(
      (await ward.call('tests.samplingList', {})).map(({ name, dueAt, sentence }) => [
        name,
        dueAt,
        sentence.zh,
      ]),
    ).toEqual([[ZHANG.name, '2022-04-08T04:00:00.000Z', expect.stringContaining('采样')]]);
  });
});
