import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { readTime } from './time.ts';

export interface LateEntry {
  on: boolean;
  text: string;
}

export const NOT_LATE: LateEntry = { on: false, text: '' };

export type LateReading =
  /** Now: `happenedAt` is left out of the act. */
  { ok: true; happenedAt: Instant | undefined } | { ok: false; problem: 'unreadable' | 'future' };

/** What the switch and the field say, for the act's `happenedAt`. */
export function readLateEntry(late: LateEntry, now: Instant, zone: TimeZone): LateReading {
  if (!late.on) return { ok: true, happenedAt: undefined };
  const happenedAt = readTime(late.text, now, zone);
  if (happenedAt === null) return { ok: false, problem: 'unreadable' };
  return happenedAt > now ? { ok: false, problem: 'future' } : { ok: true, happenedAt };
}
