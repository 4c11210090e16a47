import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { positivesAfterRelease } from '#main/home/positives-after-release.ts';
import type { InputOf } from '#shared/contract/index.ts';
import type { ActId, StayId } from '#shared/contract/values.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { textOfCsv } from '#shared/rules/csv-cell.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { openTestWard, someone, type TestWard, ZONE } from '../../fixtures/ward.ts';
import { cellsOf, parseCsv, textsOf } from '../reports/spreadsheet.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

const admit = async (name: string, more = {}) => {
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name, ...more }),
    bedId: null,
    familyOf: null,
    convoyId: null,
  });
  return stayId;
};
const release = (stayId: StayId, way: WayOfLeaving = 'on-order') =>
  ward.call('discharges.commit', {
    stays: [{ stayId }],
    leaving: { way, destination: way === 'on-order' ? '' : '南湖街道', companion: '', note: '' },
  });
/** Admitted on 4 April, released on 8 April at 23:30. */
const releasedHome = async (name: string, more = {}, way: WayOfLeaving = 'on-order') => {
  ward.at('2022-04-04 12:00');
  const stayId = await admit(name, more);
  ward.at('2022-04-08 23:30');
  const { actId } = await release(stayId, way);
  return { stayId, actId: actId as ActId };
};
type CheckInput = Omit<InputOf<'home.record'>, 'act'>;
const day = (text: string) => text as LocalDate;
const check = (stayId: StayId, on: string, more: Partial<CheckInput> = {}): CheckInput => ({
  ...{ stayId, day: day(on), reached: true, temperature: 36.5, symptoms: [], nat: 'none', note: '' },
  ...more,
});
const names = async (on?: string) =>
  (await ward.call('home.list', on ? { day: day(on) } : {})).people.map(
    ({ name, dayNumber }) => `${name} ${dayNumber}`,
  );

describe('the seven days at home', () => {
  it('run from the day after release, by the hospital’s days, to the seventh', async () => {
    await releasedHome('邹丽平');
    const seen = [];
    for (const now of ['2022-04-08 23:50', '2022-04-09 00:10', '2022-04-15 23:50', '2022-04-16 00:10']) {
      ward.at(now);
      seen.push(await names());
    }
    expect(seen).toEqual([['邹丽平 0'], ['邹丽平 1'], ['邹丽平 7'], []]);
    expect(await names('2022-04-12')).toEqual(['邹丽平 4']);
    expect((await ward.refused('home.list', { day: day('2022-04-17') })).code).toBe('home-day-ahead');
  });

  it('are for those who went home or to community care, by district and street', async () => {
    await releasedHome('朝二', { district: '朝阳区', street: '桂林街道' });
    await releasedHome('朝一', { district: '朝阳区', street: '南湖街道' }, 'to-community');
    await releasedHome('二道', { district: '二道区', street: '东盛街道' });
    await releasedHome('转院', { district: '二道区' }, 'to-hospital');
    await releasedHome('自行', { district: '二道区' }, 'against-advice');
    ward.at('2022-04-10 09:00');
    expect(await names()).toEqual(['二道 2', '朝一 2', '朝二 2']);
  });

  it('know who is back in the ward', async () => {
    const details = { documentType: 'resident-id', documentNumber: '11010519491231002X' };
    await releasedHome('任福伟', details);
    ward.at('2022-04-11 09:00');
    await admit('任福伟', details);
    expect((await ward.call('home.list', {})).people).toMatchObject([{ name: '任福伟', backInHouse: true }]);
  });
});

