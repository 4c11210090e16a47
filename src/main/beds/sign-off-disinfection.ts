import { localOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireBed } from './bed-repository.ts';

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
    const open = await tx
      .selectFrom('disinfection')
      .selectAll()
      .where('bed_id', '=', bedId)
      .where('superseded_by', 'is', null)
      .where('to_at', 'is', null)
      .executeTakeFirst();
    refuseUnless(open !== undefined, 'not-awaiting-disinfection', () => ({ bed: bed.code }));
    const excused = act.happenedAt > open.from_at && act.reason !== '';
    if (act.happenedAt < open.ready_at && !excused) {
      throw new Refusal('disinfection-too-early', { bed: bed.code, ready: localOf(open.ready_at, zone) });
    }
    await supersede(tx, 'disinfection', open.id, act.seq);
    if (act.happenedAt > open.from_at) {
      await tx
        .insertInto('disinfection')
        .values({
          bed_id: bedId,
          from_at: open.from_at,
          to_at: act.happenedAt,
          ready_at: open.ready_at,
          recorded_by: act.seq,
        })
        .execute();
    }
    act.touches('bed', bedId);
  }
  return { actId: act.id };
};
