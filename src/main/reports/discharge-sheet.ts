import type { DischargeLine } from '#shared/contract/reports.ts';
import { WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { ctText, shownTime } from '../releases/sample-words.ts';
import type { DischargeReport } from './discharge-report.ts';
import { DISCHARGE_WORDS as WORDS } from './discharge-words.ts';
import { type Sheet, type SheetCell, type SheetColumn, singleLine } from './sheet.ts';

interface Reader {
  language: Language;
  zone: TimeZone;
}

interface Column {
  heading: Sentence;
  kind: SheetColumn['kind'];
  widest: number;
  cell: (line: DischargeLine, reader: Reader, index: number) => SheetCell;
}

const wordOf = (list: Readonly<Record<string, Sentence>>, word: string, { language }: Reader): string => {
  const sentence = list[word];
  return sentence ? fill(sentence, language) : word;
};

const text = (
  zh: string,
  en: string,
  widest: number,
  cell: (line: DischargeLine, reader: Reader) => string,
): Column => ({ heading: { zh, en }, kind: 'text', widest, cell });

const number = (
  zh: string,
  en: string,
  cell: (line: DischargeLine, reader: Reader, index: number) => number | null,
): Column => ({ heading: { zh, en }, kind: 'number', widest: 9.5, cell });

const time = (zh: string, en: string, cell: (line: DischargeLine) => Instant): Column => ({
  heading: { zh, en },
  kind: 'time',
  widest: 12,
  cell: (line, { zone }) => shownTime(cell(line), zone),
});

/** When one of the last samples was taken, and the Ct of both genes. */
function sampleColumns(which: 0 | 1, word: Sentence): Column[] {
  return [
    {
      heading: { zh: `${word.zh}采样时间`, en: `${word.en}: taken` },
      kind: 'time',
      widest: 12,
      cell: ({ samples }, { zone }) => {
        const sample = samples[which];
        return sample ? shownTime(sample.sampledAt, zone) : null;
      },
    },
    text(`${word.zh} Ct 值`, `${word.en}: Ct`, 16, ({ samples }, { language }) => {
      const sample = samples[which];
      return sample ? ctText(sample, language) : '';
    }),
  ];
}

const COLUMNS: readonly Column[] = [
  number('序号', 'No.', (_line, _reader, index) => index + 1),
  text('区县', 'District', 13, (line) => line.district),
  text('街道', 'Street', 15, (line) => line.street),
  text('床号', 'Bed', 11, (line) => line.bed),
  text('姓名', 'Name', 16, (line) => line.name),
  text('性别', 'Sex', 9, (line, reader) => wordOf(VOCABULARY.sex, line.sex, reader)),
  number('年龄', 'Age', (line) => line.age),
  text('证件类型', 'Document', 13, (line, reader) =>
    wordOf(VOCABULARY.documentType, line.documentType, reader),
  ),
  text('证件号码', 'Document number', 21, (line) => line.documentNumber),
  text('电话', 'Phone', 15, (line) => line.phone),
  text('住址', 'Address', 24, (line) => line.address),
  text('临床分型', 'Classification', 12, (line, reader) =>
    wordOf(VOCABULARY.classification, line.classification, reader),
  ),
  time('入舱时间', 'Admitted', (line) => line.arrivedAt),
  time('出舱时间', 'Left', (line) => line.leftAt),
  number('在舱天数', 'Days in house', (line) => line.daysInHouse),
  text('离院方式', 'Way of leaving', 13, (line, reader) => wordOf(VOCABULARY.wayOfLeaving, line.way, reader)),
  text('接收单位', 'Destination', 16, (line) => line.destination),
  text('陪同人', 'Companion', 12, (line) => line.companion),
  text('备注', 'Remarks', 18, (line) => line.remarks),
  ...sampleColumns(0, { zh: '末次', en: 'Last sample' }),
  ...sampleColumns(1, { zh: '前次', en: 'Sample before' }),
  text('判定标准', 'Protocol', 18, ({ protocol }, { language }) =>
    protocol ? `${fill(protocol.name, language)} v${protocol.version}` : '',
  ),
  text('解除隔离证明编号', 'Certificate number', 18, (line) => line.certificate),
  number('住院号', 'Stay number', (line) => line.number),
];

/** The report as a list for paper and files: words instead of codes, hospital time, totals below the lines. */
export function dischargeSheet(
  report: DischargeReport,
  { madeBy, demo, ...reader }: Reader & { madeBy: string; demo: boolean },
): Sheet {
  const { language, zone } = reader;
  const times = {
    from: shownTime(report.from, zone),
    to: shownTime(report.to, zone),
    cutOff: shownTime(report.cutOff, zone),
  };
  const say = (sentence: Sentence) =>
    fill(sentence, language, { ...times, hospital: singleLine(report.hospital), madeBy: singleLine(madeBy) });
  return {
    name: say(WORDS.sheet),
    title: say(WORDS.title),
    warning: demo ? say(WORDS.demo) : null,
    note: say(WORDS.note),
    columns: COLUMNS.map(({ heading, kind, widest }) => ({ heading: fill(heading, language), kind, widest })),
    rows: report.lines.map((line, index) => COLUMNS.map(({ cell }) => cell(line, reader, index))),
    totals: totalRows(report.totals, reader),
    fixedColumns: 5,
    made: { by: madeBy, at: report.cutOff },
    foot: { madeBy: say(WORDS.footMadeBy), printed: say(WORDS.footPrinted), page: say(WORDS.footPage) },
  };
}

/** What is counted, its word, how many: under district, street and bed, where there is room for them. */
function totalRows({ all, byWay, byDistrict }: DischargeReport['totals'], reader: Reader): SheetCell[][] {
  const row = (what: Sentence, word: string, people: number): SheetCell[] => [
    null,
    fill(what, reader.language),
    word,
    people,
  ];
  return [
    row(WORDS.total, '', all),
    ...WAYS_OF_LEAVING.map((way) =>
      row(WORDS.byWay, wordOf(VOCABULARY.wayOfLeaving, way, reader), byWay[way]),
    ),
    ...byDistrict.map(({ district, people }) =>
      row(WORDS.byDistrict, district || fill(WORDS.noDistrict, reader.language), people),
    ),
  ];
}
