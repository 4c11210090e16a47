import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#shared/rules/instant.ts';

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
export const classificationOf = (stayColumn: string, at: Instant | null): RawBuilder<string> => sql<string>`(
  select c.classification from stay_classification as c
  where c.stay_id = ${sql.ref(stayColumn)} and c.superseded_by is null
    ${at === null ? sql`` : sql`and c.from_at <= ${at}`}
  order by c.from_at desc limit 1)`;
