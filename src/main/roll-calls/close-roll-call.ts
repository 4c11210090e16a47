import { localOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireUnderWay } from './mark-beds.ts';
import { readMarks } from './mark-repository.ts';
import { insertRollCall, readWalk, requireRollCall } from './roll-call-repository.ts';

/** Ends the walk. Findings can still be mended; what was seen stays as it is. */
export const closeRollCall: CommandHandler<'rollCalls.close'> = async (tx, input, act, { zone }) => {
  const rollCall = await requireRollCall(tx, input.rollCallId);
  requireUnderWay(rollCall, act.happenedAt, (at) => localOf(at, zone));
  const marks = await readMarks(tx, input.rollCallId);
  const unwalked = (await readWalk(tx, rollCall)).filter(({ id }) => !marks.has(id));
  refuseUnless(unwalked.length === 0 || act.reason !== '', 'beds-unwalked', () => ({
    beds: String(unwalked.length),
    first: unwalked[0]?.code ?? '',
  }));
  await supersede(tx, 'roll_call', rollCall.id, act.seq);
  const closing = {
    by: input.act.operatorId,
    at: act.happenedAt,
    note: unwalked.length > 0 ? act.reason : '',
  };
  await insertRollCall(tx, rollCall, act.seq, closing);
  act.touches('roll-call', input.rollCallId);
  return { actId: act.id };
};
