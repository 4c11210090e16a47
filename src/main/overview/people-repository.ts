import { sql } from 'kysely';
import type { Movement, OverviewPersonRow } from '#shared/contract/overview.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { StayId } from '#shared/contract/values.ts';
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
    .select(['p.from_at', 'p.to_at', 'p.way', 'p.destination', 'a.to_at as left_bed_at'])
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
  return withReasons(db, rows, moment);
}

/** Who came or left since `from`, up to now, in the order in which it happened; `at` is when. */
export async function readMovements(
  db: Reads,
  from: Instant,
  moment: Moment,
): Promise<{ movement: Movement; at: Instant; person: OverviewPerson }[]> {
  const came = await selectPeople(db)
    .where('p.from_at', '>=', from)
    .where('p.from_at', '<=', moment.now)
    .execute();
  const left = await selectPeople(db)
    .where('p.to_at', 'is not', null)
    .where('p.to_at', '>=', from)
    .where('p.to_at', '<=', moment.now)
    .execute();
  const people = new Map(
    (await withReasons(db, [...came, ...left], moment)).map((person) => [person.row.stayId, person]),
  );
  const person = (id: StayId) => people.get(id) as OverviewPerson;
  return [
    ...came.map((row) => ({ movement: 'admitted' as const, at: row.from_at, person: person(row.id) })),
    ...left.flatMap((row) =>
      row.to_at === null || row.way === null
        ? []
        : [{ movement: movementOfLeaving(row.way), at: row.to_at, person: person(row.id) }],
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.person.row.number - b.person.row.number));
}

async function withReasons(db: Reads, rows: readonly Row[], moment: Moment): Promise<OverviewPerson[]> {
  const marks = await readMarks(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const day = localDateOf(row.to_at ?? moment.now, moment.zone);
    const age = row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, day));
    const needs = row.needs === '' ? [] : (row.needs.split(',') as Need[]);
    const words = marks.get(row.id)?.map(({ mark }) => mark) ?? [];
    const keyReasons = keyReasonsOf(
      keyGroupsOf({ conditions: row.conditions, needs }, age),
      words,
      age,
      moment.protocol,
    );
    const inBed = row.bed_id !== null && row.left_bed_at === null;
    return {
      row: rowOf(row, age, keyReasons),
      ageGroup: ageGroupOf(age),
      bedId: inBed ? row.bed_id : null,
      zoneId: inBed ? row.zone_id : null,
      careUnitId: inBed ? row.care_unit_id : null,
    };
  });
}

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
