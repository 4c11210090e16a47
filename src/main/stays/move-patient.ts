import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { type Override, overrideOf, placeIn } from '../allocation/place-in.ts';
import { type Bed, needsDisinfection, requireBed } from '../beds/bed-repository.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { leaveBed } from './leave-bed.ts';
import { requireStay, type StayNow } from './stay-repository.ts';
import { requireAfterLastMove, requireInHouse, requireBed as requireOwnBed } from './stay-rules.ts';

/** Moves a patient to another bed; the one they leave awaits disinfection. */
export const movePatient: CommandHandler<'stays.move'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId, input.expectedVersion);
  requireInHouse(stay);
  const bed = await requireBed(tx, input.bedId);
  act.changes('stay', stay.stayId, 'move', null, input.because);
  await move(tx, stay, bed, { at: act.happenedAt, zone, act, override: overrideOf(input.override) });
  return { actId: act.id };
};

/** The move itself, as `stays.move` and the undo of a move whose bed is gone do it. */
export async function move(
  tx: Tx,
  stay: StayNow,
  bed: Bed,
  how: { at: Instant; zone: TimeZone; act: Act; override: Override },
): Promise<void> {
  const old = requireOwnBed(stay);
  refuseUnless(old.bed_id !== bed.id, 'same-bed', () => ({ name: stay.name }));
  requireAfterLastMove(stay, old, how.at, how.zone);
  await leaveBed(tx, old, how.at, how.act);
  await placeIn(tx, { ...stay, assignment: null, lastBedUntil: how.at }, bed, how);
  await needsDisinfection(tx, old.bed_id, how.at, how.act.seq);
}
