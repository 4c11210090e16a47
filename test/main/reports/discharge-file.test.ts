import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, cellText as textOfCell } from '#main/spreadsheets/cell.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { DischargeLine } from '#shared/contract/reports.ts';
import { textOfCsv } from '#shared/rules/csv-cell.ts';
import { tidyDocumentNumber } from '#shared/rules/id-card.ts';
import { localOf } from '#shared/rules/instant.ts';
import { tidyName } from '#shared/rules/person-name.ts';
import { type TestWard, ZONE } from '../../fixtures/ward.ts';
import { cellsOf, PATIENCE, parseCsv, takenByLibreOffice, textsOf } from './spreadsheet.ts';
import { DAY, type Leaver, NASTY, wardWithDischarges } from './ward-with-discharges.ts';

const DOCUMENTS = ['11010519491231002X', '440524188001010014', '34052419800101001X'];

const LEAVERS: Leaver[] = NASTY.map((text, i) => ({
  details: {
    ...{ name: text, address: text, remarks: text, phone: i % 2 === 0 ? '013800000000' : '+85298765432' },
    ...{
      district: ['朝阳区', '南关区', ''][i % 3] ?? '',
      street: i % 4 === 0 ? text.slice(0, 60) : '桂林街道',
    },
    ...(DOCUMENTS[i] === undefined
      ? { documentType: 'other', documentNumber: `00${i}` }
      : { documentType: 'resident-id', documentNumber: DOCUMENTS[i] }),
  },
  bed: null,
  arrived: '2022-04-03 12:00',
  left: '2022-04-05 10:30',
  leaving: {
    way: i % 5 === 0 ? 'to-hospital' : 'on-order',
    destination: text.slice(0, 120),
    companion: text,
    note: text,
  },
}));

/** What a line of the screen says, written down here once more, and not by the code under test. */
const WORDS = {
  sex: { male: '男', female: '女', unknown: '未知' },
  document: { 'resident-id': '居民身份证', other: '其他证件' } as Record<string, string>,
  way: { 'on-order': '医嘱离院', 'to-hospital': '医嘱转院' } as Record<string, string>,
};
const shown = (line: DischargeLine, index: number): string[] => [
  ...[`${index + 1}`, line.district, line.street, line.bed, line.name, WORDS.sex[line.sex]],
  ...[line.age === null ? '' : `${line.age}`, WORDS.document[line.documentType] ?? '?', line.documentNumber],
  ...[line.phone, line.address, '轻型', time(line.arrivedAt), time(line.leftAt), `${line.daysInHouse}`],
  ...[
    WORDS.way[line.way] ?? '?',
    line.destination,
    line.companion,
    line.remarks,
    '',
    '',
    '',
    '',
    line.protocol ? `${line.protocol.name.zh} v${line.protocol.version}` : '',
    '',
    `${line.number}`,
  ],
];
const time = (at: DischargeLine['leftAt']): string => localOf(at, ZONE).slice(0, 16).replace('T', ' ');
const HEADINGS =
  '序号 区县 街道 床号 姓名 性别 年龄 证件类型 证件号码 电话 住址 临床分型 入舱时间 出舱时间 在舱天数 离院方式 接收单位 陪同人 备注 末次采样时间 末次_Ct_值 前次采样时间 前次_Ct_值 判定标准 解除隔离证明编号 住院号'
    .split(' ')
    .map((heading) => heading.replaceAll('_', ' '));

const FIGURES = [0, 6, 14, 25];
const TIMES = [12, 13];
/** What a column should hold, and what LibreOffice took a cell of it for. */
const kindAt = ({ kind }: Cell, i: number): string => {
  const column = FIGURES.includes(i) ? 'figure' : TIMES.includes(i) ? 'time' : 'text';
  return `${column}: ${kind === 'blank' ? (column === 'figure' ? 'number' : 'text') : kind}`;
};

/** The block of lines: from the headings to the first row without a number in it. */
function linesOf(rows: readonly string[][]): string[][] {
  const start = rows.findIndex((row) => row[0] === '序号') + 1;
  expect(rows[start - 1]).toEqual(HEADINGS);
  const end = rows.findIndex((row, i) => i >= start && !/^\d/.test(row[0] ?? ''));
  return rows.slice(start, end);
}

