import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AGE_GROUPS,
  BANDS,
  BED_FIGURES,
  MOVEMENTS,
  type Overview,
  PERSON_FIGURES,
  type RowsOf,
} from '#shared/contract/overview.ts';
import { CLASSIFICATIONS, SEXES } from '#shared/contract/vocabulary.ts';
import { freeBy } from '#shared/rules/free-by.ts';
import { type DemonstrationWard, openDemonstration } from './demonstration.ts';
import { naiveCount } from './naive-count.ts';

let ward: DemonstrationWard;
let shown: Overview;
beforeAll(async () => {
  ward = await openDemonstration();
  shown = await ward.ask('overview.show', {});
}, 120_000);
afterAll(() => ward.close());

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

it('says of beds, people and the day what an independent count says', async () => {
  const naive = await naiveCount(ward.db);
  expect(shown.beds).toMatchObject(naive.stateCounts(() => true));
  for (const zone of shown.zones) {
    expect(zone.beds).toMatchObject(naive.stateCounts((bed) => naive.zoneOf(bed) === zone.id));
    for (const unit of zone.units)
      expect(unit.beds).toMatchObject(naive.stateCounts((bed) => bed.care_unit_id === unit.id));
  }
  const { inHouse } = naive;
  expect(shown.people.inHouse).toBe(inHouse.length);
  expect(shown.people.waiting).toBe(inHouse.filter(({ bed }) => bed === undefined).length);
  const { highRisk } = (await ward.ask('protocols.inForce', {})).protocol;
  const { over } = highRisk;
  const key = inHouse.filter(
    ({ age, groups, marked }) =>
      marked ||
      (age !== null && age > over && highRisk.groups.includes('over-60')) ||
      groups.some((group) => group !== 'over-60' && highRisk.groups.includes(group)),
  );
  expect(shown.people.keyPatients).toBe(key.length);
  expect(shown.people.keyPatients).toBeGreaterThan(0);
  for (const zone of shown.zones)
    expect(zone.keyPatients).toBe(key.filter(({ bed }) => bed && naive.zoneOf(bed) === zone.id).length);
  for (const sex of SEXES) expect(shown.bySex[sex]).toBe(inHouse.filter((one) => one.sex === sex).length);
  for (const word of CLASSIFICATIONS)
    expect(shown.byClassification[word]).toBe(inHouse.filter((one) => one.classification === word).length);
  const aged = (from: number, to: number) =>
    inHouse.filter(({ age }) => age !== null && age >= from && age <= to).length;
  expect(shown.byAgeGroup).toEqual({
    'under-14': aged(0, 13),
    '14-17': aged(14, 17),
    '18-44': aged(18, 44),
    '45-60': aged(45, 60),
    'over-60': aged(61, 200),
    unknown: inHouse.filter(({ age }) => age === null).length,
  });
  const waits = inHouse.filter(({ bed }) => bed === undefined).map(({ inNoBedSince }) => inNoBedSince);
  expect(shown.longestWait?.since ?? null).toBe(waits.sort()[0] ?? null);
  for (const movement of MOVEMENTS) {
    expect(shown.today.hours.map(({ counts }) => counts[movement])).toEqual(naive.hours[movement]);
    expect(shown.today.total[movement]).toBe(sum(naive.hours[movement]));
  }
  expect(shown.today.total.admitted).toBeGreaterThan(0);
  expect(shown.today.total.discharged).toBeGreaterThan(0);
});

it('adds up: what is available is usable or merely empty, and every bed is counted once', () => {
  for (const { beds } of [shown, ...shown.zones, ...shown.zones.flatMap(({ units }) => units)]) {
    expect(beds.usable + beds.emptyOnly).toBe(beds.available);
    expect(
      beds.available + beds.occupied + beds.reserved + beds.awaitingDisinfection + beds.outOfService,
    ).toBe(beds.beds);
  }
  expect(shown.people.inHouse).toBe(shown.beds.occupied + shown.people.waiting);
  for (const parts of [shown.bySex, shown.byClassification, shown.byAgeGroup])
    expect(sum(Object.values(parts))).toBe(shown.people.inHouse);
});

