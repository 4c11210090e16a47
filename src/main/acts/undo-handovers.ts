import type { Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

/** What somebody has taken over since is not taken back under their signature: it is withdrawn, with a reason. */
export async function requireHandoversUntaken(undoing: Undoing, { handover }: Facts): Promise<void> {
  if (handover.length === 0) return;
  const taken = await undoing.tx
    .selectFrom('handover as h')
    .innerJoin('handover_taking as t', 't.handover_id', 'h.handover_id')
    .select('t.recorded_by')
    .where('h.recorded_by', '=', undoing.target.seq)
    .where('t.superseded_by', 'is', null)
    .where('t.recorded_by', '<>', undoing.target.seq)
    .executeTakeFirst();
  if (taken) await refuseLater(undoing, taken.recorded_by);
}
