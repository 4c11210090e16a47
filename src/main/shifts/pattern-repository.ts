import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import {
  type Shift,
  type ShiftPattern,
  shiftAfter,
  shiftAt,
  shiftBefore,
  USUAL_PATTERN,
} from '#shared/rules/shift-rules.ts';
import { known } from '../db/as-of.ts';
import { supersedeAll } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/**
 * Every pattern that was ever in force or will be, in order, as known after the act `knownBy` (null: as known now);
 * first the one that a hospital starts with.
 */
export async function readPatterns(db: Reads, knownBy: number | null = null): Promise<ShiftPattern[]> {
  const rows = await db
    .selectFrom('shift_pattern as p')
    .selectAll()
    .where(known('p', knownBy))
    .orderBy('p.from_at')
    .execute();
  const chosen = rows.map((row) => ({
    from: row.from_at,
    hours: row.hours,
    firstStart: row.first_start,
    restHours: row.rest_hours,
  }));
  return [USUAL_PATTERN, ...chosen];
}

/** The shift of an instant with the one before and the one after. */
export async function readShiftsAround(
  db: Reads,
  at: Instant,
  zone: TimeZone,
  knownBy: number | null = null,
): Promise<{ before: Shift; shift: Shift; after: Shift }> {
  const patterns = await readPatterns(db, knownBy);
  const shift = shiftAt(at, patterns, zone);
  return {
    before: shiftBefore(shift, patterns, zone),
    shift,
    after: shiftAfter(shift, patterns, zone),
  };
}

/** Puts a pattern in force from its beginning on, in place of all that would have begun then or later. */
export async function putInForce(
  tx: Tx,
  pattern: ShiftPattern & { from: Instant },
  seq: number,
): Promise<void> {
  const later = await tx
    .selectFrom('shift_pattern')
    .select('id')
    .where('superseded_by', 'is', null)
    .where('from_at', '>=', pattern.from)
    .execute();
  const ids = later.map(({ id }) => id);
  await supersedeAll(tx, 'shift_pattern', ids, seq);
  await tx
    .insertInto('shift_pattern')
    .values({
      from_at: pattern.from,
      hours: pattern.hours,
      first_start: pattern.firstStart,
      rest_hours: pattern.restHours,
      recorded_by: seq,
    })
    .execute();
}