describe('a check at home', () => {
  it('is one a day, corrected by the next, and taken back to the one before', async () => {
    const { stayId } = await releasedHome('邹丽平');
    ward.at('2022-04-10 09:00');
    await ward.call('home.record', check(stayId, '2022-04-09'));
    await ward.call('home.record', check(stayId, '2022-04-10'));
    const { actId } = await ward.call(
      'home.record',
      check(stayId, '2022-04-10', { symptoms: ['cough'], nat: 'negative' }),
    );
    const checks = async () => (await ward.call('home.ofStay', { stayId })).checks;
    expect(await checks()).toMatchObject([
      { day: '2022-04-09', symptoms: [], who: '李护士' },
      { day: '2022-04-10', symptoms: ['cough'], nat: 'negative' },
    ]);
    expect(
      await ward.call('home.record', check(stayId, '2022-04-10', { symptoms: ['cough'], nat: 'negative' })),
    ).toEqual({
      actId: null,
    });
    await ward.call('acts.undo', { actId: actId as ActId, beds: [] });
    expect((await checks())[1]).toMatchObject({ symptoms: [], nat: 'none' });
  });

  it('is refused out of these days, for whoever is not at home, and where nobody was reached', async () => {
    const { stayId } = await releasedHome('邹丽平');
    const moved = await releasedHome('转院', {}, 'to-hospital');
    ward.at('2022-04-16 09:00');
    const code = async (input: CheckInput) => (await ward.refused('home.record', { ...input })).code;
    expect(await code(check(stayId, '2022-04-16'))).toBe('not-monitored');
    expect(await code(check(stayId, '2022-04-07'))).toBe('not-monitored');
    expect(await code(check(stayId, '2022-04-17'))).toBe('home-day-ahead');
    expect(await code(check(moved.stayId, '2022-04-10'))).toBe('not-monitored');
    expect(await code(check(stayId, '2022-04-15', { reached: false }))).toBe('home-not-reached');
    await ward.call(
      'home.record',
      check(stayId, '2022-04-15', { reached: false, temperature: null, note: '关机' }),
    );
  });

  it('keeps the discharge that it follows from being taken back', async () => {
    const { stayId, actId } = await releasedHome('邹丽平');
    ward.at('2022-04-09 09:00');
    const called = await ward.call('home.record', check(stayId, '2022-04-09'));
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'home.record' },
    });
    await ward.call('acts.undo', { actId: called.actId as ActId, beds: [] });
    await ward.call('acts.undo', { actId, beds: [] });
    expect((await ward.call('stays.record', { stayId })).stay.status).toBe('waiting');
  });
});

describe('a positive at home', () => {
  const alerts = (now: string) => positivesAfterRelease(ward.db.read, ward.at(now), ZONE, 'present');

  it('leads back to the stay and is an alert from the first day of it, whatever is corrected later', async () => {
    const { stayId } = await releasedHome('邹丽平');
    ward.at('2022-04-11 09:00');
    await ward.call('home.record', check(stayId, '2022-04-11', { nat: 'positive' }));
    const first = await alerts('2022-04-11 09:01');
    expect(first).toEqual([
      {
        stayId,
        kind: 'positive-after-release',
        since: '2022-04-10T16:00:00.000Z',
        sentence: { zh: expect.stringContaining('2022-04-11'), en: expect.stringContaining('2022-04-11') },
      },
    ]);
    ward.at('2022-04-12 09:00');
    await ward.call('home.record', check(stayId, '2022-04-12', { nat: 'positive' }));
    await ward.call('home.record', check(stayId, '2022-04-11', { nat: 'positive', note: '已转运' }));
    expect(await alerts('2022-04-12 09:01')).toEqual(first);
    expect((await ward.call('home.ofStay', { stayId })).positiveOn).toBe('2022-04-11');
    expect((await ward.call('stays.record', { stayId })).history[0]?.procedure).toBe('home.record');
    expect(await alerts('2022-04-30 09:00')).toEqual([]);
  });

  it('is no alert any more once it was corrected', async () => {
    const { stayId } = await releasedHome('邹丽平');
    ward.at('2022-04-11 09:00');
    await ward.call('home.record', check(stayId, '2022-04-11', { nat: 'positive' }));
    await ward.call('home.record', check(stayId, '2022-04-11', { nat: 'negative' }));
    expect(await alerts('2022-04-11 09:01')).toEqual([]);
  });
});

