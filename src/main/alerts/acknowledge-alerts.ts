import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { alertKey, insertAcknowledgements } from './acknowledgement-repository.ts';
import { openAlerts } from './open-alerts.ts';

/**
 * Somebody takes alerts on, in their name and at this moment. Those that have ended since the screen was drawn,
 * and those that somebody else has taken, are left alone; refused where that is all of them.
 */
export const acknowledgeAlerts: CommandHandler<'alerts.acknowledge'> = async (tx, input, act, { zone }) => {
  const wanted = new Set(input.alerts.map(alertKey));
  const stayIds = [...new Set(input.alerts.map(({ stayId }) => stayId))];
  const open = await openAlerts(tx, act.recordedAt, zone, stayIds);
  const taken = open.filter((one) => one.acknowledged === null && wanted.has(alertKey(one)));
  refuseUnless(taken.length > 0, 'alert-gone');
  await insertAcknowledgements(tx, taken, { at: act.recordedAt, note: input.note, seq: act.seq });
  for (const { stayId } of taken) act.touches('care', stayId);
  return { actId: act.id, acknowledged: taken.length, left: wanted.size - taken.length };
};
