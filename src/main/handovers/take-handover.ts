import { localOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readOperator } from '../ward/operator-repository.ts';
import { headOf, insertTaking, requireHandover } from './handover-repository.ts';

/** The second signature, by another person, under the very body that the giver signed. */
export const takeHandover: CommandHandler<'handovers.take'> = async (tx, input, act, { zone: clocks }) => {
  const { operatorId } = input.act;
  const { kind, name } = await readOperator(tx, operatorId);
  refuseUnless(kind === 'person', 'signer-no-person');
  for (const { handoverId, hash } of input.handovers) {
    const given = await requireHandover(tx, handoverId);
    refuseUnless(given.superseded_by === null, 'handover-withdrawn');
    const { taker, takenAt, zone } = headOf(given);
    if (taker !== null && takenAt !== null)
      throw new Refusal('handover-taken', { zone: zone.code, who: taker, at: localOf(takenAt, clocks) });
    const same = given.given_by === operatorId || given.giver.trim() === name.trim();
    refuseUnless(!same, 'handover-same-person', () => ({ who: name }));
    refuseUnless(hash === given.hash, 'handover-changed', () => ({ zone: zone.code }));
    await insertTaking(tx, { handoverId, hash, by: operatorId, at: act.recordedAt }, act.seq);
    act.touches('handover', handoverId);
    act.touches('zone', zone.id);
  }
  return { actId: act.id };
};

/** Takes both signatures back, with a reason; what was signed stays on record as withdrawn. */
export const withdrawHandover: CommandHandler<'handovers.withdraw'> = async (tx, { handoverId }, act) => {
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const given = await requireHandover(tx, handoverId);
  refuseUnless(given.superseded_by === null, 'handover-withdrawn');
  if (given.takingId !== null && given.untaken === null)
    await supersede(tx, 'handover_taking', given.takingId, act.seq);
  await supersede(tx, 'handover', given.id, act.seq);
  act.touches('handover', handoverId);
  act.touches('zone', given.zone_id);
  return { actId: act.id };
};
