import type { HomeCheck, PersonAtHome } from '#shared/contract/home.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { type Sheet, type SheetCell, singleLine } from '../reports/sheet.ts';

export const HOME_WORDS = {
  file: { zh: '居家监测', en: 'home-monitoring' },
  sheet: { zh: '居家监测', en: 'Home monitoring' },
  title: {
    zh: '{{hospital}} 出舱人员居家健康监测表',
    en: '{{hospital}}: health monitoring at home after release',
  },
  demo: { zh: '演示数据：病区与人员均为虚构', en: 'Demonstration: this ward and its people are made up' },
  note: {
    zh: '监测日：{{day}}　出舱后 {{days}} 天　区县：{{district}}　数据截至：{{cutOff}}　制表人：{{madeBy}}',
    en: 'On {{day}} · {{days}} days after release · district: {{district}} · as of {{cutOff}} · made by {{madeBy}}',
  },
  everywhere: { zh: '全部', en: 'all' },
  noDistrict: { zh: '（区县未填）', en: '(no district known)' },
  day: { zh: '第{{n}}天', en: 'Day {{n}}' },
  notReached: { zh: '未联系上', en: 'not reached' },
  fine: { zh: '无不适', en: 'no complaints' },
  positive: { zh: '核酸阳性', en: 'test positive' },
  negative: { zh: '核酸阴性', en: 'test negative' },
  back: { zh: '已再次入舱', en: 'back in the ward' },
  total: { zh: '合计', en: 'Total' },
  positives: { zh: '阳性', en: 'Positive' },
  notChecked: { zh: '当日未随访', en: 'Not checked that day' },
  footMadeBy: { zh: '制表：{{madeBy}} {{cutOff}}', en: 'Made by {{madeBy}} {{cutOff}}' },
  footPrinted: { zh: '打印：{{when}}', en: 'Printed {{when}}' },
  footPage: { zh: '第 {{page}} 页，共 {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
} as const satisfies Record<string, Sentence>;

interface About {
  language: Language;
  zone: TimeZone;
  hospital: string;
  demo: boolean;
  madeBy: string;
  cutOff: Instant;
  district: string | undefined;
}

/** One line for a person, one column for each day of theirs: what communities call from and fill in. */
export function homeSheet(list: OutputOf<'home.list'>, about: About): Sheet {
  const { language, zone } = about;
  const cutOff = localOf(about.cutOff, zone).slice(0, 16).replace('T', ' ');
  const district =
    about.district === undefined
      ? fill(HOME_WORDS.everywhere, language)
      : about.district || fill(HOME_WORDS.noDistrict, language);
  const words = {
    hospital: singleLine(about.hospital),
    madeBy: singleLine(about.madeBy),
    district: singleLine(district),
    day: list.day,
    days: String(list.days),
    cutOff,
  };
  const say = (sentence: Sentence) => fill(sentence, language, words);
  const dayNumbers = Array.from({ length: list.days }, (_, i) => i + 1);
  const columns = [
    ...COLUMNS,
    ...dayNumbers.map((n) => ({
      heading: fill(HOME_WORDS.day, language, { n: String(n) }),
      kind: 'text' as const,
      widest: 16,
      cell: (person: PersonAtHome, reader: Reader) => checkOn(person, n, reader),
    })),
  ];
  const reader: Reader = { language, zone, day: list.day };
  return {
    name: say(HOME_WORDS.sheet),
    title: say(HOME_WORDS.title),
    warning: about.demo ? say(HOME_WORDS.demo) : null,
    note: say(HOME_WORDS.note),
    columns: columns.map(({ heading, kind, widest }) => ({
      heading: typeof heading === 'string' ? heading : fill(heading, language),
      kind,
      widest,
    })),
    rows: list.people.map((person, i) => columns.map(({ cell }) => cell(person, reader, i))),
    totals: totalsOf(list, say),
    fixedColumns: 4,
    made: { by: about.madeBy, at: about.cutOff },
    foot: {
      madeBy: say(HOME_WORDS.footMadeBy),
      printed: say(HOME_WORDS.footPrinted),
      page: say(HOME_WORDS.footPage),
    },
  };
}

interface Reader {
  language: Language;
  zone: TimeZone;
  day: string;
}

interface Column {
  heading: Sentence;
  kind: 'text' | 'number' | 'time';
  widest: number;
  cell: (person: PersonAtHome, reader: Reader, index: number) => SheetCell;
}

const COLUMNS: readonly Column[] = [
  { heading: { zh: '序号', en: 'No.' }, kind: 'number', widest: 7, cell: (_p, _r, i) => i + 1 },
  { heading: { zh: '区县', en: 'District' }, kind: 'text', widest: 13, cell: (p) => p.district },
  { heading: { zh: '街道', en: 'Street' }, kind: 'text', widest: 15, cell: (p) => p.street },
  { heading: { zh: '姓名', en: 'Name' }, kind: 'text', widest: 16, cell: (p) => p.name },
  {
    heading: { zh: '性别', en: 'Sex' },
    kind: 'text',
    widest: 9,
    cell: (p, { language }) => fill(VOCABULARY.sex[p.sex], language),
  },
  { heading: { zh: '年龄', en: 'Age' }, kind: 'number', widest: 7, cell: (p) => p.age },
  { heading: { zh: '电话', en: 'Phone' }, kind: 'text', widest: 15, cell: (p) => p.phone },
  { heading: { zh: '住址', en: 'Address' }, kind: 'text', widest: 24, cell: (p) => p.address },
  {
    heading: { zh: '出舱时间', en: 'Left' },
    kind: 'time',
    widest: 12,
    cell: (p, { zone }) => localOf(p.leftAt, zone).slice(0, 16).replace('T', ' '),
  },
  {
    heading: { zh: '离院方式', en: 'Way of leaving' },
    kind: 'text',
    widest: 13,
    cell: (p, { language }) => fill(VOCABULARY.wayOfLeaving[p.way], language),
  },
  { heading: { zh: '接收单位', en: 'Destination' }, kind: 'text', widest: 16, cell: (p) => p.destination },
];

function checkOn(person: PersonAtHome, n: number, { language, day }: Reader): string {
  if (n > person.dayNumber) return '';
  const wanted = dayOfNumber(person, n, day);
  const check = person.checks.find((one) => one.day === wanted);
  if (check) return checkWords(check, language);
  return person.backInHouse ? fill(HOME_WORDS.back, language) : '';
}

/** The calendar day that is day `n` of somebody for whom `day` is day `dayNumber`. */
const dayOfNumber = ({ dayNumber }: PersonAtHome, n: number, day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (n - dayNumber) * 86_400_000).toISOString().slice(0, 10);

/** 36.5 ℃ · 咳嗽 · 核酸阴性 */
function checkWords(check: HomeCheck, language: Language): string {
  if (!check.reached) return [fill(HOME_WORDS.notReached, language), check.note].filter(Boolean).join(' · ');
  const symptoms = check.symptoms.map((symptom) => fill(VOCABULARY.symptom[symptom], language));
  return [
    check.temperature === null ? '' : `${check.temperature.toFixed(1)} ℃`,
    symptoms.length > 0 ? symptoms.join(language === 'en' ? ', ' : '、') : fill(HOME_WORDS.fine, language),
    check.nat === 'none' ? '' : fill(HOME_WORDS[check.nat], language),
    check.note,
  ]
    .filter(Boolean)
    .join(' · ');
}

function totalsOf(
  { people, day }: OutputOf<'home.list'>,
  say: (sentence: Sentence) => string,
): SheetCell[][] {
  const row = (word: Sentence, n: number): SheetCell[] => [null, say(word), '', n];
  const unchecked = people.filter(
    ({ checks, dayNumber, backInHouse }) =>
      dayNumber > 0 && !backInHouse && !checks.some((check) => check.day === day),
  );
  return [
    row(HOME_WORDS.total, people.length),
    row(HOME_WORDS.notChecked, unchecked.length),
    row(HOME_WORDS.positives, people.filter(({ positiveOn }) => positiveOn !== null).length),
  ];
}
