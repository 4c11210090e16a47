import { refuseLater, type Undoing } from './undo-refusals.ts';

/** A sample cannot be taken back while the result of its tube stands: that would be nobody's. */
export async function requireTubesOfResults(undoing: Undoing): Promise<void> {
  const orphan = await undoing.tx
    .selectFrom('nat_sample as mine')
    .innerJoin('nat_result as r', 'r.barcode', 'mine.barcode')
    .select('r.recorded_by')
    .where('mine.recorded_by', '=', undoing.target.seq)
    .where('r.superseded_by', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('nat_sample as s')
            .select('s.id')
            .whereRef('s.barcode', '=', 'mine.barcode')
            .where('s.superseded_by', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  if (orphan) await refuseLater(undoing, orphan.recorded_by);
}
