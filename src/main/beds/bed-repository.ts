import type { Selectable } from 'kysely';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { settingOf } from '../ward/settings-repository.ts';

export type Bed = Pick<Selectable<Schema['bed']>, 'id' | 'code' | 'care_unit_id'> & {
  zone_id: Schema['zone']['id'];
};

export async function requireBed(db: Reads, bedId: BedId): Promise<Bed> {
  const bed = await db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .select(['bed.id', 'bed.code', 'bed.care_unit_id', 'care_unit.zone_id'])
    .where('bed.id', '=', bedId)
    .executeTakeFirst();
  if (!bed) throw new Refusal('no-such-bed', { bed: bedId });
  return bed;
}

/** What stands in the way of somebody having the bed from `from` on, for good. Null: nothing does. */
export async function whatBlocks(
  db: Reads,
  bed: Bed,
  from: Instant,
  zone: TimeZone,
  forStay: StayId | null = null,
): Promise<Refusal | null> {
  const blocked =
    (await whoIsThere(db, bed, from, zone)) ??
    (await whatClosed(db, bed, from)) ??
    (await whatIsNotClean(db, bed, from));
  if (blocked) return blocked;
  const held = await openReservation(db, bed.id);
  if (held && (forStay === null || held.stay_id !== forStay)) {
    return new Refusal('bed-reserved', { bed: bed.code, note: held.note || held.name || '—' });
  }
  return null;
}

/** `bed-taken` where somebody has the bed at `from` or later. */
export async function whoIsThere(
  db: Reads,
  bed: Bed,
  from: Instant,
  zone: TimeZone,
): Promise<Refusal | null> {
  const taken = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['person.name', 'a.from_at', 'a.stay_id'])
    .where('a.bed_id', '=', bed.id)
    .where('a.superseded_by', 'is', null)
    .where((eb) => eb.or([eb('a.to_at', 'is', null), eb('a.to_at', '>', from)]))
    .orderBy('a.from_at', 'desc')
    .executeTakeFirst();
  if (!taken) return null;
  const { name, from_at, stay_id } = taken;
  return new Refusal('bed-taken', { bed: bed.code, name, from: localOf(from_at, zone), stayId: stay_id });
}

/** `bed-out-of-service` where the bed, its care unit or its zone is closed at `from` or later. */
async function whatClosed(db: Reads, bed: Bed, from: Instant): Promise<Refusal | null> {
  const closed = await db
    .selectFrom('closure')
    .select(['reason', 'note'])
    .where('superseded_by', 'is', null)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
    .where((eb) =>
      eb.or([
        eb('bed_id', '=', bed.id),
        eb('care_unit_id', '=', bed.care_unit_id),
        eb('zone_id', '=', bed.zone_id),
      ]),
    )
    .executeTakeFirst();
  if (!closed) return null;
  return new Refusal('bed-out-of-service', { bed: bed.code, reason: closed.note || closed.reason });
}

/** `bed-not-disinfected` where the bed awaits disinfection at `from` or later. */
export async function whatIsNotClean(db: Reads, bed: Bed, from: Instant): Promise<Refusal | null> {
  const dirty = await db
    .selectFrom('disinfection')
    .select('id')
    .where('bed_id', '=', bed.id)
    .where('superseded_by', 'is', null)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
    .executeTakeFirst();
  return dirty ? new Refusal('bed-not-disinfected', { bed: bed.code }) : null;
}

const openReservation = (db: Reads, bedId: BedId) =>
  db
    .selectFrom('reservation as r')
    .leftJoin('stay', 'stay.id', 'r.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select(['r.id', 'r.stay_id', 'r.from_at', 'r.note', 'person.name'])
    .where('r.bed_id', '=', bedId)
    .where('r.superseded_by', 'is', null)
    .where('r.to_at', 'is', null)
    .executeTakeFirst();

/** Ends a reservation at `at`; one that would have lasted no time at all is only superseded. */
export async function endReservation(tx: Tx, bedId: BedId, at: Instant, seq: number): Promise<boolean> {
  const held = await openReservation(tx, bedId);
  if (!held) return false;
  await supersede(tx, 'reservation', held.id, seq);
  if (at > held.from_at) {
    await tx
      .insertInto('reservation')
      .values({
        bed_id: bedId,
        stay_id: held.stay_id,
        note: held.note,
        from_at: held.from_at,
        to_at: at,
        recorded_by: seq,
      })
      .execute();
  }
  return true;
}

/** A bed that somebody left at `at` awaits disinfection from then on; it may be signed off after the contact time. */
export async function needsDisinfection(tx: Tx, bedId: BedId, at: Instant, seq: number): Promise<void> {
  const minutes = await settingOf(tx, 'disinfectionMinutes');
  await tx
    .insertInto('disinfection')
    .values({ bed_id: bedId, from_at: at, to_at: null, ready_at: addMinutes(at, minutes), recorded_by: seq })
    .execute();
}

/** Ends the disinfection that a bed awaits at `at`; one that would have lasted no time at all is only superseded. */
export async function endDisinfection(tx: Tx, bedId: BedId, at: Instant, seq: number): Promise<boolean> {
  const open = await openDisinfection(tx, bedId);
  if (!open) return false;
  await supersede(tx, 'disinfection', open.id, seq);
  if (at > open.from_at) {
    const { from_at, ready_at } = open;
    await tx
      .insertInto('disinfection')
      .values({ bed_id: bedId, from_at, to_at: at, ready_at, recorded_by: seq })
      .execute();
  }
  return true;
}

export const openDisinfection = (db: Reads, bedId: BedId) =>
  db
    .selectFrom('disinfection')
    .select(['id', 'from_at', 'ready_at'])
    .where('bed_id', '=', bedId)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .executeTakeFirst();

/** Refuses with who or what is in the way. A reservation for this very stay is used up, not in the way. */
export async function requireBedFree(
  tx: Tx,
  bed: Bed,
  from: Instant,
  zone: TimeZone,
  forStay: StayId | null,
): Promise<void> {
  const blocked = await whatBlocks(tx, bed, from, zone, forStay);
  if (blocked) throw blocked;
}
