import {
  type Instant,
  instantFromMillis,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  millisOf,
  parseInstant,
  parseLocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { readDate, readTime } from '../ui/time.ts';

/** [from, to), as every report of the ward. */
export interface Period {
  from: Instant;
  to: Instant;
}

/** The periods that are asked for every day: whole days, up to noon, and the last 24 hours. */
export const QUICK = ['today', 'yesterday', 'noon', 'last24'] as const;
export type Quick = (typeof QUICK)[number];

const DAY_MS = 86_400_000;

const dayAfter = (day: LocalDate, days: number): LocalDate =>
  parseLocalDate(new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)) ?? day;

function clock(day: LocalDate, time: '00:00' | '12:00', zone: TimeZone): Instant {
  const instant = instantOfLocal(`${day}T${time}`, zone);
  if (instant === null) throw new Error(`no ${time} on ${day}`);
  return instant;
}

/** On the hospital's clocks. `noon` is the day up to the last 12:00 that has passed. */
export function quickPeriod(quick: Quick, now: Instant, zone: TimeZone): Period {
  const today = localDateOf(now, zone);
  switch (quick) {
    case 'today':
      return { from: clock(today, '00:00', zone), to: clock(dayAfter(today, 1), '00:00', zone) };
    case 'yesterday':
      return { from: clock(dayAfter(today, -1), '00:00', zone), to: clock(today, '00:00', zone) };
    case 'noon': {
      const last = clock(today, '12:00', zone) <= now ? today : dayAfter(today, -1);
      return { from: clock(dayAfter(last, -1), '12:00', zone), to: clock(last, '12:00', zone) };
    }
    case 'last24': {
      const minute = Math.floor(millisOf(now) / 60_000) * 60_000;
      return { from: instantFromMillis(minute - DAY_MS), to: instantFromMillis(minute) };
    }
  }
}

/** What is typed for an end of the period: a time, or a day (as the end of one it is meant whole). */
export function readBound(text: string, bound: keyof Period, now: Instant, zone: TimeZone): Instant | null {
  const day = readDate(text);
  if (day) return clock(bound === 'from' ? day : dayAfter(day, 1), '00:00', zone);
  return readTime(text, now, zone);
}

/** The period of the address: a quick choice, or two instants; null where there is none. */
export function periodOfAddress(query: URLSearchParams): Quick | Period | null {
  const quick = QUICK.find((one) => one === query.get('period'));
  if (quick) return quick;
  const from = parseInstant(query.get('from') ?? '');
  const to = parseInstant(query.get('to') ?? '');
  return from && to ? { from, to } : null;
}
