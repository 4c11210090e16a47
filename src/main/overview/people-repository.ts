import { sql } from 'kysely';
import type { PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { Movement, OverviewPersonRow } from '#shared/contract/overview.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import type { Classification, Need } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { keyReasonsOf } from '#shared/rules/key-patient.ts';
import { classificationOf, holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { readMarks } from '../rounds/mark-repository.ts';
import { ageGroupOf, movementOfLeaving } from './figure-rules.ts';
import type { OverviewPerson } from './overview-types.ts';

const selectPeople = (db: Reads) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(lastBed))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .leftJoin('zone as z', 'z.id', 'u.zone_id')
    .where('p.superseded_by', 'is', null)
    .select(['stay.id', 'stay.number', 'stay.conditions', 'stay.needs'])
    .select(['person.name', 'person.sex', 'person.birth_date'])
    .select([
      'p.from_at',
      'p.to_at',
      'p.way',
      'p.destination',
      'a.from_at as bed_since',
      'a.to_at as left_bed_at',
    ])
    .select(['bed.id as bed_id', 'bed.code', 'u.id as care_unit_id', 'z.id as zone_id', 'z.code as zone'])
    .select(classificationOf('stay.id', null).as('classification'));

/** The bed somebody is in, or for those who left the one that they left from. */
const lastBed = sql<boolean>`a.superseded_by is null and (
  a.to_at is null or (p.to_at is not null and a.to_at = p.to_at))`;

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

interface Moment {
  now: Instant;
  zone: TimeZone;
  protocol: Protocol;
}

/** Everybody in house, by arrival: who waits longest comes first. */
export async function readPeopleInHouse(db: Reads, moment: Moment): Promise<OverviewPerson[]> {
  const rows = await selectPeople(db)
    .where(holds('p', null))
    .orderBy('p.from_at')
    .orderBy('stay.number')
    .execute();
  return withReasons(db, rows, moment, await readMarksInHouse(db));
}

/** When who came or left after `from`, up to and with now; for counting. Midnight belongs to the day that it ends, as in the daily report. */
export async function readMovementTimes(
  db: Reads,
  from: Instant,
  now: Instant,
): Promise<{ movement: Movement; at: Instant }[]> {
  const known = db.selectFrom('stay_period as p').where('p.superseded_by', 'is', null);
  const came = await known.select('p.from_at').where(cameSince(from, now)).execute();
  const left = await known.select(['p.to_at', 'p.way']).where(leftSince(from, now)).execute();
  return [
    ...came.map(({ from_at }) => ({ movement: 'admitted' as const, at: from_at })),
    ...left.flatMap(({ to_at, way }) =>
      to_at === null || way === null ? [] : [{ movement: movementOfLeaving(way), at: to_at }],
    ),
  ];
}

/** The same with who it was, in the order in which it happened. */
export async function readMovements(
  db: Reads,
  from: Instant,
  moment: Moment,
): Promise<{ movement: Movement; at: Instant; person: OverviewPerson }[]> {
  const came = await selectPeople(db).where(cameSince(from, moment.now)).execute();
  const left = await selectPeople(db).where(leftSince(from, moment.now)).execute();
  const people = [await withReasons(db, came, moment), await withReasons(db, left, moment)] as const;
  return [
    ...people[0].map((person) => ({ movement: 'admitted' as const, at: person.row.arrivedAt, person })),
    ...people[1].flatMap((person) => {
      const { leftAt: at, way } = person.row;
      return at === null || way === null ? [] : [{ movement: movementOfLeaving(way), at, person }];
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.person.row.number - b.person.row.number));
}

const cameSince = (from: Instant, now: Instant) => sql<boolean>`p.from_at > ${from} and p.from_at <= ${now}`;
const leftSince = (from: Instant, now: Instant) =>
  sql<boolean>`p.to_at is not null and p.to_at > ${from} and p.to_at <= ${now}`;

async function withReasons(
  db: Reads,
  rows: readonly Row[],
  { now, zone, protocol }: Moment,
  marks?: ReadonlyMap<StayId, PatientMark[]>,
): Promise<OverviewPerson[]> {
  const own = marks ?? (await readMarkWords(db, rows));
  const today = localDateOf(now, zone);
  return rows.map((row) => {
    const day = row.to_at === null ? today : localDateOf(row.to_at, zone);
    const age = row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, day));
    const needs = row.needs === '' ? [] : (row.needs.split(',') as Need[]);
    const groups = keyGroupsOf({ conditions: row.conditions, needs }, age);
    const keyReasons = keyReasonsOf(groups, own.get(row.id) ?? [], age, protocol);
    const inBed = row.bed_id !== null && row.left_bed_at === null;
    return {
      row: rowOf(row, age, keyReasons),
      ageGroup: ageGroupOf(age),
      bedId: inBed ? row.bed_id : null,
      bedSince: inBed ? row.bed_since : null,
      zoneId: inBed ? row.zone_id : null,
      careUnitId: inBed ? row.care_unit_id : null,
    };
  });
}

async function readMarkWords(db: Reads, rows: readonly Row[]): Promise<Map<StayId, PatientMark[]>> {
  const marks = await readMarks(
    db,
    rows.map(({ id }) => id),
  );
  return new Map([...marks].map(([id, own]) => [id, own.map(({ mark }) => mark)]));
}

/** The marks of everybody in house. Cross join keeps this order: those present are few, marks are many. */
async function readMarksInHouse(db: Reads): Promise<Map<StayId, PatientMark[]>> {
  const rows = await db
    .selectFrom('stay_period as p')
    .crossJoin('patient_mark as m')
    .select(['m.stay_id', 'm.mark'])
    .where(holds('p', null))
    .whereRef('m.stay_id', '=', 'p.stay_id')
    .where(holds('m', null))
    .execute();
  const marks = new Map<StayId, PatientMark[]>();
  for (const { stay_id, mark } of rows) marks.set(stay_id, [...(marks.get(stay_id) ?? []), mark]);
  return marks;
}

/** Since when somebody is in which bed. */
export const occupiedBeds = (people: readonly OverviewPerson[]): Map<BedId, Instant> =>
  new Map(people.flatMap(({ bedId, bedSince }) => (bedId && bedSince ? [[bedId, bedSince] as const] : [])));

const rowOf = (
  row: Row,
  age: number | null,
  keyReasons: OverviewPersonRow['keyReasons'],
): OverviewPersonRow => ({
  stayId: row.id,
  number: row.number,
  name: row.name,
  sex: row.sex,
  age,
  classification: (row.classification ?? 'unknown') as Classification,
  keyReasons,
  bed: row.code ?? '',
  zone: row.zone ?? '',
  arrivedAt: row.from_at,
  leftAt: row.to_at,
  way: row.way,
  destination: row.destination ?? '',
});
