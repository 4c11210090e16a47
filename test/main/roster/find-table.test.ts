import { expect, test } from 'vitest';
import { findTable } from '#main/roster/find-table.ts';
import { partRows } from '#main/roster/left-out-rows.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { codesOf, csv, fieldsOf, find, judge, type Value, xlsx } from './roster-files.ts';

const ID = ['11010519491231002X', '440524188001010014', '34052419800101001X'] as const;

const leftOut = async (bytes: Uint8Array) => {
  const { table, columns } = await find(bytes);
  return partRows(table.rows, columns).leftOut;
};

test('title, instructions and two-line headings stand above the list', async () => {
  const rows: Value[][] = [
    ['吉林市方舱医院转运人员名单'],
    ['填写说明：请填写姓名、身份证号，一人一行；不得合并单元格，联系电话必填。'],
    [],
    ['序号', '基本信息', null, null, '监护人', null, '住址'],
    [null, '姓名', '性别', '身份证号', '姓名', '电话', null],
    [1, '张三', '男', ID[2], '李四', '13812345678', '丰满区青岛街道1号'],
  ];
  const bytes = await xlsx({ 名单: rows }, (book) => {
    const sheet = book.getWorksheet('名单');
    for (const range of ['A1:G1', 'A4:A5', 'B4:D4', 'E4:F4', 'G4:G5']) sheet?.mergeCells(range);
  });
  const found = await find(bytes);
  expect(found.table.headingRow).toBe(5);
  expect(found.table.headings).toEqual([
    '序号',
    '基本信息 / 姓名',
    '基本信息 / 性别',
    '基本信息 / 身份证号',
    '监护人 / 姓名',
    '监护人 / 电话',
    '住址',
  ]);
  expect(fieldsOf(found)).toEqual([
    'ignored',
    'name',
    'sex',
    'documentNumber',
    'emergencyContact',
    'emergencyPhone',
    'address',
  ]);
  expect((await judge(bytes))[0]?.details).toMatchObject({
    name: '张三',
    phone: '',
    emergencyPhone: '13812345678',
  });
});

test('two-line headings of a .csv, where nothing is merged, are read the same way', async () => {
  const found = await find(
    csv(`,人员信息,,联系,\n序号,姓名,身份证号,手机,现住址\n1,张三,${ID[0]},13812345678,x\n`),
  );
  expect(found.table.headingRow).toBe(2);
  expect(fieldsOf(found)).toEqual(['ignored', 'name', 'documentNumber', 'phone', 'address']);
});

test('the list is found behind a summary and an example, and before a hidden copy', async () => {
  const list = [
    ['姓名', '身份证号'],
    ['张三', ID[0]],
    ['李四', ID[1]],
  ];
  const bytes = await xlsx(
    {
      汇总: [
        ['区县', '人数'],
        ['丰满区', 2],
      ],
      填写示例: [...list, ['王五', ID[2]], ['赵六', ID[2]]],
      转运名单: list,
      旧: [...list, ['王五', ID[2]]],
    },
    (book) => {
      const old = book.getWorksheet('旧');
      if (old) old.state = 'hidden';
    },
  );
  const reading = await readSpreadsheet(bytes, 'a.xlsx');
  if (!reading.ok) throw new Error(reading.code);
  const finding = findTable(reading.sheets);
  expect(finding).toMatchObject({ ok: true, people: 2, table: { sheet: '转运名单' } });
  expect(finding.ok && finding.others.map((other) => other.table.sheet)).toEqual(['填写示例', '旧']);
  expect(findTable(reading.sheets, { sheet: '旧' })).toMatchObject({ people: 3 });
  const [hidden] = reading.sheets.filter((sheet) => sheet.hidden);
  expect(hidden && findTable([hidden])).toMatchObject({ ok: true, people: 3 });
});

test('a person who points at the heading row is believed', async () => {
  const found = await find(csv(`名单\n姓名,身份证号\n甲,乙\n张三,${ID[0]}\n`), { headingRow: 3 });
  expect(found.table).toMatchObject({ headingRow: 3, headings: ['甲', '乙'] });
});

test('totals, signatures, end marks, repeated headings and empty lines are nobody', async () => {
  const rows = [
    '序号,姓名,性别,身份证号,联系电话',
    `1,张三,男,${ID[2]},13812345678`,
    '2,,,,',
    '序号,姓名,性别,身份证号,联系电话',
    `3,合玉兰,男,${ID[1]},`,
    `4,,男,${ID[0]},13812345679`,
    ',总海,男,,13812345670',
    '小计,,,3人,',
    '合计：3人,,,,',
    ',合计,,3,',
    '男：2人,女：1人,,,',
    '以下空白,,,,',
    '填报单位（盖章）：船营区指挥部,,,填报时间：2022年4月4日,',
    '填表人：王五,,,,联系电话：0432-6666666',
    '备注：以上人员均已核酸阳性,,,,',
    'Total: 3,,,,',
  ];
  expect(await leftOut(csv(rows.join('\n')))).toEqual([
    { row: 3, reason: 'nobody' },
    { row: 4, reason: 'heading' },
    { row: 8, reason: 'totals' },
    { row: 9, reason: 'totals' },
    { row: 10, reason: 'totals' },
    { row: 11, reason: 'totals' },
    { row: 12, reason: 'end-mark' },
    { row: 13, reason: 'signature' },
    { row: 14, reason: 'signature' },
    { row: 15, reason: 'signature' },
    { row: 16, reason: 'totals' },
  ]);
  const judged = await judge(csv(rows.join('\n')));
  expect(judged.map((row) => [row.row, row.status])).toEqual([
    [2, 'ready'],
    [5, 'ready'],
    [6, 'refused'],
    [7, 'refused'],
  ]);
  expect(codesOf(judged[2])).toContain('name-missing');
});

test('a family’s address or a bus’s plate that is merged over its rows counts for each of them', async () => {
  const rows = [
    ['姓名', '身份证号', '现住址', '车牌'],
    ['张三', ID[0], '丰满区青岛街道1号楼2单元303室', '吉BA1087'],
    ['张四', ID[1], null, null],
    ['李五', ID[2], '昌邑区', null],
  ];
  const bytes = await xlsx({ S: rows }, (book) => {
    book.getWorksheet('S')?.mergeCells('C2:C3');
    book.getWorksheet('S')?.mergeCells('D2:D1000');
  });
  const judged = await judge(bytes);
  expect(judged.map((row) => row.details?.address)).toEqual([
    '丰满区青岛街道1号楼2单元303室',
    '丰满区青岛街道1号楼2单元303室',
    '昌邑区',
  ]);
  expect(judged.map((row) => row.plate)).toEqual(['吉B·A1087', '吉B·A1087', '吉B·A1087']);
  expect(judged[0]?.familyKey).toBe(judged[1]?.familyKey);
});
