import type { DailyBody } from '#shared/contract/daily-body.ts';
import { FLOW_FIGURES } from '#shared/contract/figures.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { shownTime } from '../releases/sample-words.ts';
import { DISCHARGE_WORDS } from '../reports/discharge-words.ts';
import { type Sheet, type SheetCell, singleLine } from '../reports/sheet.ts';
import { endClockOf } from './cut-off-rules.ts';
import {
  classificationWord,
  FLOW_WORDS,
  partsOf,
  recoveredPercent,
  DAILY_WORDS as WORDS,
  waysOf,
  wayWord,
} from './daily-words.ts';

export interface SheetMaking {
  language: Language;
  zone: TimeZone;
  madeBy: string;
  demo: boolean;
  /** Which version, signed by whom; or that it is not signed. */
  standing: string;
  now: Instant;
}

/** The report as a list of figure, part and number: the same lines in .xlsx, .csv and on paper. */
export function dailySheet(body: DailyBody, making: SheetMaking): Sheet {
  const { language, zone, madeBy, demo, standing, now } = making;
  const end = endClockOf(body.cutOff, zone);
  const params = {
    hospital: singleLine(body.hospital),
    from: shownTime(body.from, zone),
    cutOff: `${end.day} ${end.clock}`,
    madeBy: singleLine(madeBy),
    version: standing,
  };
  const say = (sentence: Sentence) => fill(sentence, language, params);
  return {
    name: say(WORDS.sheet),
    title: say(WORDS.title),
    warning: demo ? say(DISCHARGE_WORDS.demo) : null,
    note: say(WORDS.note),
    columns: [
      { heading: say(WORDS.figure), kind: 'text', widest: 34 },
      { heading: say(WORDS.part), kind: 'text', widest: 26 },
      { heading: say(WORDS.people), kind: 'number', widest: 11 },
    ],
    rows: dailyLines(body, language),
    totals: [],
    fixedColumns: 1,
    made: { by: madeBy, at: now },
    foot: {
      madeBy: say(DISCHARGE_WORDS.footMadeBy),
      printed: say(DISCHARGE_WORDS.footPrinted),
      page: say(DISCHARGE_WORDS.footPage),
    },
  };
}

/** Figure, part, number; the part is empty for a whole. */
function dailyLines(body: DailyBody, language: Language): [string, string, number | null][] {
  const word = (sentence: Sentence) => fill(sentence, language);
  const classified = (what: Sentence, { people, byClassification }: DailyBody['inHouse']) => [
    line(word(what), '', people),
    ...partsOf(byClassification).map(([one, n]) => line(word(what), classificationWord(one, language), n)),
  ];
  const leavers = (what: Sentence, { people, byWay }: DailyBody['left']['inPeriod']) => [
    line(word(what), '', people),
    ...waysOf(byWay).map(([way, n]) => line(word(what), wayWord(way, language), n)),
  ];
  const { total, ...states } = body.beds;
  const percent = recoveredPercent(body);
  return [
    line(word(WORDS.beds), '', total),
    ...Object.entries(states).map(([state, n]) =>
      line(word(WORDS.beds), word(VOCABULARY.bedState[state as keyof typeof states]), n),
    ),
    ...classified(WORDS.inHouse, body.inHouse),
    line(word(WORDS.waiting), '', body.waiting),
    ...classified(WORDS.admittedInPeriod, body.admitted.inPeriod),
    ...classified(WORDS.admittedSinceOpening, body.admitted.sinceOpening),
    ...leavers(WORDS.leftInPeriod, body.left.inPeriod),
    ...leavers(WORDS.leftSinceOpening, body.left.sinceOpening),
    line(word(WORDS.recovered), '', body.recovered),
    line(word(WORDS.recoveredShare), '', percent === null ? null : Number(percent)),
    line(word(WORDS.daysMoreLeft), '', body.daysMoreLeft),
    ...body.places.flatMap((place) => {
      const name = place.zone?.name ?? word(WORDS.noBed);
      return FLOW_FIGURES.map((figure) =>
        line(`${word(WORDS.place)} ${singleLine(name)}`, word(FLOW_WORDS[figure]), place[figure]),
      );
    }),
    ...body.districts.flatMap(({ district, admitted, left, inHouse }) => {
      const name = `${word(WORDS.district)} ${singleLine(district) || word(WORDS.noDistrict)}`;
      return [
        line(name, word(WORDS.admittedInPeriod), admitted),
        line(name, word(WORDS.leftInPeriod), left),
        line(name, word(WORDS.inHouse), inHouse),
      ];
    }),
  ];
}

const line = (
  figure: string,
  part: string,
  n: number | null,
): [string, string, number | null] & SheetCell[] => [figure, part, n];
