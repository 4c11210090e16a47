import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { makeSafe } from '../fixtures/safe-ward.ts';
import { ward } from '../fixtures/terminal.ts';

export const NURSE = '李护士';
export const DOCTOR = '王医生';
const PEOPLE = 60;
/** The care unit of the men. */
export const UNIT = 'A-01';
const HOUR_MS = 3_600_000;
/** China has one time and no summer time. */
const SHANGHAI_MS = 8 * HOUR_MS;

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华文'];
const HOMES = [
  ['丰满区', '江南街道'],
  ['丰满区', '泰山街道'],
  ['船营区', '青岛街道'],
  ['船营区', '大东街道'],
] as const;

/** Whom the walk is about, by their place in {@link people}; everybody else is an ordinary case. */
export const CAST = {
  /** Second sample below the threshold: not yet. */
  notYet: 2,
  /** Still positive at both samples. */
  positive: [5, 11, 17, 23, 29, 35, 41, 47, 53],
  /** The laboratory wrote another name to the number. */
  misspelt: 8,
  /** Eligible and on the list until the laboratory reports again. */
  latePositive: 14,
} as const;

interface Person {
  name: string;
  id: string;
  sex: '男' | '女';
  district: string;
  street: string;
}

const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

/** With the check digit of GB 11643; county part 99 is nobody's. */
function identityNumber(birth: string, serial: number): string {
  const digits = `220199${birth}${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
}

/** No two have one name, nobody is old, a child or ill: nothing but their samples tells them apart. */
export const people: readonly Person[] = Array.from({ length: PEOPLE }, (_, i) => {
  const [district, street] = pick(HOMES, i);
  const birth = `${1970 + (i % 30)}0${1 + (i % 9)}1${i % 9}`;
  return {
    name: pick(SURNAMES, i) + pick(GIVEN, i * 5 + Math.floor(i / 15)) + pick(GIVEN, i + 7),
    id: identityNumber(birth, 2 * i + (i % 2)),
    sex: i % 2 === 1 ? '男' : '女',
    district,
    street,
  };
});

/** Hospital time as a laboratory writes it, so many hours ago. */
const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * HOUR_MS + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');

type Result = readonly [orf: string, n: string, says: string];
const GONE: Result = ['未检出', '未检出', '阴性'];
const HIGH: Result = ['36.8', '37.4', '阴性'];
const LOW: Result = ['34.2', '36.1', '阳性'];
const POSITIVE: Result = ['24.6', '23.9', '阳性'];

interface Row {
  barcode: string;
  name: string;
  id: string;
  sampled: string;
  result: Result;
}

const HEADINGS = ['样本条码', '姓名', '身份证号', '采样时间', 'ORF1ab Ct', 'N Ct', '结果'];

function writeLabFile(folder: string, name: string, rows: readonly Row[]): string {
  const file = path.join(folder, name);
  const lines = rows.map(({ barcode, name: who, id, sampled, result }) => [
    ...[barcode, who, id, sampled],
    ...result,
  ]);
  writeFileSync(file, stringify([HEADINGS, ...lines], { bom: true }));
  return file;
}

const isPositive = (i: number): boolean => CAST.positive.some((one) => one === i);
const roundOf = (letter: string, hours: number, resultOf: (i: number) => Result): Row[] =>
  people.map(({ name, id }, i) => ({
    ...{ barcode: `${letter}${String(i + 1).padStart(7, '0')}`, name, id },
    ...{ sampled: hoursAgo(hours), result: resultOf(i) },
  }));

/** The samples of the day before yesterday: good but for those who are still positive. */
const firstRows = (): Row[] => roundOf('A', 31, (i) => (isPositive(i) ? POSITIVE : HIGH));

/** More than a day later, with one row for another name and one for nobody here. */
function secondRows(): Row[] {
  const rows = roundOf('B', 5, (i) => (i === CAST.notYet ? LOW : isPositive(i) ? POSITIVE : GONE));
  const stranger = { name: '陌生人', id: identityNumber('19880808', 998) };
  return [
    ...rows.map((row, i) => (i === CAST.misspelt ? { ...row, name: '某某某' } : row)),
    { barcode: 'B9999999', ...stranger, sampled: hoursAgo(5), result: GONE },
  ];
}

/** What the laboratory says of somebody after the list was signed. */
export function writeLateResult(folder: string, who: number): string {
  const { name, id } = pick(people, who);
  return writeLabFile(folder, 'lab-late.csv', [
    { barcode: `C${String(who + 1).padStart(7, '0')}`, name, id, sampled: hoursAgo(2), result: POSITIVE },
  ]);
}

export interface ClinicalWard {
  data: string;
  /** To be taken in through the window. */
  labFile: string;
}

/** Two care units of forty beds, so that a round of one has twenty patients and more. */
function layout(folder: string): string {
  const zone = (code: string, word: string, en: string, sexPolicy: string, x: number) => ({
    ...{ code, name: { zh: `${code}区（${word}）`, en: `Zone ${code} (${en})` }, sexPolicy },
    ...{ x, y: 6, width: 29, height: 16 },
    pattern: {
      ...{ columns: 1, rows: 1, bedColumns: 10, bedRows: 4, gap: { x: 2, y: 2 } },
      ...{ margin: { left: 1, top: 3 }, equipment: [] },
    },
  });
  const stations = [5, 40].map((x) => ({ kind: 'nurse-station', x, y: 1, width: 6, height: 3 }));
  const file = path.join(folder, 'layout.json');
  const plan = {
    ...{ schema: 1, id: 'two-units', name: { zh: '两个护理单元', en: 'Two care units' } },
    ...{ floor: { width: 64, height: 24 }, bedPlace: { width: 2.5, height: 2.4 } },
    landmarks: stations,
    zones: [zone('A', '男', 'men', 'male', 1), zone('B', '女', 'women', 'female', 32)],
  };
  writeFileSync(file, JSON.stringify(plan));
  return file;
}

/** A ward of sixty who came four days ago, each in a bed, with their first samples; all by the terminal. */
export async function wardWithSamples(data: string): Promise<ClinicalWard> {
  await ward(
    data,
    'init',
    '--name',
    '长春市体育场方舱医院',
    '--layout',
    layout(data),
    '--operator',
    NURSE,
    DOCTOR,
  );
  const roster = path.join(data, 'roster.csv');
  const headings = ['姓名', '性别', '身份证号', '所属区', '街道', '临床分型', '联系电话'];
  const lines = people.map(({ name, sex, id, district, street }, i) => [
    ...[name, sex, id, district, street, '轻型', `139${String(10_000_000 + i * 7919)}`],
  ]);
  writeFileSync(roster, stringify([headings, ...lines], { bom: true }));
  const arrived = new Date(Date.now() - 96 * HOUR_MS).toISOString();
  await ward(data, 'import', 'roster', roster, '--arrived', arrived);
  await ward(data, 'allocate');
  await ward(data, 'import', 'lab', writeLabFile(data, 'lab-first.csv', firstRows()));
  await makeSafe(data, NURSE, { [DOCTOR]: ['doctor'] });
  return { data, labFile: writeLabFile(data, 'lab-second.csv', secondRows()) };
}
