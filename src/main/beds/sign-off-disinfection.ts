import { localOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { endDisinfection, openDisinfection, requireBed } from './bed-repository.ts';

/**
 * Signs off terminal disinfection; from then on the beds are offered again. Before the contact time is over
 * it is refused, unless a reason is given, which stays on record.
 */
export const signOffDisinfection: CommandHandler<'beds.signOffDisinfection'> = async (
  tx,
  input,
  act,
  { zone },
) => {
  for (const bedId of new Set(input.bedIds)) {
    const bed = await requireBed(tx, bedId);
    const open = await openDisinfection(tx, bedId);
    refuseUnless(open !== undefined, 'not-awaiting-disinfection', () => ({ bed: bed.code }));
    const excused = act.happenedAt > open.from_at && act.reason !== '';
    if (act.happenedAt < open.ready_at && !excused) {
      throw new Refusal('disinfection-too-early', { bed: bed.code, ready: localOf(open.ready_at, zone) });
    }
    await endDisinfection(tx, bedId, act.happenedAt, act.seq);
    act.touches('bed', bedId);
  }
  return { actId: act.id };
};
