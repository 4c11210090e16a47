import { addMinutes } from '#shared/rules/instant.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import {
  endSooner,
  findUnseen,
  insertBreakGlass,
  listLasting,
  markSeen,
  readBreakGlasses,
} from './break-glass-repository.ts';

/**
 * Break-glass: from now on and for some minutes whoever acts may look after any patient in any zone, and see whole
 * numbers (BREAK_GLASS_RIGHTS). It needs a reason, begins when it is recorded whatever the header says, and waits for
 * somebody else to look at it.
 */
export const breakGlass: CommandHandler<'people.breakGlass'> = async (tx, { minutes, act: header }, act) => {
  const { operatorId } = header;
  const { reason, recordedAt: from, seq } = act;
  refuseUnless(reason.trim() !== '', 'reason-needed');
  const until = addMinutes(from, minutes);
  await insertBreakGlass(tx, { operatorId, reason, from, until, seq });
  act.touches('operator', operatorId);
  return { actId: act.id, until };
};

export const endBreakGlass: CommandHandler<'people.endBreakGlass'> = async (tx, { act: header }, act) => {
  const open = await listLasting(tx, header.operatorId, act.recordedAt);
  refuseUnless(open.length > 0, 'no-break-glass');
  for (const { id, from } of open) {
    // One that was begun this very moment still lasted: an interval is never empty.
    await endSooner(tx, id, act.recordedAt > from ? act.recordedAt : addMinutes(from, 1));
  }
  act.touches('operator', header.operatorId);
  return { actId: act.id };
};

export const listBreakGlasses: QueryHandler<'people.breakGlasses'> = (db, { since }) =>
  readBreakGlasses(db, since);

/** Somebody else has looked at it. Nothing is approved by that, and nothing undone. */
export const seeBreakGlass: CommandHandler<'people.seeBreakGlass'> = async (tx, { id, act: header }, act) => {
  const whose = await findUnseen(tx, id);
  refuseUnless(whose !== null, 'no-break-glass');
  refuseUnless(whose !== header.operatorId, 'own-break-glass');
  await markSeen(tx, id, header.operatorId, act.recordedAt);
  act.touches('operator', whose);
  return { actId: act.id };
};
