import type { DailyBody } from '#shared/contract/daily-body.ts';
import {
  CLASSIFICATIONS,
  type Classification,
  WAYS_OF_LEAVING,
  type WayOfLeaving,
} from '#shared/contract/vocabulary.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';

/** What the daily report says on every medium besides the words of the vocabulary. */
export const DAILY_WORDS = {
  file: { zh: '日报', en: 'daily-report' },
  title: { zh: '{{hospital}} 每日报告', en: '{{hospital}}: daily report' },
  note: {
    zh: '统计时段：{{from}} 之后至 {{cutOff}}　{{version}}　制表人：{{madeBy}}',
    en: 'After {{from}}, up to {{cutOff}} · {{version}} · made by {{madeBy}}',
  },
  signed: {
    zh: '第 {{version}} 版，{{who}} 签发于 {{at}}',
    en: 'version {{version}}, signed by {{who}} at {{at}}',
  },
  unsigned: { zh: '未签发', en: 'not signed' },
  skipped: {
    zh: '与之前漏掉的共 {{count}} 份（{{from}} 起），已超过 {{days}} 天，不再补写',
    en: '{{count}} missed in all, from {{from}} on: more than {{days}} days ago, so they are not written any more',
  },
  defect: { zh: '程序出错（编号 {{id}}，见日志）', en: 'a fault of the program ({{id}}, see the log)' },
  standing: { zh: '【{{standing}}】', en: '[{{standing}}]' },
  figure: { zh: '项目', en: 'Figure' },
  part: { zh: '分项', en: 'Of these' },
  people: { zh: '数', en: 'Number' },
  beds: { zh: '床位', en: 'Beds' },
  inHouse: { zh: '现有在舱', en: 'In house' },
  waiting: { zh: '待安排床位', en: 'Waiting for a bed' },
  admittedInPeriod: { zh: '本时段入舱', en: 'Admitted in the period' },
  admittedSinceOpening: { zh: '累计收治', en: 'Admitted since opening' },
  leftInPeriod: { zh: '本时段离舱', en: 'Left in the period' },
  leftSinceOpening: { zh: '累计离舱', en: 'Left since opening' },
  recovered: { zh: '累计治愈出院', en: 'Recovered since opening' },
  recoveredShare: { zh: '治愈出院占累计收治（%）', en: 'Recovered, of all admitted (%)' },
  daysMoreLeft: {
    zh: '出舱（不含转院、死亡）连续多于入舱（天）',
    en: 'Days in a row with more discharges than admissions',
  },
  place: { zh: '分区', en: 'Zone' },
  noBed: { zh: '待安排床位', en: 'without a bed' },
  district: { zh: '来源区县', en: 'District of origin' },
  noDistrict: { zh: '（区县未填）', en: '(no district known)' },
  sheet: { zh: '日报', en: 'Daily report' },
} as const satisfies Record<string, Sentence>;

export const FLOW_WORDS = {
  opening: { zh: '期初', en: 'opening' },
  arrived: { zh: '入舱', en: 'arrived' },
  movedIn: { zh: '转入', en: 'moved in' },
  movedOut: { zh: '转出', en: 'moved out' },
  left: { zh: '离开', en: 'left' },
  closing: { zh: '期末', en: 'closing' },
} as const satisfies Record<string, Sentence>;

/** Of all admitted since opening, in percent with one decimal; null before anybody came. */
export function recoveredPercent({ recovered, admitted }: DailyBody): string | null {
  const { people } = admitted.sinceOpening;
  return people === 0 ? null : ((recovered / people) * 100).toFixed(1);
}

/** The parts of a whole that are not nothing, in the order of the vocabulary. */
export const partsOf = (counts: Readonly<Record<Classification, number>>): [Classification, number][] =>
  CLASSIFICATIONS.filter((word) => counts[word] > 0).map((word) => [word, counts[word]]);

export const waysOf = (counts: Readonly<Record<WayOfLeaving, number>>): [WayOfLeaving, number][] =>
  WAYS_OF_LEAVING.filter((way) => counts[way] > 0).map((way) => [way, counts[way]]);

export const classificationWord = (word: Classification, language: Language): string =>
  fill(VOCABULARY.classification[word], language);

export const wayWord = (way: WayOfLeaving, language: Language): string =>
  fill(VOCABULARY.wayOfLeaving[way], language);
