import type { TFunction } from 'i18next';
import { type Instant, instantOfLocal, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { nowInstant, readDate } from '../ui/time.ts';

/** `08:00` on the hospital's clocks. */
export const clockOf = (at: Instant, zone: TimeZone): string => localOf(at, zone).slice(11, 16);

/** `04-05`. */
export const dayOf = (at: Instant, zone: TimeZone): string => localOf(at, zone).slice(5, 10);

/** `2022-04-05 8:00`, `2022-4-5 0800`: a moment that may be to come, so the day is always said. */
export function readMoment(text: string, zone: TimeZone): Instant | null {
  const match = /^(.+?)[ T]+(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim());
  const day = match?.[1] ? readDate(match[1]) : null;
  if (!match || day === null) return null;
  return instantOfLocal(`${day}T${match[2]?.padStart(2, '0')}:${match[3]}`, zone);
}

/** Names as pasted from a spreadsheet: one a line, or parted by tabs, commas and the like; each once. */
export function readNames(text: string): string[] {
  const names = text
    .normalize('NFKC')
    .split(/[\n\r\t,;，；、]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 60);
  return [...new Set(names)];
}

export const todayIn = (zone: TimeZone) => localOf(nowInstant(), zone).slice(0, 10);

/** `A、B（A-01 A-02）` */
export function peopleWords(
  people: readonly { name: string; units: readonly string[] }[],
  t: TFunction,
): string {
  if (people.length === 0) return t('shifts.grid.nobody');
  return people
    .map(
      ({ name, units }) =>
        name + (units.length > 0 ? t('shifts.grid.units', { units: units.join(' ') }) : ''),
    )
    .join('、');
}
