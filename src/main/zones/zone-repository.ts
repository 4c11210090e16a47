import type { BedId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

export interface Zone {
  id: ZoneId;
  code: string;
  name: string;
}

export async function requireZone(db: Reads, zoneId: ZoneId): Promise<Zone> {
  const zone = await db
    .selectFrom('zone')
    .select(['id', 'code', 'name'])
    .where('id', '=', zoneId)
    .executeTakeFirst();
  refuseUnless(zone !== undefined, 'no-such-zone');
  return zone;
}

export const readZones = (db: Reads) =>
  db.selectFrom('zone').select(['id', 'code', 'name', 'sex_policy']).orderBy('code').execute();

/** The step that holds now; undefined where nobody has taken one. */
export const openStep = (db: Reads, zoneId: ZoneId) =>
  db
    .selectFrom('zone_step')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .executeTakeFirst();

/** Every step there has been, oldest first, with who took it. */
export const readLives = (db: Reads) =>
  db
    .selectFrom('zone_step as s')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['s.zone_id', 's.step', 's.from_at', 's.note', 'operator.name'])
    .where('s.superseded_by', 'is', null)
    .orderBy('s.from_at')
    .execute();

const inZone = (db: Reads, zoneId: ZoneId) =>
  db
    .selectFrom('care_unit as u')
    .innerJoin('bed', 'bed.care_unit_id', 'u.id')
    .innerJoin('bed_assignment as a', 'a.bed_id', 'bed.id')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id as stay_id', 'person.name', 'bed.id as bed_id', 'bed.code as bed', 'a.from_at'])
    .where('u.zone_id', '=', zoneId)
    .where('a.superseded_by', 'is', null)
    .orderBy('bed.code');

/** Who is in the zone now. */
export const peopleIn = (db: Reads, zoneId: ZoneId) =>
  inZone(db, zoneId).where('a.to_at', 'is', null).execute();

/** Who was in the zone at `at` or came into it later, whoever has left since. */
export const peopleFrom = (db: Reads, zoneId: ZoneId, at: Instant) =>
  inZone(db, zoneId)
    .where((eb) => eb.or([eb('a.to_at', 'is', null), eb('a.to_at', '>', at)]))
    .execute();

/** The last who was given a bed in the zone at or after `at`. */
export const lastGivenBed = (db: Reads, zoneId: ZoneId, at: Instant) =>
  inZone(db, zoneId)
    .where('a.from_at', '>=', at)
    .clearOrderBy()
    .orderBy('a.from_at', 'desc')
    .executeTakeFirst();

export async function bedsOf(db: Reads, zoneId: ZoneId): Promise<{ id: BedId; code: string }[]> {
  return db
    .selectFrom('bed')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .select(['bed.id', 'bed.code'])
    .where('u.zone_id', '=', zoneId)
    .orderBy('bed.code')
    .execute();
}

/** Beds of the zone that are held for somebody, or (`forWhom` is a note) for something. */
export async function heldBedsOf(db: Reads, zoneId: ZoneId): Promise<{ bed: string; forWhom: string }[]> {
  const rows = await db
    .selectFrom('reservation as r')
    .innerJoin('bed', 'bed.id', 'r.bed_id')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .leftJoin('stay', 'stay.id', 'r.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select(['bed.code', 'person.name', 'r.note'])
    .where('u.zone_id', '=', zoneId)
    .where('r.superseded_by', 'is', null)
    .where('r.to_at', 'is', null)
    .orderBy('bed.code')
    .execute();
  return rows.map(({ code, name, note }) => ({ bed: code, forWhom: name ?? note }));
}
