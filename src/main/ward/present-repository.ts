import { sql } from 'kysely';
import { CLASSIFICATIONS, type Classification } from '#shared/contract/vocabulary.ts';
import { type AsOf, classificationOf, heldAsOf, known } from '../db/as-of.ts';
import type { Interval } from '../figures/journey-rules.ts';
import type { Reads } from '../ipc/context.ts';

type Counts = Record<Classification, number>;

function countsOf(rows: readonly { classification: string | null; n: number }[]): Counts {
  const counts = Object.fromEntries(CLASSIFICATIONS.map((word) => [word, 0])) as Counts;
  for (const { classification, n } of rows) counts[(classification ?? 'unknown') as Classification] += n;
  return counts;
}

/** Everybody in house, with a bed or without, by classification; null: now. */
export async function countPresent(db: Reads, asOf: AsOf | null): Promise<Counts> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('stay_period as p')
        .select(classificationOf('p.stay_id', asOf?.at ?? null, asOf?.knownBy).as('classification'))
        .where(heldAsOf('stay_period', 'p', asOf))
        .as('present'),
    )
    .select(({ fn }) => ['present.classification', fn.countAll<number>().as('n')])
    .groupBy('present.classification')
    .execute();
  return countsOf(rows);
}

/** Whoever came over (from, to], by the classification that they had at `to`. */
export async function countArrived(
  db: Reads,
  { from, to }: Interval,
  knownBy: number | null,
): Promise<Counts> {
  const { rows } = await sql<{ classification: string | null; n: number }>`
    select classification, count(*) as n from (
      select ${classificationOf('p.stay_id', to, knownBy)} as classification from stay_period p
      where ${known('p', knownBy)} and p.from_at > ${from} and p.from_at <= ${to})
    group by classification`.execute(db);
  return countsOf(rows);
}

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0);
