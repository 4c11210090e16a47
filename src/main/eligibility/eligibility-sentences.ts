import { ELIGIBILITY, type EligibilityWord } from '#shared/messages/eligibility.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import { type Instant, localOf, millisOf, type TimeZone } from '#shared/rules/instant.ts';

type Said = Sentence | string | number;
type Params = Readonly<Record<string, Said>>;

/** Literal text and, between, the names of what is put in: every second one is a name. */
const PIECES = new Map<string, readonly string[]>();

function piecesOf(template: string): readonly string[] {
  const known = PIECES.get(template);
  if (known) return known;
  const pieces = template.split(/\{\{(\w+)\}\}/);
  PIECES.set(template, pieces);
  return pieces;
}

function put(template: string, language: 'zh' | 'en', params: Params): string {
  const pieces = piecesOf(template);
  let text = pieces[0] ?? '';
  for (let i = 1; i < pieces.length; i += 2) {
    const given = params[pieces[i] ?? ''];
    text += given === undefined ? `{{${pieces[i]}}}` : typeof given === 'object' ? given[language] : given;
    text += pieces[i + 1] ?? '';
  }
  return text;
}

/** A sentence of the engine in both languages; what differs between them is given as a sentence itself. */
export const say = (word: EligibilityWord, params: Params = {}): Sentence => ({
  zh: put(ELIGIBILITY[word].zh, 'zh', params),
  en: put(ELIGIBILITY[word].en, 'en', params),
});

/** One after the other, as a text is read: Chinese without spaces between sentences. */
export const together = (sentences: readonly Sentence[], zh = '', en = ' '): Sentence => ({
  zh: sentences.map((one) => one.zh).join(zh),
  en: sentences.map((one) => one.en).join(en),
});

/** Put together only where somebody reads it: most who ask want the verdict, the others one language. */
export const whenRead = (make: (language: 'zh' | 'en') => string): Sentence => ({
  get zh() {
    return make('zh');
  },
  get en() {
    return make('en');
  },
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** People are sampled in the same minutes, so most moments of a ward have been told before. */
const KEPT = 20_000;
const told = new Map<string, Sentence>();

/**
 * Words for moments on the hospital's clocks: `4月7日 06:40`, `7 Apr 06:40`, with the year where it is not that
 * of the judgement.
 */
export class Clock {
  readonly #zone: TimeZone;
  readonly #year: string;

  constructor(zone: TimeZone, at: Instant) {
    this.#zone = zone;
    this.#year = localOf(at, zone).slice(0, 4);
  }

  time(instant: Instant): Sentence {
    const key = `${this.#zone}${this.#year}${instant}`;
    const known = told.get(key);
    if (known) return known;
    const local = localOf(instant, this.#zone);
    const [day, clock] = [this.day(local.slice(0, 10)), local.slice(11, 16)];
    const words = { zh: `${day.zh} ${clock}`, en: `${day.en} ${clock}` };
    if (told.size >= KEPT) told.clear();
    told.set(key, words);
    return words;
  }

  day(date: string): Sentence {
    const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
    const other = year !== this.#year;
    return {
      zh: `${other ? `${year}年` : ''}${month}月${day}日`,
      en: `${day} ${MONTHS[month - 1] ?? month}${other ? ` ${year}` : ''}`,
    };
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What people are told to do is told by the minute, and never before the moment itself. */
export const wholeMinute = (millis: number): number => Math.ceil(millis / MINUTE) * MINUTE;

/** Hours as milliseconds; protocols may have fractions of hours. */
export const hours = (count: number): number => Math.round(count * HOUR);

/** How long between two moments, in hours and minutes. */
export function spanBetween(from: Instant, to: Instant): Sentence {
  const minutes = Math.floor((millisOf(to) - millisOf(from)) / MINUTE);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return m === 0 ? say('span-hours', { h }) : say('span-hours-minutes', { h, m });
}
