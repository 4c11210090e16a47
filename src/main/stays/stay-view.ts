import { sql } from 'kysely';
import type { StayRow } from '#shared/contract/stays.ts';
import type { Need } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { type Instant, type LocalDate, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { isLate } from '#shared/rules/late-entry.ts';
import { classificationOf, holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

/** Stays with everything that grids, headers and reports show of them, as they are now. */
export const selectStays = (db: Reads) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .innerJoin('act as admitted', 'admitted.seq', 'p.recorded_by')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(lastBed))
    .leftJoin('act as placed', 'placed.seq', 'a.recorded_by')
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .leftJoin('zone', 'zone.id', 'care_unit.zone_id')
    .leftJoin('convoy_fact as convoy', (join) =>
      join.onRef('convoy.convoy_id', '=', 'stay.convoy_id').on('convoy.superseded_by', 'is', null),
    )
    .where('p.superseded_by', 'is', null)
    .selectAll('stay')
    .select([
      'person.name',
      'person.sex',
      'person.birth_date',
      'person.document_type',
      'person.document_number',
      'person.phone',
      'person.provisional',
      'p.from_at as arrived_at',
      'p.to_at as left_at',
      'p.way',
      'p.destination',
      'a.bed_id',
      'a.from_at as bed_since',
      'bed.code as bed_code',
      'zone.code as zone_code',
      'convoy.plate',
      'admitted.recorded_at as admitted_recorded_at',
      'placed.recorded_at as placed_recorded_at',
    ])
    .select(classificationOf('stay.id', null).as('classification'));

/** The bed somebody is in, or for those who left the one that they left from. */
const lastBed = sql<boolean>`a.superseded_by is null and (
  a.to_at is null or (p.to_at is not null and a.to_at = p.to_at))`;

export type StaySelection = Awaited<ReturnType<ReturnType<typeof selectStays>['execute']>>[number];

export const present = holds('p', null);

/** `now` decides ages: today for those present, the day of leaving for those who left. */
export function stayRowOf(row: StaySelection, now: Instant, zone: TimeZone): StayRow {
  const day = localDateOf(row.left_at ?? now, zone);
  const age = ageAt(row.birth_date, day);
  const needs = row.needs === '' ? [] : (row.needs.split(',') as Need[]);
  return {
    stayId: row.id,
    personId: row.person_id,
    version: row.version,
    number: row.number,
    status: row.left_at !== null ? 'left' : row.bed_id !== null ? 'in-house' : 'waiting',
    name: row.name,
    sex: row.sex,
    birthDate: row.birth_date,
    age,
    documentType: row.document_type,
    documentNumber: row.document_number,
    phone: row.phone,
    address: row.address,
    district: row.district,
    street: row.street,
    classification: (row.classification ?? 'unknown') as StayRow['classification'],
    firstPositiveDate: row.first_positive_date,
    conditions: row.conditions,
    vaccineDoses: row.vaccine_doses,
    mobility: row.mobility,
    needs,
    companions: row.companions,
    emergencyContact: row.emergency_contact,
    emergencyPhone: row.emergency_phone,
    remarks: row.remarks,
    provisional: row.provisional === 1,
    keyGroups: keyGroupsOf({ conditions: row.conditions, needs }, age),
    arrivedAt: row.arrived_at,
    leftAt: row.left_at,
    way: row.way,
    destination: row.destination ?? '',
    bed:
      row.bed_id !== null && row.bed_code !== null && row.zone_code !== null && row.bed_since !== null
        ? { id: row.bed_id, code: row.bed_code, zone: row.zone_code, since: row.bed_since }
        : null,
    familyId: row.family_id,
    convoyId: row.convoy_id,
    plate: row.plate ?? '',
    late: isLate(row.arrived_at, row.admitted_recorded_at) || isLate(row.bed_since, row.placed_recorded_at),
  };
}

const ageAt = (birthDate: LocalDate | null, day: LocalDate): number | null =>
  birthDate === null ? null : Math.max(0, ageOn(birthDate, day));
