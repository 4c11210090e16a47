import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleReport } from '#main/reports/discharge-report.ts';
import type { Discharge } from '#main/reports/discharge-repository.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { someone, type TestWard, ZONE } from '../../fixtures/ward.ts';
import { DAY, type Leaver, wardWithDischarges } from './ward-with-discharges.ts';

const leaver = (
  name: string,
  [district, street]: [string, string],
  bed: string | null,
  left: string,
  more: Partial<Leaver> = {},
): Leaver => ({ details: { name, district, street }, bed, arrived: '2022-04-03 12:00', left, ...more });

const LEAVERS: Leaver[] = [
  leaver('甲', ['南关区', '桃源街道'], 'A-01-02', '2022-04-05 09:00'),
  leaver('乙', ['朝阳区', '桂林街道'], 'A-01-03', '2022-04-05 10:00', {
    leaving: { way: 'to-hospital', destination: '市传染病医院', companion: '王护士', note: '低热' },
  }),
  leaver('丙', ['', ''], 'A-01-04', '2022-04-05 11:00'),
  leaver('丁', ['朝阳区', ''], 'A-01-05', '2022-04-05 12:00'),
  leaver('头一刻', ['朝阳区', '桂林街道'], null, '2022-04-05 00:00'),
  leaver('太早', ['朝阳区', '桂林街道'], 'A-01-06', '2022-04-04 23:59'),
  leaver('太晚', ['朝阳区', '桂林街道'], 'A-01-07', '2022-04-06 00:00'),
  {
    details: { name: '戊', district: '朝阳区', street: '桂林街道', birthDate: '2000-04-06' as never },
    bed: 'A-01-01',
    arrived: '2022-04-05 12:30',
    left: '2022-04-05 13:00',
    leaving: { way: 'died' },
  },
];

describe('the discharge report', () => {
  let ward: TestWard;
  let report: OutputOf<'reports.discharges'>;

  beforeAll(async () => {
    ward = await wardWithDischarges(LEAVERS);
    ward.at('2022-04-06 08:00');
    report = await ward.call('reports.discharges', DAY);
  });
  afterAll(() => ward.close());

  it('lists who left in [from, to), by district, street and bed, the unknown last', () => {
    expect(report.lines.map(({ name }) => name)).toEqual(['戊', '乙', '头一刻', '丁', '甲', '丙']);
  });

  it('adds up by way of leaving and by district', () => {
    expect(report.totals.all).toBe(6);
    expect(report.totals.byWay).toMatchObject({ 'on-order': 4, 'to-hospital': 1, died: 1, other: 0 });
    expect(report.totals.byDistrict).toEqual([
      { district: '朝阳区', people: 4 },
      { district: '南关区', people: 1 },
      { district: '', people: 1 },
    ]);
  });

  it('says whose it is, for when, and until when it knows', () => {
    expect(report).toMatchObject({
      hospital: '长春市体育场方舱医院',
      from: '2022-04-04T16:00:00.000Z',
      to: '2022-04-05T16:00:00.000Z',
      cutOff: '2022-04-06T00:00:00.000Z',
    });
  });

  it('counts days in house by midnights, and age on the day of leaving', () => {
    const [young, moved] = report.lines;
    expect(young).toMatchObject({ name: '戊', daysInHouse: 0, age: 21, bed: 'A-01-01', way: 'died' });
    expect(moved).toMatchObject({ name: '乙', daysInHouse: 2, age: null });
    expect(moved).toMatchObject({ destination: '市传染病医院', companion: '王护士', remarks: '低热' });
  });

  it('agrees with the grid of those who left', async () => {
    const { rows } = await ward.call('stays.list', { scope: 'left', ...DAY });
    const byId = (one: { stayId: StayId }, other: { stayId: StayId }) => (one.stayId < other.stayId ? -1 : 1);
    const grid = rows.map((row) => ({
      ...row,
      documentNumber: row.documentNumber ?? '',
      bed: row.bed?.code ?? '',
    }));
    const both = [report.lines, grid].map((lines) =>
      [...lines]
        .sort(byId)
        .map(({ stayId, name, age, way, bed, arrivedAt, leftAt, destination, documentNumber }) => ({
          ...{ stayId, name, age, way, bed, arrivedAt, leftAt, destination, documentNumber },
        })),
    );
    expect(both[0]).toEqual(both[1]);
  });

  it('refuses a period that ends at its start or before', async () => {
    const backwards = { from: DAY.to, to: DAY.from };
    const empty = { from: DAY.to, to: DAY.to };
    expect(await ward.refused('reports.discharges', backwards)).toMatchObject({ code: 'period-empty' });
    expect(await ward.refused('reports.discharges', empty)).toMatchObject({ code: 'period-empty' });
  });
});

