import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { SignedReport } from '#shared/contract/daily-reports.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { clockOf, endClockOf } from '../../daily-reports/cut-off-rules.ts';
import { recoveredPercent, DAILY_WORDS as WORDS } from '../../daily-reports/daily-words.ts';
import { markedReadOut, standingWords } from '../../daily-reports/standing-words.ts';
import { DAILY_PAPER_WORDS as PAPER } from './daily-paper-words.ts';
import { dailyTables, figureOf } from './daily-tables.ts';
import { timeOf } from './words.ts';

export interface DailyPaper {
  body: DailyBody;
  /** SHA-256 of the body. */
  hash: string;
  signature: SignedReport | null;
  versions: readonly SignedReport[];
  /** What was reported first, where this is another version or the figures of now. */
  first: { body: DailyBody; signature: SignedReport } | null;
}

const inWords = ({ day, clock }: { day: string; clock: string }): string => `${day} ${clock}`;

/** One report as its template shows it: in one language, as everybody who gets it reads one. */
export function dailyView(
  { body, hash, signature, versions, first }: DailyPaper,
  language: Language,
  zone: TimeZone,
) {
  const say = (sentence: Sentence, params = {}) => fill(sentence, language, params);
  const words = Object.fromEntries(Object.entries(PAPER).map(([key, word]) => [key, say(word)]));
  const cutOff = inWords(endClockOf(body.cutOff, zone));
  return {
    ...{ lang: language, words, cutOff },
    period: say(PAPER.fromTo, { from: inWords(clockOf(body.from, zone)), cutOff }),
    version: signature && say(PAPER.version, { n: String(signature.version) }),
    signed: signature && signatureFields(signature, zone),
    restated: first !== null && signature !== null,
    comparedWith: first && say(PAPER.comparedWith, comparedFields(first.signature, zone)),
    cards: cardsOf(body, first?.body, say),
    tables: dailyTables(body, first?.body ?? null, language),
    readOut: markedReadOut(body, standingWords(signature, language, zone), language, zone).split('\n'),
    hasVersions: versions.length > 0,
    versions: versions.map((one) => ({
      name: say(PAPER.version, { n: String(one.version) }),
      ...signatureFields(one, zone),
      withdrawn: one.withdrawn,
    })),
    digest: hash,
    auditHead: signature?.auditHead ?? null,
  };
}

const signatureFields = ({ who, signedAt, reason }: SignedReport, zone: TimeZone) => ({
  who,
  at: timeOf(signedAt, zone),
  reason: reason || null,
});

const comparedFields = ({ version, who, signedAt }: SignedReport, zone: TimeZone) => ({
  n: String(version),
  who,
  at: timeOf(signedAt as Instant, zone),
});

type Say = (sentence: Sentence, params?: Record<string, string>) => string;

/** What a reader looks for first: now above, since opening below. */
function cardsOf(body: DailyBody, first: DailyBody | undefined, say: Say) {
  const percent = recoveredPercent(body);
  const card = (word: Sentence, of: (one: DailyBody) => number, under: string | null = null) => ({
    ...{ word: say(word), under },
    ...figureOf(of(body), first && of(first)),
  });
  return [
    card(WORDS.inHouse, ({ inHouse }) => inHouse.people),
    card(WORDS.admittedInPeriod, ({ admitted }) => admitted.inPeriod.people),
    card(WORDS.leftInPeriod, ({ left }) => left.inPeriod.people),
    card(WORDS.waiting, ({ waiting }) => waiting),
    card(WORDS.admittedSinceOpening, ({ admitted }) => admitted.sinceOpening.people),
    card(WORDS.leftSinceOpening, ({ left }) => left.sinceOpening.people),
    card(
      WORDS.recovered,
      ({ recovered }) => recovered,
      percent === null ? null : say(PAPER.sinceOpening, { percent }),
    ),
    card(PAPER.daysMoreLeft, ({ daysMoreLeft }) => daysMoreLeft),
  ];
}
