import type { ColumnType, Generated } from 'kysely';
import type { Instant } from '#shared/rules/instant.ts';

/** Columns that many tables share. */

export type Fixed<T> = ColumnType<T, T, never>;
export type Flag = 0 | 1;

/** Columns of every fact: which act recorded it, which act, if any, superseded it. */
export interface Fact {
  id: Generated<number>;
  recorded_by: Fixed<number>;
  superseded_by: ColumnType<number | null, null | undefined, number>;
  /** The row of the same table that this one writes again, after an undo. */
  restores: ColumnType<number | null, number | null | undefined, never>;
}

/** Holds over [from_at, to_at). */
export interface Interval {
  from_at: Fixed<Instant>;
  to_at: Fixed<Instant | null>;
}