describe('somebody who was moved and left', () => {
  const period = { from: '2022-04-06T10:00+08:00', to: '2022-04-07T00:00+08:00' };
  let ward: TestWard;
  let stayId: StayId;

  beforeAll(async () => {
    ward = await wardWithDischarges([]);
    ward.at('2022-04-06 09:00');
    const bedId = await ward.bed('A-01-07');
    const details = someone({ name: '己' });
    ({ stayId } = await ward.call('stays.admit', { details, bedId, familyOf: null, convoyId: null }));
    ward.at('2022-04-06 10:00');
    await ward.call('stays.move', { stayId, bedId: await ward.bed('A-01-08'), because: 'request' });
    ward.at('2022-04-06 11:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
  });
  afterAll(() => ward.close());

  it('stands in the report with the last bed', async () => {
    const { lines } = await ward.call('reports.discharges', period);
    expect(lines).toMatchObject([{ name: '己', bed: 'A-01-08' }]);
  });

  it('is gone from it once the discharge is undone', async () => {
    const { history } = await ward.call('stays.record', { stayId });
    const actId = history.find(({ procedure }) => procedure === 'discharges.commit')?.actId;
    await ward.call('acts.undo', { actId: actId as never });
    const { lines, totals } = await ward.call('reports.discharges', period);
    expect([lines, totals.all]).toEqual([[], 0]);
  });
});

describe('the order and the totals', () => {
  const place = fc.record({
    district: fc.constantFrom('', '朝阳区', '朝阳区\u200f', '南关区', 'Nan', '10区', '9区'),
    street: fc.constantFrom('', '桂林街道', '10号', '9号'),
    bed_code: fc.constantFrom(null, 'A-2-1', 'A-10-1', 'A-02-1', 'B-1-10', 'B-1-9'),
    way: fc.constantFrom(...WAYS_OF_LEAVING),
  });
  const row = (given: object, number: number): Discharge => ({
    id: `${number}` as StayId,
    number,
    ...{ name: '', sex: 'male', birth_date: null, document_type: 'none', document_number: null, phone: '' },
    ...{
      address: '',
      classification: 'mild',
      destination: '',
      companion: null,
      note: null,
      certificate: null,
      protocol_id: null,
    },
    arrived_at: '2022-04-03T04:00:00.000Z' as Instant,
    left_at: '2022-04-05T04:00:00.000Z' as Instant,
    ...(given as Pick<Discharge, 'district' | 'street' | 'bed_code' | 'way'>),
  });
  const NOTHING_KNOWN = { samples: new Map(), protocols: new Map() };
  const head = { hospital: '', from: '' as Instant, to: '' as Instant, cutOff: '' as Instant };

  it('do not depend on the order in which the rows were found, and every person is counted once', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (places, order) => {
        const rows = places.map(row);
        const shuffled = rows
          .map((one) => ({ one, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const report = assembleReport(shuffled, head, ZONE, NOTHING_KNOWN);
        expect(report).toEqual(assembleReport(rows, head, ZONE, NOTHING_KNOWN));
        const { all, byWay, byDistrict } = report.totals;
        expect(Object.values(byWay).reduce((sum, n) => sum + n, 0)).toBe(all);
        expect(byDistrict.reduce((sum, { people }) => sum + people, 0)).toBe(all);
        expect(new Set(byDistrict.map(({ district }) => district)).size).toBe(byDistrict.length);
      }),
    );
  });

  it('have bed A-9 before bed A-10', () => {
    const beds = ['A-10-2', 'A-9-12', 'A-9-2', 'A-10-1'];
    const rows = beds.map((bed_code, i) => row({ district: '', street: '', bed_code, way: 'other' }, i));
    const sorted = ['A-9-2', 'A-9-12', 'A-10-1', 'A-10-2'];
    expect(assembleReport(rows, head, ZONE, NOTHING_KNOWN).lines.map(({ bed }) => bed)).toEqual(sorted);
  });
});
