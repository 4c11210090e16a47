import { type RawBuilder, sql } from 'kysely';
import { addMinutes, type Instant, instantFromMillis, millisOf } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import type { FactTable } from './schema.ts';

/**
 * The condition that an interval fact holds: at a past instant, as it is known today, or (null) now. "Now"
 * asks for an open end, which the partial indexes answer without touching history.
 */
export function holds(alias: string, at: Instant | null): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (at === null) return sql<boolean>`(${column('superseded_by')} is null and ${column('to_at')} is null)`;
  return sql<boolean>`(${column('superseded_by')} is null and ${column('from_at')} <= ${at}
    and (${column('to_at')} is null or ${column('to_at')} > ${at}))`;
}

/** The classification of a stay at an instant: the latest that had been given by then. */
export const classificationOf = (
  stayColumn: string,
  at: Instant | null,
  knownBy: number | null = null,
): RawBuilder<string> => sql<string>`(
  select c.classification from stay_classification as c
  where c.stay_id = ${sql.ref(stayColumn)} and ${known('c', knownBy)}
    ${at === null ? sql`` : sql`and c.from_at <= ${at}`}
  order by c.from_at desc limit 1)`;

/** The condition that a fact was held true after the act numbered `knownBy`; null: that it is known now. */
export function known(alias: string, knownBy: number | null): RawBuilder<boolean> {
  const superseded = sql.ref(`${alias}.superseded_by`);
  if (knownBy === null) return sql<boolean>`${superseded} is null`;
  return sql<boolean>`(${sql.ref(`${alias}.recorded_by`)} <= ${knownBy}
    and (${superseded} is null or ${superseded} > ${knownBy}))`;
}

/** A past instant, and the last act of which one knew then; `knownBy` null: as it is known now. */
export interface AsOf {
  at: Instant;
  knownBy: number | null;
}

/** The condition that an interval fact of `table` holds as of then, or (null) now. Reads no history for either. */
export const heldAsOf = (table: IntervalTable, alias: string, asOf: AsOf | null): RawBuilder<boolean> =>
  asOf === null
    ? holds(alias, null)
    : sql<boolean>`${sql.ref(`${alias}.id`)} in ${heldAt(table, asOf.at, asOf.knownBy)}`;

type IntervalTable = Extract<
  FactTable,
  'stay_period' | 'bed_assignment' | 'disinfection' | 'closure' | 'reservation'
>;

/**
 * The ids of the facts that hold at a past instant, as known after the act `knownBy` (null: as known now),
 * without reading history: an interval of d digits of seconds that contains the instant ends at most 10^d
 * seconds after it, so each length is one short range of the index by length and end (migrations/005-leads/
 * figures.ts). The same again for what has been superseded since, by how many acts it was held true for.
 */
export function heldAt(table: IntervalTable, at: Instant, knownBy: number | null): RawBuilder<number> {
  const from = sql.table(table);
  // The plus keeps SQLite from walking through all that had been recorded by then, which is most of history.
  const recorded = knownBy === null ? sql`` : sql`and +f.recorded_by <= ${knownBy}`;
  const stillKnown = sql`
    select f.id from ${from} as f
    where f.superseded_by is null and f.to_at is null and f.from_at <= ${at} ${recorded}
    union all
    select f.id from (${sql.join(endsWithin(at), sql` union all `)}) as l cross join ${from} as f
    where f.superseded_by is null and f.to_at is not null
      and length(unixepoch(f.to_at) - unixepoch(f.from_at)) = l.digits and f.to_at > ${at} and f.to_at <= l.until
      and f.from_at <= ${at} ${recorded}`;
  if (knownBy === null) return sql<number>`(${stillKnown})`;
  return sql<number>`(${stillKnown}
    union all
    ${knownUntilNow(table, knownBy)} and f.from_at <= ${at} and (f.to_at is null or f.to_at > ${at}))`;
}

/** The ids of the facts that were held true after the act `knownBy` and no longer are, as `f`; reads no history either. */
export const knownUntilNow = (table: IntervalTable, knownBy: number): RawBuilder<number> => sql<number>`
  select f.id from (${sql.join(supersededWithin(knownBy), sql` union all `)}) as l cross join ${sql.table(table)} as f
  where f.superseded_by is not null and length(f.superseded_by - f.recorded_by) = l.digits
    and f.superseded_by > ${knownBy} and f.superseded_by <= l.until and +f.recorded_by <= ${knownBy}`;

/** Up to 317 years, and as many acts as that. */
const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Fractions of a second are not in the length. */
const ROUNDING_MS = 1000;

const endsWithin = (at: Instant) =>
  DIGITS.map((digits) => {
    const until = instantFromMillis(millisOf(at) + 1000 * 10 ** digits + ROUNDING_MS);
    return sql`select ${sql.lit(digits)} as digits, ${until} as until`;
  });

const supersededWithin = (knownBy: number) =>
  DIGITS.map((digits) => sql`select ${sql.lit(digits)} as digits, ${knownBy + 10 ** digits} as until`);

/** Clocks of two desks differ by far less than this. */
const SKEW_MINUTES = 60;

/** The number of the last act that had been recorded by `instant`; 0 where there was none yet. */
export async function lastActBy(db: Reads, instant: Instant): Promise<number> {
  const latest = await db
    .selectFrom('act')
    .select(['recorded_at'])
    .where('recorded_at', '<=', instant)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!latest) return 0;
  const { seq } = await db
    .selectFrom('act')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('recorded_at', '<=', instant)
    .where('recorded_at', '>=', addMinutes(latest.recorded_at, -SKEW_MINUTES))
    .executeTakeFirstOrThrow();
  return seq;
}
