import type { BedId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { overrideOf, requireSuitable } from '../allocation/place-in.ts';
import { type Bed, requireBed } from '../beds/bed-repository.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { stateInWords } from '../zones/take-zone-step.ts';
import { stateAgainst } from '../zones/zone-against.ts';
import { requireZone } from '../zones/zone-repository.ts';
import { leaveBed } from './leave-bed.ts';
import { insertAssignment, requireStay, type StayNow } from './stay-repository.ts';
import { requireAfterLastMove, requireInHouse, requireBed as requireOwnBed } from './stay-rules.ts';

/**
 * Two patients change beds in one act. No disinfection lies between, for both beds are taken at the same
 * instant: staff clean as they move them, and the history shows who lay where.
 */
export const swapPatients: CommandHandler<'stays.swap'> = async (tx, input, act, { zone }) => {
  const pair = [
    await requireStay(tx, input.first.stayId, input.first.expectedVersion),
    await requireStay(tx, input.second.stayId, input.second.expectedVersion),
  ] as const;
  const [first, second] = pair;
  refuseUnless(first.stayId !== second.stayId, 'same-bed', () => ({ name: first.name }));
  for (const stay of pair) {
    requireInHouse(stay);
    requireAfterLastMove(stay, requireOwnBed(stay), act.happenedAt, zone);
  }
  const to = new Map<StayNow, BedId>([
    [first, requireOwnBed(second).bed_id],
    [second, requireOwnBed(first).bed_id],
  ]);
  for (const stay of pair) await leaveBed(tx, requireOwnBed(stay), act.happenedAt, act);
  for (const [stay, bedId] of to) {
    const bed = await requireBed(tx, bedId);
    await requireOpenTo(tx, stay, bed, act.happenedAt);
    await requireSuitable(tx, stay, bed, {
      at: act.happenedAt,
      zone,
      override: overrideOf(input.override),
      reason: act.reason,
    });
    await insertAssignment(tx, { stayId: stay.stayId, bedId, from: act.happenedAt, to: null, seq: act.seq });
    act.changes('stay', stay.stayId, 'move', null, input.because);
  }
  return { actId: act.id };
};

/** Whoever is in a zone that takes nobody new may swap inside it; nobody comes in by a swap. */
async function requireOpenTo(tx: Tx, stay: StayNow, bed: Bed, at: Instant): Promise<void> {
  const { zone_id } = await requireBed(tx, requireOwnBed(stay).bed_id);
  const state = await stateAgainst(tx, bed.zone_id, at, zone_id);
  if (state === null) return;
  const { code } = await requireZone(tx, bed.zone_id);
  throw new Refusal('zone-takes-nobody', { zone: code, name: stay.name, ...stateInWords(state) });
}