describe('the discharge file', () => {
  let ward: TestWard;
  let report: OutputOf<'reports.discharges'>;
  const write = (format: 'xlsx' | 'csv', more: object = {}) =>
    ward.call('reports.dischargeFile', {
      ...DAY,
      format,
      language: 'zh-CN',
      madeBy: ward.operatorId,
      ...more,
    });

  beforeAll(async () => {
    ward = await wardWithDischarges(LEAVERS);
    ward.at('2022-04-05 18:00');
    report = await ward.call('reports.discharges', DAY);
  });
  afterAll(() => ward.close());

  it.each(['xlsx', 'csv'] as const)(
    'opens in LibreOffice with what the screen shows, cell by cell: .%s',
    async (format) => {
      const { file, lines } = await write(format);
      expect(lines).toBe(NASTY.length);
      const rows = await takenByLibreOffice(file);
      const texts = textsOf(rows).map((row) => (format === 'csv' ? row.map(textOfCsv) : row));
      expect(texts[0]?.[0]).toBe('长春市体育场方舱医院 出舱人员名单');
      expect(texts[1]?.[0]).toContain('2022-04-05 00:00 至 2022-04-06 00:00');
      expect(texts[1]?.[0]).toContain('数据截至：2022-04-05 18:00');
      expect(texts[1]?.[0]).toContain('制表人：李护士');
      expect(linesOf(texts)).toEqual(report.lines.map(shown));
      const kinds = new Set(rows.flatMap((row) => (row[0]?.kind === 'number' ? row.map(kindAt) : [])));
      expect([...kinds].sort()).toEqual(
        ['figure: number', 'text: text', format === 'xlsx' ? 'time: text' : 'time: date'].sort(),
      );
    },
    PATIENCE,
  );

  it('says the totals below the lines', async () => {
    const expected = [
      ['合计', '', `${report.totals.all}`],
      ...['医嘱离院', '医嘱转院', '转社区', '非医嘱离院', '死亡', '其他'].map((word, i) => [
        ...['离院方式', word, `${Object.values(report.totals.byWay)[i]}`],
      ]),
      ...report.totals.byDistrict.map(({ district, people }) => [
        '区县',
        district || '（区县未填）',
        `${people}`,
      ]),
    ];
    for (const format of ['xlsx', 'csv'] as const) {
      const rows = textsOf(await cellsOf(readFileSync((await write(format)).file)));
      expect(rows.slice(-expected.length).map((row) => row.slice(1, 4).map(textOfCsv))).toEqual(expected);
    }
  });

  it.each(['xlsx', 'csv'] as const)('is read back by the desk’s own roster reader: .%s', async (format) => {
    const rows = await cellsOf(readFileSync((await write(format)).file));
    const lines = rows.filter((row) => /^\d+$/.test(textOfCell(row[0])));
    expect(lines.map((row) => tidyDocumentNumber(textOfCell(row[8])))).toEqual(
      report.lines.map(({ documentNumber }) => documentNumber),
    );
    expect(lines.map((row) => tidyName(textOfCell(row[4])))).toEqual(
      report.lines.map(({ name }) => tidyName(name)),
    );
  });

  it('is UTF-8 with its mark and CRLF as .csv', async () => {
    const bytes = readFileSync((await write('csv')).file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const records = bytes.toString('utf8').split('\r\n');
    expect(records.at(-1)).toBe('');
    expect(records).toHaveLength(parseCsv(bytes).length + 1);
  });

  it('speaks English when asked to', async () => {
    const { file } = await write('csv', { language: 'en' });
    expect(path.basename(file)).toBe('discharges-2022-04-05.csv');
    const rows = parseCsv(readFileSync(file)).map((row) => row.map(textOfCsv));
    expect(rows[0]).toEqual(['长春市体育场方舱医院: discharge list']);
    expect(rows[1]?.[0]).toBe(
      'Left from 2022-04-05 00:00 until before 2022-04-06 00:00 · as of 2022-04-05 18:00 · made by 李护士',
    );
    const words = ['female', 'mild', 'to another hospital', 'Resident ID'];
    expect(rows.filter((row) => words.every((word) => row.includes(word)))).toHaveLength(1);
  });
});
