import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  localOf,
  type TimeZone,
} from '#shared/rules/instant.ts';

const dayAfter = (day: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;

/** When clocks show that time on that day; `24:00` is when the next day begins. */
function clockOn(day: LocalDate, clock: string, zone: TimeZone): Instant {
  const at =
    clock === '24:00'
      ? instantOfLocal(`${dayAfter(day, 1)}T00:00`, zone)
      : instantOfLocal(`${day}T${clock}`, zone);
  if (at === null) throw new Error(`no ${clock} on ${day}`);
  return at;
}

/** What a clock on the wall and a calendar show: `2022-04-05`, `12:00`. */
export interface Clock {
  day: string;
  clock: string;
}

export function clockOf(at: Instant, zone: TimeZone): Clock {
  const [day = '', clock = ''] = localOf(at, zone).slice(0, 16).split('T');
  return { day, clock };
}

/** When a period ends: its midnight is 24:00 of the day that ends, as it is read out, not 00:00 of the next. */
export function endClockOf(at: Instant, zone: TimeZone): Clock {
  const end = clockOf(at, zone);
  return end.clock === '00:00' ? { day: clockOf(addMinutes(at, -1), zone).day, clock: '24:00' } : end;
}

/** The same time on the clocks of the day before: 23, 24 or 25 hours earlier. */
export function dayBefore(cutOff: Instant, zone: TimeZone): Instant {
  const local = localOf(cutOff, zone);
  const before = dayAfter(local.slice(0, 10) as LocalDate, -1);
  const at = instantOfLocal(`${before}T${local.slice(11)}`, zone);
  // Seconds and less are not on a clock face, and stay as they are.
  return at === null ? addMinutes(cutOff, -1440) : (`${at.slice(0, 20)}${cutOff.slice(20)}` as Instant);
}

/** The cut-offs that have passed in (since, now], oldest first, each once; clocks such as `12:00` and `24:00`. */
export function cutOffsPassed(
  clocks: readonly string[],
  { since, now, zone }: { since: Instant; now: Instant; zone: TimeZone },
): Instant[] {
  const passed = new Set<Instant>();
  const today = localDateOf(now, zone);
  for (let day = dayAfter(localDateOf(since, zone), -1); day <= today; day = dayAfter(day, 1)) {
    for (const clock of clocks) {
      const at = clockOn(day, clock, zone);
      if (at > since && at <= now) passed.add(at);
    }
  }
  return [...passed].sort();
}

/** Further back nobody asks for a report any more that was missed: it is told of, and not written. */
export const DAYS_CAUGHT_UP = 7;

/** A schedule as it was set at one time: by which act, in the place of which. */
export interface ScheduleStep {
  cutOffs: readonly string[];
  recordedAt: Instant;
  recordedBy: number;
  supersededBy: number | null;
  /** Of a step that an undo wrote again: the act that was taken back. */
  undoes: number | null;
}

/**
 * Since when a clock has been asked for without a break, going back from the step that stands: cut-offs that passed
 * before somebody asked for them are nobody's. A change that was taken back is no break.
 */
export function askedSince(clock: string, standing: ScheduleStep, steps: readonly ScheduleStep[]): Instant {
  let step: ScheduleStep | undefined = standing;
  let since = standing.recordedAt;
  while (step?.cutOffs.includes(clock)) {
    since = step.recordedAt;
    const takenOver: number = step.undoes ?? step.recordedBy;
    step = steps.find(({ supersededBy }) => supersededBy === takenOver);
  }
  return since;
}