describe('a positive that comes after its patient has left', () => {
  const sampledAndReleased = async (way: WayOfLeaving = 'on-order') => {
    ward.at('2022-04-04 12:00');
    const stayId = await admit('邹丽平', { documentType: 'passport', documentNumber: 'E10000001' });
    ward.at('2022-04-08 08:00');
    await ward.call('tests.recordSample', { barcode: 'T01', people: ['E10000001'] });
    ward.at('2022-04-08 23:30');
    await release(stayId, way);
    ward.at('2022-04-09 10:00');
    return stayId;
  };
  const result = (orf: string) =>
    ward.call('tests.enterResult', { barcode: 'T01', orf, n: '未检出', result: '' });
  const alerts = async (now: string) => {
    ward.at(now);
    const open = await ward.call('alerts.open', { team: 'infection-control' });
    return open.alerts.map(({ kind, name, since, sentence }) => ({ kind, name, since, zh: sentence.zh }));
  };

  it('is an alert from when it came, and stands in the ledger and with the stay, by the day of the sample', async () => {
    const stayId = await sampledAndReleased();
    await result('26');
    expect(await alerts('2022-04-09 10:01')).toEqual([
      {
        kind: 'positive-after-release',
        name: '邹丽平',
        since: '2022-04-09T02:00:00.000Z',
        zh: expect.stringContaining('T01'),
      },
    ]);
    expect((await ward.call('home.list', {})).people).toMatchObject([{ positiveOn: '2022-04-08' }]);
    expect((await ward.call('home.ofStay', { stayId })).positiveOn).toBe('2022-04-08');
    expect(await alerts('2022-04-20 09:00')).toEqual([]);
  });

  it('is none where it is negative, or was corrected', async () => {
    const stayId = await sampledAndReleased();
    await result('未检出');
    expect(await alerts('2022-04-09 10:01')).toEqual([]);
    await result('26');
    await result('未检出');
    expect(await alerts('2022-04-09 10:02')).toEqual([]);
    expect((await ward.call('home.ofStay', { stayId })).positiveOn).toBeNull();
  });

  it('is none for whoever went to a hospital', async () => {
    await sampledAndReleased('to-hospital');
    await result('26');
    expect(await alerts('2022-04-09 10:01')).toEqual([]);
  });
});

describe('the ledger for the communities', () => {
  beforeEach(async () => {
    const sick = await releasedHome('=王"芳', {
      district: '朝阳区',
      street: '桂林街道',
      phone: '013800000000',
    });
    await releasedHome('丁林宁', { district: '二道区' });
    ward.at('2022-04-10 18:00');
    await ward.call('home.record', check(sick.stayId, '2022-04-09', { symptoms: ['cough', 'fatigue'] }));
    await ward.call('home.record', check(sick.stayId, '2022-04-10', { nat: 'positive', temperature: 37.9 }));
  });
  const write = (format: 'xlsx' | 'csv', more = {}) =>
    ward.call('home.exportFile', { format, language: 'zh-CN', madeBy: ward.operatorId, ...more });

  it.each(['xlsx', 'csv'] as const)(
    'reads back as what was written down, day by day: .%s',
    async (format) => {
      const { file, lines } = await write(format);
      expect(path.basename(file)).toBe(`居家监测-2022-04-10.${format}`);
      expect(lines).toBe(2);
      const bytes = readFileSync(file);
      const rows =
        format === 'csv' ? parseCsv(bytes).map((row) => row.map(textOfCsv)) : textsOf(await cellsOf(bytes));
      expect(rows[0]?.[0]).toBe('长春市体育场方舱医院 出舱人员居家健康监测表');
      const headings = rows.findIndex((row) => row[0] === '序号');
      const [first, second] = [rows[headings + 1] ?? [], rows[headings + 2] ?? []];
      expect(first.slice(0, 4)).toEqual(['1', '二道区', '', '丁林宁']);
      expect(second.slice(0, 4)).toEqual(['2', '朝阳区', '桂林街道', '=王"芳']);
      const dayOne = rows[headings]?.indexOf('第1天') ?? -1;
      expect(rows[headings]?.at(-1)).toBe('第7天');
      expect(second.slice(dayOne, dayOne + 2)).toEqual(['36.5 ℃ · 咳嗽、乏力', '37.9 ℃ · 无不适 · 核酸阳性']);
      expect(second[dayOne + 2] ?? '').toBe('');
      const totals = Object.fromEntries(rows.slice(-3).map((row) => [row[1], row[3]]));
      expect(totals).toEqual({ 合计: '2', 当日未随访: '1', 阳性: '1' });
    },
  );

  it('is for one district where one is asked for, and in English', async () => {
    const { file, lines } = await write('csv', { district: '朝阳区', language: 'en' });
    expect(lines).toBe(1);
    expect(readFileSync(file, 'utf8')).toContain('37.9 ℃ · no complaints · test positive');
  });
});
