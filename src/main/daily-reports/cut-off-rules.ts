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

/** Further back nobody asks for a report any more that was missed. */
const DAYS_CAUGHT_UP = 7;

/**
 * The cut-offs that have passed in (since, now], oldest first, each once.
 *
 * @param clocks times of day such as `12:00` and `24:00`
 */
export function cutOffsPassed(
  clocks: readonly string[],
  { since, now, zone }: { since: Instant; now: Instant; zone: TimeZone },
): Instant[] {
  const earliest = addMinutes(now, -DAYS_CAUGHT_UP * 1440);
  const from = since > earliest ? since : earliest;
  const passed = new Set<Instant>();
  const today = localDateOf(now, zone);
  for (let day = dayAfter(localDateOf(from, zone), -1); day <= today; day = dayAfter(day, 1)) {
    for (const clock of clocks) {
      const at = clockOn(day, clock, zone);
      if (at > from && at <= now) passed.add(at);
    }
  }
  return [...passed].sort();
}