it('agrees with the census and with the grids of other pages', async () => {
  const census = await ward.ask('ward.census', {});
  const { total, ...states } = census.beds;
  expect(shown.beds).toMatchObject({ beds: total, ...states });
  expect(shown.people).toMatchObject({ inHouse: census.patients.inHouse, waiting: census.patients.waiting });
  expect(shown.byClassification).toEqual(census.byClassification);
});

/** Every number on the page with the question for its rows. */
function* numbersOf({
  beds,
  people,
  bySex,
  byClassification,
  byAgeGroup,
  zones,
  today,
}: Overview): Generator<[number, RowsOf]> {
  for (const figure of BED_FIGURES) yield [beds[figure], { about: 'beds', figure }];
  for (const figure of PERSON_FIGURES) yield [people[figure], { about: 'people', figure }];
  const inHouse = { about: 'people', figure: 'inHouse' } as const;
  for (const sex of SEXES) yield [bySex[sex], { ...inHouse, sex }];
  for (const word of CLASSIFICATIONS) yield [byClassification[word], { ...inHouse, classification: word }];
  for (const ageGroup of AGE_GROUPS) yield [byAgeGroup[ageGroup], { ...inHouse, ageGroup }];
  const key = { about: 'people', figure: 'keyPatients' } as const;
  for (const zone of zones) {
    for (const figure of BED_FIGURES) yield [zone.beds[figure], { about: 'beds', figure, zoneId: zone.id }];
    yield [zone.keyPatients, { ...key, zoneId: zone.id }];
    for (const unit of zone.units) {
      for (const figure of BED_FIGURES)
        yield [unit.beds[figure], { about: 'beds', figure, careUnitId: unit.id }];
      yield [unit.keyPatients, { ...key, careUnitId: unit.id }];
    }
  }
  for (const figure of MOVEMENTS) {
    yield [today.total[figure], { about: 'movements', figure }];
    for (const { hour, counts } of today.hours) yield [counts[figure], { about: 'movements', figure, hour }];
  }
}

it('has behind every number exactly as many rows, each of them once', async () => {
  let numbers = 0;
  for (const [number, question] of numbersOf(shown)) {
    const { rows } = await ward.ask('overview.rows', question);
    expect([question, rows.length]).toEqual([question, number]);
    const ids = rows.map(({ bed, person }) => bed?.id ?? person?.stayId);
    expect(new Set(ids).size).toBe(rows.length);
    numbers += 1;
  }
  expect(numbers).toBeGreaterThan(200);
});

it('says who lies in an occupied bed, and nobody in an empty one', async () => {
  const occupied = await ward.ask('overview.rows', { about: 'beds', figure: 'occupied' });
  for (const { bed, person } of occupied.rows) expect(person?.bed).toBe(bed?.code);
  const usable = await ward.ask('overview.rows', { about: 'beds', figure: 'usable' });
  for (const { bed, person } of usable.rows) expect([bed?.state, person]).toEqual(['available', null]);
});

it('expects beds to come free as a band that is never upside down, with the beds behind each end', async () => {
  const forecast = await ward.ask('overview.forecast', {});
  expect(forecast.horizons.map(({ hours }) => hours)).toEqual([24, 72]);
  for (const { until, free } of forecast.horizons) {
    expect(free.low).toBeLessThanOrEqual(free.likely);
    expect(free.likely).toBeLessThanOrEqual(free.high);
    for (const band of BANDS)
      expect(forecast.beds.filter((bed) => freeBy(bed, band, until))).toHaveLength(free[band]);
  }
  const [day, days] = forecast.horizons;
  for (const band of BANDS) expect(day?.free[band]).toBeLessThanOrEqual(days?.free[band] ?? 0);
  // Whatever awaits disinfection and is not closed or held is certain within a day.
  const dirty = forecast.beds.filter(({ why }) => why === 'disinfecting');
  expect(day?.free.low).toBeGreaterThanOrEqual(dirty.length);
  const { counts } = await ward.ask('eligibility.list', {});
  expect(
    forecast.beds.filter(({ why }) => why === 'eligible' || why === 'listed').length,
  ).toBeLessThanOrEqual(counts.eligible);
  expect(forecast.beds.filter(({ why }) => why === 'eligible').length).toBeGreaterThan(0);
});
