import { daysBetween, type LocalDate, parseLocalDate } from './instant.ts';

/** A day, and the time of day `HH:MM:SS` where one was written. */
export interface WrittenMoment {
  readonly date: LocalDate;
  readonly time: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (n: number | string): string => String(n).padStart(2, '0');

/** The date if the calendar has it and somebody alive could mean it (1880 to 2199). */
function day(year: number, month: number, dayOfMonth: number): LocalDate | null {
  if (year < 1880 || year > 2199) return null;
  return parseLocalDate(`${year}-${two(month)}-${two(dayOfMonth)}`);
}

const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3)) + 1;

const nearest = (dates: readonly (LocalDate | null)[], reference: LocalDate): LocalDate | null =>
  dates
    .filter((date) => date !== null)
    .sort((a, b) => Math.abs(daysBetween(a, reference)) - Math.abs(daysBetween(b, reference)))[0] ?? null;

/** Month and day without a year: the year that brings it nearest to the reference. */
function withoutYear(month: number, dayOfMonth: number, reference: LocalDate | null): LocalDate | null {
  if (reference === null) return null;
  const year = Number(reference.slice(0, 4));
  return nearest(
    [-1, 0, 1].map((shift) => day(year + shift, month, dayOfMonth)),
    reference,
  );
}

/** How far from the reference a date may lie that could be read in two ways. */
const CLOSE_DAYS = 60;

/** Several readings: the only one there is, or the only one near the reference; else nobody can tell. */
function only(dates: readonly (LocalDate | null)[], reference: LocalDate | null): LocalDate | null {
  const possible = [...new Set(dates.filter((date) => date !== null))];
  if (possible.length <= 1) return possible[0] ?? null;
  if (reference === null) return null;
  const close = possible.filter((date) => Math.abs(daysBetween(date, reference)) <= CLOSE_DAYS);
  return close.length === 1 ? (close[0] ?? null) : null;
}

type Reader = (parts: readonly string[], reference: LocalDate | null) => LocalDate | null;

const n = (parts: readonly string[], i: number): number => Number(parts[i]);

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/, (p) => day(n(p, 1), n(p, 2), n(p, 3))],
  [/^(\d{4}) (\d{1,2}) (\d{1,2})$/, (p) => day(n(p, 1), n(p, 2), n(p, 3))],
  [/^(\d{4})(\d{2})(\d{2})$/, (p) => day(n(p, 1), n(p, 2), n(p, 3))],
  [/^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/, (p, at) => withoutYear(n(p, 1), n(p, 2), at)],
  [/^(\d{1,2})[-/.](\d{1,2})$/, (p, at) => withoutYear(n(p, 1), n(p, 2), at)],
  [
    /^(\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/,
    (p, at) => (at ? day(2000 + n(p, 1), n(p, 2), n(p, 3)) : null),
  ],
  [
    /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/,
    (p, at) =>
      at &&
      only(
        [
          day(2000 + n(p, 1), n(p, 2), n(p, 3)),
          day(2000 + n(p, 3), n(p, 1), n(p, 2)),
          day(2000 + n(p, 3), n(p, 2), n(p, 1)),
        ],
        at,
      ),
  ],
  [
    /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/,
    (p, at) => only([day(n(p, 3), n(p, 2), n(p, 1)), day(n(p, 3), n(p, 1), n(p, 2))], at),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of )?([a-z]{3,9})\.?,?[\s-]+(\d{4})$/,
    (p) => day(n(p, 3), monthOf(p[2] ?? ''), n(p, 1)),
  ],
  [
    /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})$/,
    (p) => day(n(p, 3), monthOf(p[1] ?? ''), n(p, 2)),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?$/,
    (p, at) => withoutYear(monthOf(p[2] ?? ''), n(p, 1), at),
  ],
  [
    /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?$/,
    (p, at) => withoutYear(monthOf(p[1] ?? ''), n(p, 2), at),
  ],
];

const TIME =
  /(?:^|[\st日号])(上午|下午|中午|晚上?|凌晨)?\s*(\d{1,2})\s*(?::|时|点)\s*(?:(\d{1,2})\s*分?)?\s*(?::?\s*(\d{1,2})(?:\.\d+)?\s*秒?)?\s*(am|pm)?$/;

/** Splits off the time of day; undefined where what stands there is no time. */
function splitTime(text: string): { rest: string; time: string | null } | undefined {
  const match = TIME.exec(text);
  if (!match) return { rest: text, time: null };
  const afternoon = /下午|晚|pm/.test(`${match[1] ?? ''}${match[5] ?? ''}`);
  const written = Number(match[2]);
  const hour =
    afternoon && written < 12 ? written + 12 : /am/.test(match[5] ?? '') && written === 12 ? 0 : written;
  const minute = Number(match[3] ?? 0);
  const second = Number(match[4] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const dayMark = /^[日号]/.test(match[0]) ? match[0].charAt(0) : '';
  return { rest: text.slice(0, match.index) + dayMark, time: `${two(hour)}:${two(minute)}:${two(second)}` };
}

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/^['’‘`]/, '')
    .replace(/[(（]?(星期|周|礼拜)[一二三四五六日天][)）]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Reads a day as people write it: 2022-04-01, 2022.4.2, 2022/4/1, 20220401, 2022年4月3日 9时, 4月3日, 22.4.3,
 * 3 April 2022. `reference` is a day near which it must lie: it gives the year where none is written and
 * decides between 3/4/2022 and 4/3/2022; null (birth dates) leaves those unread. A text that is no date, or
 * could be two, gives null.
 */
export function readWrittenDate(text: string, reference: LocalDate | null): WrittenMoment | null {
  const split = splitTime(tidy(text.slice(0, 60)));
  if (!split) return null;
  const rest = split.rest.replace(/[\s,]*t?$/, '').trim();
  for (const [form, read] of FORMS) {
    const parts = form.exec(rest);
    const date = parts && read(parts, reference);
    if (date) return { date, time: split.time };
  }
  return null;
}

/** Reads a time of day standing alone, `HH:MM:SS`: 14:30, 9时, 下午2点30分. */
export function readWrittenTime(text: string): string | null {
  const split = splitTime(tidy(text.slice(0, 60)));
  return split && split.time !== null && split.rest.trim() === '' ? split.time : null;
}
