import { sql } from 'kysely';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { CLASSIFICATIONS, type Classification, WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { known, knownUntilNow } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

export interface TotalsSinceOpening {
  admitted: number;
  left: number;
  leftByWay: Record<WayOfLeaving, number>;
}

/**
 * Who has come and left since opening, up to and with an instant (null: now), as known after the act `knownBy`
 * (null: as known now). Whole days come from the tally, so history is not read; what was learnt after `knownBy`
 * is then taken off again, which reads as many stays as there were such acts.
 */
export async function readTotalsSinceOpening(
  db: Reads,
  at: Instant | null,
  knownBy: number | null,
): Promise<TotalsSinceOpening> {
  const counts = await readTally(db, at);
  if (knownBy !== null) {
    for (const [kind, people] of await readLearnt(db, at, knownBy))
      counts.set(kind, (counts.get(kind) ?? 0) - people);
  }
  const leftByWay = Object.fromEntries(
    WAYS_OF_LEAVING.map((way) => [way, counts.get(way) ?? 0]),
  ) as TotalsSinceOpening['leftByWay'];
  return {
    admitted: counts.get('arrived') ?? 0,
    left: Object.values(leftByWay).reduce((sum, people) => sum + people, 0),
    leftByWay,
  };
}

type Counts = Map<'arrived' | WayOfLeaving, number>;
interface Count {
  kind: 'arrived' | WayOfLeaving;
  people: number;
}

const countsOf = (rows: readonly Count[]): Counts => new Map(rows.map(({ kind, people }) => [kind, people]));

async function readTally(db: Reads, at: Instant | null): Promise<Counts> {
  if (at === null) {
    const { rows } =
      await sql<Count>`select kind, sum(people) as people from stay_tally group by kind`.execute(db);
    return countsOf(rows);
  }
  const day = at.slice(0, 10);
  const { rows } = await sql<Count>`
    select kind, sum(people) as people from (
      select kind, people from stay_tally where day < ${day}
      union all
      select 'arrived', count(*) from stay_period
      where superseded_by is null and from_at >= ${day} and from_at <= ${at}
      union all
      select way, count(*) from stay_period
      where superseded_by is null and to_at >= ${day} and to_at <= ${at} group by way)
    group by kind`.execute(db);
  return countsOf(rows);
}

/**
 * By how much the figures of today exceed those that were known after an act. Whoever has come since then is left out
 * where the facts are read: after a long time that is nearly all that was learnt.
 */
async function readLearnt(db: Reads, at: Instant | null, knownBy: number): Promise<Counts> {
  const until = (column: string) => (at === null ? sql`` : sql`and ${sql.ref(column)} <= ${at}`);
  const { rows } = await sql<Count>`
    with learnt as (
      select 1 as sign, from_at, to_at, way from stay_period
      where recorded_by > ${knownBy} and superseded_by is null ${until('from_at')}
      union all
      select -1, from_at, to_at, way from stay_period
      where id in (${knownUntilNow('stay_period', knownBy)}) ${until('from_at')})
    select 'arrived' as kind, coalesce(sum(sign), 0) as people from learnt
    union all
    select way, sum(sign) from learnt where to_at is not null ${until('to_at')} group by way`.execute(db);
  return countsOf(rows);
}

/**
 * Everybody who has come since opening by the classification that they had at the instant, or were given last
 * before they left. It looks at every stay: for the worker thread.
 */
export async function readAdmittedByClassification(
  db: Reads,
  at: Instant,
  knownBy: number | null,
): Promise<Record<Classification, number>> {
  const { rows } = await sql<{ classification: Classification; people: number }>`
    select coalesce((select c.classification from stay_classification as c
        where c.stay_id = p.stay_id and ${known('c', knownBy)} and c.from_at <= ${at}
        order by c.from_at desc limit 1), 'unknown') as classification, count(*) as people
    from stay_period as p where ${known('p', knownBy)} and p.from_at <= ${at} group by 1`.execute(db);
  return Object.fromEntries(
    CLASSIFICATIONS.map((word) => [word, rows.find((row) => row.classification === word)?.people ?? 0]),
  ) as Record<Classification, number>;
}
