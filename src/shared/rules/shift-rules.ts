import { Temporal } from 'temporal-polyfill';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  millisOf,
  type TimeZone,
} from './instant.ts';

export const SHIFT_HOURS = [4, 6] as const;
export type ShiftHours = (typeof SHIFT_HOURS)[number];

/** How the days are cut into shifts, from a moment on. */
export interface ShiftPattern {
  /** Null: since ever, which is how a hospital starts that has chosen nothing yet. */
  from: Instant | null;
  /** Six shifts of four hours a day, or four of six, by the clock on the wall. */
  hours: ShiftHours;
  /** A time of day at which a shift begins, `08:00`. */
  firstStart: string;
  /** Hours that lie between two shifts of one person at least; less is warned of, not refused. */
  restHours: number;
}

export const USUAL_PATTERN: ShiftPattern = { from: null, hours: 4, firstStart: '08:00', restHours: 8 };

/** [from, to) on one day: the day of the calendar on which it begins. */
export interface Shift {
  from: Instant;
  to: Instant;
  day: LocalDate;
}

/** Clocks that go forward over midnight, or over a whole day as in Samoa in 2011, move a shift by as much. */
const DAYS_ABOUT = 2;
const DAY_MINUTES = 24 * 60;

/** The pattern of an instant. `patterns` in order of their beginning. */
export const patternAt = (at: Instant, patterns: readonly ShiftPattern[]): ShiftPattern =>
  patterns.findLast(({ from }) => from === null || from <= at) ?? USUAL_PATTERN;

/**
 * All shifts that have a moment in [from, to), in order. They begin by the clock on the wall: on a day on which
 * clocks change one of them is an hour shorter or longer. A new pattern begins at its own moment and cuts the
 * shift that would have gone on. Together they cover all time, without a gap and without overlap.
 */
export function shiftsBetween(
  from: Instant,
  to: Instant,
  patterns: readonly ShiftPattern[],
  zone: TimeZone,
): Shift[] {
  const known = patterns[0]?.from === null ? patterns : [USUAL_PATTERN, ...patterns];
  return known.flatMap((pattern, i) => {
    const end = known[i + 1]?.from ?? null;
    const first = pattern.from !== null && pattern.from > from ? pattern.from : from;
    const last = end !== null && end < to ? end : to;
    if (first >= last) return [];
    const starts = startsAbout(first, last, pattern, zone);
    return starts.flatMap((start, k) => {
      const next = starts[k + 1];
      if (next === undefined || next <= first || start >= last) return [];
      const begins = pattern.from !== null && pattern.from > start ? pattern.from : start;
      return [{ from: begins, to: end !== null && end < next ? end : next, day: localDateOf(begins, zone) }];
    });
  });
}

/** The shift that contains an instant: from <= at < to. */
export function shiftAt(at: Instant, patterns: readonly ShiftPattern[], zone: TimeZone): Shift {
  const [shift] = shiftsBetween(at, instantFromMillis(millisOf(at) + 1), patterns, zone);
  if (!shift) throw new Error(`no shift at ${at}`);
  return shift;
}

export const shiftAfter = (shift: Shift, patterns: readonly ShiftPattern[], zone: TimeZone): Shift =>
  shiftAt(shift.to, patterns, zone);

export const shiftBefore = (shift: Shift, patterns: readonly ShiftPattern[], zone: TimeZone): Shift =>
  shiftAt(instantFromMillis(millisOf(shift.from) - 1), patterns, zone);

/** The shifts that begin on a day, in order. */
export function shiftsOfDay(day: LocalDate, patterns: readonly ShiftPattern[], zone: TimeZone): Shift[] {
  const start = midnight(day, zone);
  const end = midnight(addDays(day, 1), zone);
  if (start >= end) return [];
  return shiftsBetween(start, end, patterns, zone).filter((shift) => shift.from >= start);
}

export const addDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;

/** Every moment about [from, to) at which a shift of this pattern begins, each once, in order. */
function startsAbout(from: Instant, to: Instant, pattern: ShiftPattern, zone: TimeZone): Instant[] {
  const [hour = 0, minute = 0] = pattern.firstStart.split(':').map(Number);
  const last = addDays(localDateOf(to, zone), DAYS_ABOUT);
  const starts = new Set<Instant>();
  for (let day = addDays(localDateOf(from, zone), -DAYS_ABOUT); day <= last; day = addDays(day, 1)) {
    for (let at = 0; at < DAY_MINUTES; at += pattern.hours * 60) {
      const start = instantOfLocal(`${day}T${clock((hour * 60 + minute + at) % DAY_MINUTES)}`, zone);
      if (start !== null) starts.add(start);
    }
  }
  return [...starts].sort();
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const midnight = (day: LocalDate, zone: TimeZone): Instant => instantOfLocal(`${day}T00:00`, zone) as Instant;

/** Whether somebody who comes off at `off` and goes on at `on` has had less than the rest that is due. */
export const tooLittleRest = (
  off: Instant,
  on: Instant,
  { restHours }: Pick<ShiftPattern, 'restHours'>,
): boolean => on < addMinutes(off, restHours * 60);
