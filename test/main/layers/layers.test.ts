import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AskedLayer } from '#shared/contract/layers.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, observe } from '../rounds/ward-of-patients.ts';
import { labCsv } from '../tests/lab-ward.ts';

const LEAVING = { way: 'against-advice', destination: '', companion: '', note: '' } as const;

const HEADINGS = ['样本编号', 'N基因Ct值', 'ORF1ab基因Ct值', '检测结果'];

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20');
});
afterEach(async () => {
  await ward.close();
});

/** `A-01-01 high 7`, by bed. */
async function layer(name: AskedLayer, at?: string): Promise<string[]> {
  const { beds } = await ward.call('beds.plan', {});
  const codes = new Map(beds.map(({ id, code }) => [id, code]));
  const { values } = await ward.call('layers.show', { layer: name, ...(at ? { at } : {}) });
  return values.map(({ bedId, band, value }) => `${codes.get(bedId)} ${band} ${value}`).sort();
}

describe('days in house', () => {
  it('count the day of arrival as the first, also for who moved to another bed', async () => {
    const stayId = await admit(ward, '赵一', 'A-01-01');
    ward.at('2022-04-07 09:00');
    await admit(ward, '钱二', 'A-01-02');
    await ward.call('stays.move', { stayId, bedId: await ward.bed('A-01-03'), because: 'request' });
    expect(await layer('days')).toEqual(['A-01-02 upTo3 1', 'A-01-03 upTo7 4']);
  });
});

describe('NEWS2', () => {
  it('is the last score, and at a past instant the one that was known of then', async () => {
    const zhao = await admit(ward, '赵一', 'A-01-01');
    await admit(ward, '钱二', 'A-01-02');
    await observe(ward, zhao);
    ward.at('2022-04-04 18:00');
    await observe(ward, zhao, { respiratoryRate: 26, spo2: 91, pulse: 112 });
    expect(await layer('news2')).toEqual(['A-01-01 high 8', 'A-01-02 notSeen null']);
    expect(await layer('news2', '2022-04-04T15:00+08:00')).toEqual([
      'A-01-01 zero 0',
      'A-01-02 notSeen null',
    ]);
  });
});

describe('samples', () => {
  it('tell of a past instant who had to be sampled alone then', async () => {
    const numbers: string[] = [];
    for (const [name, bed] of [
      ['赵一', 'A-01-01'],
      ['钱二', 'A-01-02'],
    ] as const) {
      const stayId = await admit(ward, name, bed);
      numbers.push(String((await ward.call('stays.record', { stayId })).stay.number));
    }
    ward.at('2022-04-05 08:00');
    await ward.call('tests.recordSample', { barcode: 'P01', people: numbers });
    ward.at('2022-04-05 12:00');
    await ward.call('tests.importLab', labCsv([['P01', '24', '26', '阳性']], HEADINGS));
    ward.at('2022-04-05 14:00');
    await ward.call('tests.recordSample', { barcode: 'T01', people: numbers.slice(0, 1) });
    const again = async (at?: string) =>
      (await layer('sample', at)).filter((one) => one.includes('retest')).map((one) => one.slice(0, 7));
    expect(await again()).toEqual(['A-01-02']);
    expect(await again('2022-04-05T13:00+08:00')).toEqual(['A-01-01', 'A-01-02']);
    expect(await again('2022-04-05T09:00+08:00')).toEqual([]);
  });
});

describe('a past instant', () => {
  it('has whoever was in a bed then; nobody before, and none to come', async () => {
    const stayId = await admit(ward, '赵一', 'A-01-01');
    ward.at('2022-04-05 12:00');
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
    expect(await layer('days')).toEqual([]);
    expect(await layer('days', '2022-04-05T11:00+08:00')).toEqual(['A-01-01 upTo3 2']);
    expect(await layer('days', '2022-04-04T11:00+08:00')).toEqual([]);
    const refusal = await ward.refused('layers.show', { layer: 'days', at: '2022-04-06T00:00+08:00' });
    expect(refusal.code).toBe('in-future');
  });
});

describe('samples and leaving', () => {
  it('say what the sampling list and the rules of release say', async () => {
    const stayId = await admit(ward, '赵一', 'A-01-01');
    const list = await ward.call('tests.samplingList', { withinHours: 0 });
    const due = list.some((row) => row.stayId === stayId);
    expect((await layer('sample'))[0]?.startsWith('A-01-01 now')).toBe(due);
    const { patients } = await ward.call('eligibility.list', { language: 'en' });
    const { values } = await ward.call('layers.show', { layer: 'eligible' });
    expect(values.map(({ at }) => at)).toEqual(patients.map(({ earliest }) => earliest));
  });
});

describe('nurse load', () => {
  it('says that nobody keeps shifts here, rather than that nobody is there', async () => {
    await admit(ward, '赵一', 'A-01-01');
    expect(await layer('load')).toEqual(['A-01-01 notKept null']);
  });
});
