import type { Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

/** What was seen in a roll call that is closed stays as it was closed; one with marks was walked. */
export async function requireRollCallsOpen(undoing: Undoing, recorded: Facts): Promise<void> {
  const { tx, target } = undoing;
  if (recorded.roll_call_mark.length > 0) {
    const closed = await tx
      .selectFrom('roll_call_mark as m')
      .innerJoin('roll_call as r', 'r.roll_call_id', 'm.roll_call_id')
      .select('r.recorded_by')
      .where('m.recorded_by', '=', target.seq)
      .where('r.superseded_by', 'is', null)
      .where('r.closed_at', 'is not', null)
      .executeTakeFirst();
    if (closed) await refuseLater(undoing, closed.recorded_by);
  }
  if (target.procedure === 'rollCalls.begin') {
    const marked = await tx
      .selectFrom('roll_call as r')
      .innerJoin('roll_call_mark as m', 'm.roll_call_id', 'r.roll_call_id')
      .select('m.recorded_by')
      .where('r.recorded_by', '=', target.seq)
      .where('m.superseded_by', 'is', null)
      .executeTakeFirst();
    if (marked) await refuseLater(undoing, marked.recorded_by);
  }
}
