import { isOverridable } from '#shared/contract/allocation-reasons.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { type Bed, endReservation, requireBedFree } from '../beds/bed-repository.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { insertAssignment, type StayNow } from '../stays/stay-repository.ts';
import { requireAfterArrival } from '../stays/stay-rules.ts';
import { present, selectStays, stayRowOf } from '../stays/stay-view.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { checkPlacement } from './check-placement-rules.ts';
import { personOf, readFloor, readOccupants } from './situation-repository.ts';

/**
 * `by-reason` puts the rules aside that a doctor or head nurse may put aside; the act must carry a reason.
 * `settled`: they were looked at when the bed was first given, as for an undo.
 */
export type Override = 'no' | 'by-reason' | 'settled';

/** What a caller's yes or no means. */
export const overrideOf = (given: boolean): Override => (given ? 'by-reason' : 'no');

interface Placing {
  at: Instant;
  zone: TimeZone;
  act: Act;
  override: Override;
}

/**
 * Puts a stay into a bed from a moment on. Refuses a bed that is not free, naming who or what is in the way,
 * and one that the rules forbid for this patient unless they are put aside with a reason. A reservation for
 * this stay is used up.
 */
export async function placeIn(tx: Tx, stay: StayNow, bed: Bed, placing: Placing): Promise<void> {
  const { at, zone, act } = placing;
  requireAfterArrival(stay, at, zone);
  await requireBedFree(tx, bed, at, zone, stay.stayId);
  await requireSuitable(tx, stay, bed, { at, zone, override: placing.override, reason: act.reason });
  await takeBed(tx, stay, bed, at, act);
}

/** Writes the assignment of a bed that has been checked. */
export async function takeBed(
  tx: Tx,
  stay: StayNow,
  bed: Pick<Bed, 'id'>,
  at: Instant,
  act: Act,
): Promise<void> {
  await endReservation(tx, bed.id, at, act.seq);
  await insertAssignment(tx, { stayId: stay.stayId, bedId: bed.id, from: at, to: null, seq: act.seq });
  act.touches('stay', stay.stayId);
  act.touches('bed', bed.id);
}

/** The rules of the allocation for one choice made by hand: sex, children, classifications. */
export async function requireSuitable(
  tx: Tx,
  stay: StayNow,
  bed: Bed,
  how: { at: Instant; zone: TimeZone; override: Override; reason: string },
): Promise<void> {
  if (how.override === 'by-reason') refuseUnless(how.reason !== '', 'reason-needed');
  if (how.override !== 'no') return;
  const row = await selectStays(tx).where('stay.id', '=', stay.stayId).executeTakeFirstOrThrow();
  const person = { ...personOf(stayRowOf(row, how.at, how.zone)), currentBedId: null };
  const floor = await readFloor(tx);
  const familyRows =
    person.familyId === null
      ? []
      : await selectStays(tx)
          .where(present)
          .where('stay.family_id', '=', person.familyId)
          .where('stay.id', '<>', stay.stayId)
          .execute();
  const family = familyRows.map((member) => personOf(stayRowOf(member, how.at, how.zone)));
  const occupants = await readOccupants(tx, how.at, how.zone, {
    unitIds: [bed.care_unit_id],
    familyId: person.familyId,
  });
  const places = new Set<string>(occupants.map(({ bedId }) => bedId));
  const { refusals } = checkPlacement(person, bed.id, {
    // What can refuse lies within the care unit; the rest of the zone decides warnings, which nobody sees here.
    beds: floor.filter(({ unitId, bedId }) => unitId === bed.care_unit_id || places.has(bedId)),
    occupants,
    settings: await settingOf(tx, 'allocation'),
    familyWaiting: family.filter(({ currentBedId }) => currentBedId === null),
  });
  const first = refusals.find(isOverridable);
  if (first)
    throw new Refusal('bed-not-allowed', {
      ...first.params,
      name: stay.name,
      bed: bed.code,
      problem: first.code,
    });
}
