import type { DailyBody } from '#shared/contract/daily-body.ts';
import { FLOW_FIGURES } from '#shared/contract/figures.ts';
import { CLASSIFICATIONS, WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { FLOW_WORDS, DAILY_WORDS as WORDS } from '../../daily-reports/daily-words.ts';
import { DAILY_PAPER_WORDS as PAPER } from './daily-paper-words.ts';

/** A number as it stands on paper, and what it was when it was first reported, where that was another one. */
export interface Figure {
  n: string;
  was: string | null;
}

/** A table of numbers: whole rows of a body, each under the same headings. */
interface Numbers {
  title: Sentence;
  note?: Sentence;
  /** What the rows are. */
  of: Sentence;
  headings: readonly Sentence[];
  rows: readonly { key: string; word: string; isTotal: boolean; numbers: readonly number[] }[];
}

export interface Table {
  title: string;
  /** How the numbers hang together, where that is not seen at once. */
  note: string | null;
  of: string;
  headings: string[];
  rows: { word: string; isTotal: boolean; figures: Figure[] }[];
}

/** A number and what it was, where a first report is there to compare with. */
export const figureOf = (n: number, first: number | undefined): Figure => ({
  n: String(n),
  was: first === undefined || first === n ? null : String(first),
});

/** Every table of the report; beside each number the one of `first`, where it was reported otherwise. */
export function dailyTables(body: DailyBody, first: DailyBody | null, language: Language): Table[] {
  const bodies = first ? [body, first] : [body];
  const shown = numbersOf(body, bodies, language);
  const before = first ? numbersOf(first, bodies, language) : [];
  return shown.map((table, i) => beside(table, before[i], language));
}

/** A row that only one of the two has counts as nothing in the other, and is shown. */
function beside(now: Numbers, first: Numbers | undefined, language: Language): Table {
  const say = (sentence: Sentence) => fill(sentence, language);
  const before = new Map(first?.rows.map((row) => [row.key, row]));
  const known = new Set(now.rows.map(({ key }) => key));
  const gone = [...before.values()].filter(({ key }) => !known.has(key));
  const rows = [...now.rows, ...gone.map((row) => ({ ...row, numbers: row.numbers.map(() => 0) }))];
  return {
    title: say(now.title),
    note: now.note ? say(now.note) : null,
    of: say(now.of),
    headings: now.headings.map(say),
    rows: [...rows.filter(({ isTotal }) => !isTotal), ...rows.filter(({ isTotal }) => isTotal)].map(
      ({ key, word, isTotal, numbers }) => ({
        word,
        isTotal,
        figures: numbers.map((n, i) => figureOf(n, first && (before.get(key)?.numbers[i] ?? 0))),
      }),
    ),
  };
}

function numbersOf(body: DailyBody, bodies: readonly DailyBody[], language: Language): Numbers[] {
  const say = (sentence: Sentence) => fill(sentence, language);
  return [
    classified(body, bodies, say),
    leavers(body, bodies, say),
    beds(body, say),
    places(body, say),
    districts(body, say),
  ];
}

type Say = (sentence: Sentence) => string;

/** Columns of words that anybody has in any of the bodies, and those that are always told. */
function classified(body: DailyBody, bodies: readonly DailyBody[], say: Say): Numbers {
  const parts = ({ admitted, inHouse }: DailyBody) => [inHouse, admitted.inPeriod, admitted.sinceOpening];
  const columns = CLASSIFICATIONS.filter(
    (word) =>
      word === 'asymptomatic' ||
      word === 'mild' ||
      bodies.some((one) => parts(one).some(({ byClassification }) => byClassification[word] > 0)),
  );
  const words = [WORDS.inHouse, WORDS.admittedInPeriod, WORDS.admittedSinceOpening];
  return {
    ...{ title: PAPER.byClassification, of: PAPER.people },
    headings: [PAPER.total, ...columns.map((word) => VOCABULARY.classification[word])],
    rows: parts(body).map(({ people, byClassification }, i) => ({
      ...{ key: String(i), word: say(words[i] ?? WORDS.inHouse), isTotal: false },
      numbers: [people, ...columns.map((word) => byClassification[word])],
    })),
  };
}

function leavers(body: DailyBody, bodies: readonly DailyBody[], say: Say): Numbers {
  const columns = WAYS_OF_LEAVING.filter((way) =>
    bodies.some(({ left }) => left.sinceOpening.byWay[way] > 0),
  );
  const rows = [
    [WORDS.leftInPeriod, body.left.inPeriod],
    [WORDS.leftSinceOpening, body.left.sinceOpening],
  ] as const;
  return {
    ...{ title: PAPER.byWay, of: PAPER.people },
    headings: [PAPER.total, ...columns.map((way) => VOCABULARY.wayOfLeaving[way])],
    rows: rows.map(([word, { people, byWay }], i) => ({
      ...{ key: String(i), word: say(word), isTotal: false },
      numbers: [people, ...columns.map((way) => byWay[way])],
    })),
  };
}

function beds({ beds: { total, ...states } }: DailyBody, say: Say): Numbers {
  const columns = Object.keys(states) as (keyof typeof states)[];
  return {
    ...{ title: WORDS.beds, of: PAPER.atCutOff },
    headings: [PAPER.total, ...columns.map((state) => VOCABULARY.bedState[state])],
    rows: [
      {
        ...{ key: 'beds', word: say(WORDS.beds), isTotal: false },
        numbers: [total, ...columns.map((state) => states[state])],
      },
    ],
  };
}

const sumOf = (rows: readonly (readonly number[])[], columns: number): number[] =>
  Array.from({ length: columns }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0));

/** The rows and their sum. */
const summed = (rows: Numbers['rows'], columns: number, say: Say): Numbers['rows'] => [
  ...rows,
  {
    ...{ key: '\u0000total', word: say(PAPER.total), isTotal: true },
    numbers: sumOf(
      rows.map(({ numbers }) => numbers),
      columns,
    ),
  },
];

function places(body: DailyBody, say: Say): Numbers {
  const rows = body.places.map((place) => ({
    ...{ key: place.zone?.code ?? '', word: place.zone?.name ?? say(WORDS.noBed), isTotal: false },
    numbers: FLOW_FIGURES.map((figure) => place[figure]),
  }));
  return {
    ...{ title: PAPER.byZone, note: PAPER.zoneRule, of: WORDS.place },
    headings: FLOW_FIGURES.map((figure) => FLOW_WORDS[figure]),
    rows: summed(rows, FLOW_FIGURES.length, say),
  };
}

function districts(body: DailyBody, say: Say): Numbers {
  const rows = body.districts.map(({ district, admitted, left, inHouse }) => ({
    ...{ key: district, word: district || say(WORDS.noDistrict), isTotal: false },
    numbers: [admitted, left, inHouse],
  }));
  return {
    ...{ title: WORDS.district, of: WORDS.district },
    headings: [WORDS.admittedInPeriod, WORDS.leftInPeriod, WORDS.inHouse],
    rows: summed(rows, 3, say),
  };
}
