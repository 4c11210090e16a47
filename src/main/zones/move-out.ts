import { placeTogether, requireRules } from '../allocation/commit-allocation.ts';
import { needsDisinfection } from '../beds/bed-repository.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { leaveBed } from '../stays/leave-bed.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireAfterLastMove, requireBed, requireInHouse } from '../stays/stay-rules.ts';
import { requireInside, requireStoppedZone } from './propose-moves.ts';

/**
 * Moves people out of a zone as one act. All of them leave their beds first, and are then judged beside each
 * other as a proposal is; one who cannot go keeps everybody where they are. A rule is put aside for one person at
 * a time, with the act's reason: it says nothing of the others.
 */
export const moveOut: CommandHandler<'zones.moveOut'> = async (tx, input, act, context) => {
  const place = await requireStoppedZone(tx, input.zoneId);
  await requireInside(
    tx,
    place,
    input.moves.map(({ stayId }) => stayId),
  );
  const seen = new Set<string>();
  for (const { stayId, expectedVersion } of input.moves) {
    const stay = await requireStay(tx, stayId, expectedVersion);
    refuseUnless(!seen.has(stayId), 'same-stay-twice', () => ({ name: stay.name }));
    seen.add(stayId);
    requireInHouse(stay);
    const old = requireBed(stay);
    requireAfterLastMove(stay, old, act.happenedAt, context.zone);
    await leaveBed(tx, old, act.happenedAt, act);
    await needsDisinfection(tx, old.bed_id, act.happenedAt, act.seq);
    act.changes('stay', stayId, 'move', null, 'zone-closing');
  }
  const overridden = new Set(input.moves.flatMap(({ stayId, override }) => (override ? stayId : [])));
  refuseUnless(overridden.size === 0 || act.reason !== '', 'reason-needed');
  await requireRules(tx, input.moves, context, overridden);
  await placeTogether(tx, input.moves, { at: act.happenedAt }, act, context);
  act.touches('zone', place.id);
  return { actId: act.id, moved: input.moves.length };
};
