import type { Selectable } from 'kysely';
import type { FactTable, Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import type { Fact } from './undo-facts.ts';
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

/**
 * The act that made a tube somebody else's since: what is written again about it would mix patients up. Null where
 * nothing stands in the way, and for facts that are about no tube.
 */
export async function tubeObstacle(tx: Tx, table: FactTable, fact: Fact): Promise<number | null> {
  switch (table) {
    case 'sample_label':
      return otherIn(tx, 'nat_sample', fact as TubeFact);
    case 'nat_sample':
      return (
        (await otherIn(tx, 'sample_label', fact as TubeFact)) ??
        (await otherKindOfTube(tx, fact as TubeFact)) ??
        notInHouseThen(tx, fact as TubeFact)
      );
    case 'nat_result':
      return otherTube(tx, fact as TubeFact);
    default:
      return null;
  }
}

type TubeFact = Fact &
  Pick<Selectable<Schema['nat_sample']>, 'barcode' | 'stay_id' | 'pooled' | 'sampled_at'>;

/** A tube with somebody's label holds nobody else's sample. */
async function otherIn(
  tx: Tx,
  table: 'sample_label' | 'nat_sample',
  { barcode, stay_id }: TubeFact,
): Promise<number | null> {
  const row = await tx
    .selectFrom(table)
    .select('recorded_by')
    .where('barcode', '=', barcode)
    .where('stay_id', '<>', stay_id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  return row?.recorded_by ?? null;
}

/** A single tube has one person, and a tube is single or pooled. */
async function otherKindOfTube(tx: Tx, { barcode, pooled }: TubeFact): Promise<number | null> {
  const row = await tx
    .selectFrom('nat_sample')
    .select('recorded_by')
    .where('barcode', '=', barcode)
    .where('superseded_by', 'is', null)
    .$if(pooled === 1, (q) => q.where('pooled', '=', 0))
    .executeTakeFirst();
  return row?.recorded_by ?? null;
}

/** The act by which the patient arrived later than that, or was never admitted. */
async function notInHouseThen(tx: Tx, { stay_id, sampled_at }: TubeFact): Promise<number | null> {
  const period = await tx
    .selectFrom('stay_period')
    .select(['from_at', 'recorded_by', 'superseded_by'])
    .where('stay_id', '=', stay_id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  if (period.superseded_by !== null) return period.superseded_by;
  return period.from_at > sampled_at ? period.recorded_by : null;
}

/**
 * A result is of those who were sampled with the tube when it came: not of somebody who was sampled with the same
 * barcode since, and not of nobody.
 */
async function otherTube(tx: Tx, { barcode, recorded_by }: TubeFact): Promise<number | null> {
  const samples = await tx
    .selectFrom('nat_sample')
    .select(['stay_id', 'recorded_by', 'superseded_by'])
    .where('barcode', '=', barcode)
    .orderBy('id')
    .execute();
  const then = new Set(samples.flatMap((one) => (one.recorded_by <= recorded_by ? [one.stay_id] : [])));
  const now = samples.filter((one) => one.superseded_by === null);
  const stranger = now.find(({ stay_id }) => !then.has(stay_id));
  return stranger?.recorded_by ?? (now.length > 0 ? null : (samples.at(-1)?.superseded_by ?? null));
}
