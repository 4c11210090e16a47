import type { BedId, StayId } from '#shared/contract/values.ts';
import { placeIn } from '../allocation/place-in.ts';
import { type Bed, requireBed, whatBlocks } from '../beds/bed-repository.ts';
import { move } from '../stays/move-patient.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { type Fact, type Facts, takeBack } from './undo-facts.ts';
import { bedGone, refuseReadmitted, type Undoing } from './undo-refusals.ts';
import { endsStays } from './undo-rules.ts';

/** A stay that cannot simply be put back, with the facts that its coming back leaves as they are. */
export interface Returning {
  facts: Fact[];
  first: boolean;
  comeBack: () => Promise<void>;
}

/**
 * Finds the stays that left a bed in this act and whose bed has been disinfected since. Their old time in
 * that bed stays as it was; they come back as of now.
 */
export async function takeReturningStays(
  undoing: Undoing,
  recorded: Facts,
  replaced: Facts,
): Promise<Returning[]> {
  const { target, choices } = undoing;
  const returning: Returning[] = await takeHeldBeds(undoing, recorded);
  for (const disinfection of recorded.disinfection) {
    const ended = recorded.bed_assignment.find(
      (row) => row.bed_id === disinfection.bed_id && row.to_at !== null,
    );
    const open = replaced.bed_assignment.find(
      (row) => row.bed_id === disinfection.bed_id && row.to_at === null,
    );
    if (!ended?.stay_id || !open || ended.superseded_by !== null) continue;
    if (disinfection.superseded_by === null && !choices.has(ended.stay_id)) continue;
    const bed = await requireBed(undoing.tx, ended.bed_id as BedId);
    const facts = [disinfection, ended, open];
    const hasLeft = recorded.stay_period.some(
      ({ stay_id, to_at }) => stay_id === ended.stay_id && to_at !== null,
    );
    if (hasLeft && endsStays(target.procedure)) {
      await refuseReadmitted(undoing, ended.stay_id, open);
      const goal = await goalFor(undoing, ended.stay_id, bed, true);
      returning.push({
        facts,
        first: false,
        comeBack: () => comeToBed(undoing, ended.stay_id as StayId, goal),
      });
    } else if (target.procedure === 'stays.move') {
      const began = recorded.bed_assignment.find(
        (row) => row.stay_id === ended.stay_id && row.to_at === null,
      );
      if (!began || began.superseded_by !== null) continue;
      const goal = await goalFor(undoing, ended.stay_id, bed, false);
      facts.push(began);
      returning.push({
        facts,
        first: true,
        comeBack: () => moveBack(undoing, ended.stay_id as StayId, goal),
      });
    }
  }
  return returning;
}

/**
 * A bed that was held when its patient left for a hospital is held no longer, so that it can be theirs again.
 * Where somebody has let it go since, that is as it should be, and stays.
 */
async function takeHeldBeds({ tx, act, target }: Undoing, recorded: Facts): Promise<Returning[]> {
  if (target.procedure !== 'referrals.leave') return [];
  for (const held of recorded.reservation)
    if (held.superseded_by === null) await takeBack(tx, 'reservation', held, act.seq);
  return [{ facts: recorded.reservation, first: true, comeBack: async () => undefined }];
}

/** The bed somebody comes back to: the one chosen, else the old one; refused with a proposal if that is taken. */
async function goalFor(undoing: Undoing, stayId: StayId, old: Bed, mayWait: boolean): Promise<Bed | null> {
  const { tx, act, zone, choices } = undoing;
  const choice = choices.get(stayId);
  if (choice === null && mayWait) return null;
  if (choice) return requireBed(tx, choice);
  const blocked = await whatBlocks(tx, old, act.happenedAt, zone, stayId);
  if (!blocked) return old;
  throw await bedGone(undoing, stayId, old, blocked);
}

export async function comeToBed({ tx, act, zone }: Undoing, stayId: StayId, bed: Bed | null): Promise<void> {
  if (!bed) return;
  const stay = await requireStay(tx, stayId);
  await placeIn(tx, stay, bed, { at: act.happenedAt, zone, act, override: 'settled' });
}

async function moveBack({ tx, act, zone }: Undoing, stayId: StayId, bed: Bed | null): Promise<void> {
  if (bed)
    await move(tx, await requireStay(tx, stayId), bed, {
      at: act.happenedAt,
      zone,
      act,
      override: 'settled',
    });
}
