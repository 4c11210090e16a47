import type { SignatureRole } from '#shared/contract/clinical-vocabulary.ts';
import type { DistrictPaper } from '#shared/contract/release-list.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { type Sheet, type SheetCell, type SheetColumn, singleLine } from '../reports/sheet.ts';
import { DISTRICT_WORDS as WORDS } from './district-words.ts';
import type { ListPaper } from './list-for-paper.ts';
import { ctText, shownTime } from './sample-words.ts';

interface Reader {
  language: Language;
  zone: TimeZone;
}

type Row = DistrictPaper['rows'][number];

interface Column {
  heading: Sentence;
  kind: SheetColumn['kind'];
  widest: number;
  cell: (row: Row, reader: Reader) => SheetCell;
}

const text = (
  zh: string,
  en: string,
  widest: number,
  cell: (row: Row, reader: Reader) => string,
): Column => ({ heading: { zh, en }, kind: 'text', widest, cell });

const time = (zh: string, en: string, cell: (row: Row, reader: Reader) => string): Column => ({
  heading: { zh, en },
  kind: 'time',
  widest: 12,
  cell,
});

const number = (zh: string, en: string, cell: (row: Row) => number | null): Column => ({
  heading: { zh, en },
  kind: 'number',
  widest: 7,
  cell,
});

const wordOf = (list: Readonly<Record<string, Sentence>>, word: string, { language }: Reader): string => {
  const sentence = list[word];
  return sentence ? fill(sentence, language) : word;
};

const sampledAt = (row: Row, which: number, { zone }: Reader): string => {
  const sample = row.samples[which];
  return sample ? shownTime(sample.sampledAt, zone) : '';
};

const ctOf = (row: Row, which: number, { language }: Reader): string => {
  const sample = row.samples[which];
  return sample ? ctText(sample, language) : '';
};

/** What a district needs to fetch people and to go on caring for them at home. */
const columnsOf = (protocol: string): readonly Column[] => [
  number('序号', 'No.', (row) => row.place),
  text('姓名', 'Name', 14, (row) => row.name),
  text('性别', 'Sex', 7, (row, reader) => wordOf(VOCABULARY.sex, row.sex, reader)),
  number('年龄', 'Age', (row) => row.age),
  text('证件类型', 'Document', 11, (row, reader) =>
    wordOf(VOCABULARY.documentType, row.documentType, reader),
  ),
  text('证件号码', 'Document number', 21, (row) => row.documentNumber),
  text('电话', 'Phone', 14, (row) => row.phone),
  text('街道', 'Street', 14, (row) => row.street),
  text('住址', 'Address', 24, (row) => row.address),
  text('车牌', 'Bus', 11, (row, { language }) => row.bus?.plate ?? fill(WORDS.noBus, language)),
  time('发车时间', 'Departure', (row, { zone }) => (row.bus ? shownTime(row.bus.departsAt, zone) : '')),
  text('集合地点', 'Meeting point', 14, (row) => row.bus?.meetingPoint ?? ''),
  text('床号', 'Bed', 10, (row) => row.bed),
  time('末次采样', 'Last sample', (row, reader) => sampledAt(row, 0, reader)),
  text('末次 Ct 值', 'Its Ct', 16, (row, reader) => ctOf(row, 0, reader)),
  time('前次采样', 'Sample before', (row, reader) => sampledAt(row, 1, reader)),
  text('前次 Ct 值', 'Its Ct', 16, (row, reader) => ctOf(row, 1, reader)),
  text('判定标准', 'Protocol', 16, () => protocol),
  text('备注', 'Remarks', 14, (row) => row.note),
];

/** One district's list as a sheet: A4 landscape, headings on every page, totals by bus and street below. */
export function districtSheet(
  paper: ListPaper,
  { district, rows, people }: DistrictPaper,
  { madeBy, ...reader }: Reader & { madeBy: string },
): Sheet {
  const { language, zone } = reader;
  const name = (sentence: Sentence) => fill(sentence, language);
  const protocol = fill(WORDS.protocolVersion, language, {
    name: name(paper.protocol.name),
    version: String(paper.protocol.version),
  });
  const say = (sentence: Sentence) =>
    fill(sentence, language, {
      hospital: singleLine(paper.hospital),
      day: paper.day,
      district: singleLine(district || name(WORDS.noDistrict)),
      people: String(people),
      protocol: singleLine(protocol),
      doctor: signed(paper, 'doctor', reader),
      nurse: signed(paper, 'nurse', reader),
      at: shownTime(paper.at, zone),
      madeBy: singleLine(madeBy),
    });
  const warnings = [
    ...(paper.demo ? [say(WORDS.demo)] : []),
    ...(paper.state === 'signed' ? [] : [say(WORDS.unsigned)]),
  ];
  const columns = columnsOf(protocol);
  return {
    name: say(WORDS.sheet),
    title: say(WORDS.title),
    warning: warnings.length === 0 ? null : warnings.join(' · '),
    note: say(WORDS.note),
    columns: columns.map(({ heading, kind, widest }) => ({ heading: name(heading), kind, widest })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, reader))),
    totals: totalRows(rows, language),
    fixedColumns: 2,
    made: { by: madeBy, at: paper.at },
    foot: { madeBy: say(WORDS.footMadeBy), printed: say(WORDS.footPrinted), page: say(WORDS.footPage) },
  };
}

function signed({ signatures }: ListPaper, role: SignatureRole, { language, zone }: Reader): string {
  const signature = signatures.find((one) => one.role === role);
  if (!signature) return fill(WORDS.notSigned, language);
  const { who, at } = signature;
  return fill(WORDS.signature, language, { who: singleLine(who), at: shownTime(at, zone) });
}

/** What is counted under number and name, its word under address, how many under age. */
function totalRows(rows: readonly Row[], language: Language): SheetCell[][] {
  const line = (what: Sentence, word: string, people: number): SheetCell[] => [
    null,
    fill(what, language),
    null,
    people,
    ...[null, null, null],
    ...[null, word],
  ];
  const counted = (key: (row: Row) => string) => [...Map.groupBy(rows, key)];
  return [
    line(WORDS.total, '', rows.length),
    ...counted(({ bus }) => bus?.plate ?? '').map(([plate, some]) =>
      line(WORDS.bus, plate || fill(WORDS.noBus, language), some.length),
    ),
    ...counted(({ street }) => street).map(([street, some]) =>
      line(WORDS.street, street || fill(WORDS.noStreet, language), some.length),
    ),
  ];
}
