import type { Census } from '#shared/contract/ward.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { shownTime } from '../releases/sample-words.ts';
import { DISCHARGE_WORDS } from '../reports/discharge-words.ts';
import { type Sheet, type SheetCell, singleLine } from '../reports/sheet.ts';
import {
  ARRIVAL_ITEMS,
  countByAge,
  EMT_AGES,
  EMT_MAPPING,
  type EmtLeaver,
  type EmtPerson,
  LEAVER_ITEMS,
} from './emt-items.ts';
import type { Interval } from './journey-rules.ts';

export const EMT_WORDS = {
  file: { zh: 'WHO-EMT-最小数据集', en: 'who-emt-mds' },
  sheet: { zh: 'EMT MDS', en: 'EMT MDS' },
  title: {
    zh: '{{hospital}} WHO EMT 最小数据集（日报）',
    en: '{{hospital}}: WHO EMT minimum data set, daily',
  },
  note: {
    zh: '活动时段：{{from}}（不含）至 {{to}}　表式：WHO EMT MDS 1.0（2016），对照版本 {{mapping}}，条目编号未经官方表核对　制表人：{{madeBy}}',
    en: 'Activity after {{from}} until {{to}} · WHO EMT MDS 1.0 (2016), mapping {{mapping}}, item numbers not verified against the official form · made by {{madeBy}}',
  },
  number: { zh: '条目', en: 'Item' },
  name: { zh: '名称', en: 'Name' },
  total: { zh: '合计', en: 'Total' },
  admissions: { zh: '新收治人数', en: 'New admissions' },
  capacity: { zh: '床位数', en: 'Bed capacity' },
  empty: { zh: '可用空床', en: 'Empty beds' },
} as const satisfies Record<string, Sentence>;

export interface EmtDay {
  interval: Interval;
  arrivals: readonly EmtPerson[];
  leavers: readonly EmtLeaver[];
  beds: Census['beds'];
}

interface Head {
  language: Language;
  zone: TimeZone;
  hospital: string;
  madeBy: string;
  demo: boolean;
}

/** The day as the form asks: the summary first, then every item by age. */
export function emtSheet(day: EmtDay, { language, zone, hospital, madeBy, demo }: Head): Sheet {
  const [from, to] = [shownTime(day.interval.from, zone), shownTime(day.interval.to, zone)];
  const words = { from, to, cutOff: to, mapping: String(EMT_MAPPING) };
  const say = (sentence: Sentence) =>
    fill(sentence, language, { ...words, hospital: singleLine(hospital), madeBy: singleLine(madeBy) });
  const summary = (name: Sentence, total: number): SheetCell[] => [
    null,
    say(name),
    ...EMT_AGES.map(() => null),
    total,
  ];
  return {
    name: say(EMT_WORDS.sheet),
    title: say(EMT_WORDS.title),
    warning: demo ? say(DISCHARGE_WORDS.demo) : null,
    note: say(EMT_WORDS.note),
    columns: [
      { heading: say(EMT_WORDS.number), kind: 'number', widest: 7 },
      { heading: say(EMT_WORDS.name), kind: 'text', widest: 34 },
      ...EMT_AGES.map(({ name }) => ({ heading: say(name), kind: 'number' as const, widest: 10 })),
      { heading: say(EMT_WORDS.total), kind: 'number', widest: 9 },
    ],
    rows: [
      summary(EMT_WORDS.admissions, day.arrivals.length),
      summary(EMT_WORDS.capacity, day.beds.total),
      summary(EMT_WORDS.empty, day.beds.available),
      ...itemsOf(day).map(({ number, name, counts }) => [number, say(name), ...counts]),
    ],
    totals: [],
    fixedColumns: 2,
    made: { by: madeBy, at: day.interval.to },
    foot: {
      madeBy: say(DISCHARGE_WORDS.footMadeBy),
      printed: say(DISCHARGE_WORDS.footPrinted),
      page: say(DISCHARGE_WORDS.footPage),
    },
  };
}

const itemsOf = ({ arrivals, leavers }: EmtDay): { number: number; name: Sentence; counts: number[] }[] =>
  [
    ...ARRIVAL_ITEMS.map((item) => ({ ...item, counts: countByAge(arrivals, item.counts) })),
    ...LEAVER_ITEMS.map((item) => ({ ...item, counts: countByAge(leavers, item.counts) })),
  ].sort((a, b) => a.number - b.number);
