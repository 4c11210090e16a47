import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTable } from '#main/roster/find-table.ts';
import { judgeRows } from '#main/roster/judge-rows.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { admissionDetails } from '#shared/contract/admission-details.ts';
import { rosterIssue } from '#shared/contract/roster-row.ts';
import { CONTEXT, codesOf, csv, fieldsOf, find, judge } from './roster-files.ts';

const ID = ['11010519491231002X', '34052419800101001X'] as const;

test('a university’s list with surname, given names and dates day first', async () => {
  const bytes = csv(
    [
      'No.,Surname,Given names,Nationality,Passport No.,DOB (dd/mm/yyyy),Sex,Mobile No.,Date of positive PCR',
      '1,Smith,John Paul,UK,512345678,05/03/1999,M,+44 7700 900123,03/04/2022',
      '2,García,Ana,ES,AAB123456,01/02/2001,F,15900000011,04/04/2022',
    ].join('\n'),
  );
  const rows = await judge(bytes);
  expect(rows.map((row) => row.status)).toEqual(['ready', 'ready']);
  expect(rows.map(({ details }) => [details?.name, details?.birthDate, details?.firstPositiveDate])).toEqual([
    ['John Paul Smith', '1999-03-05', '2022-04-03'],
    ['Ana García', '2001-02-01', '2022-04-04'],
  ]);
});

test('a street’s list with a column for everything', async () => {
  const bytes = csv(
    [
      '转运时间,转运车牌,姓名,身份证号/护照号,性别,年龄,所在区,所在街道,详细地址,本人电话,紧急联系人及电话,首次核酸阳性采样时间,有无基础疾病,疫苗接种(0/1/2/3针),是否孕产妇,陪护/同行',
      `4月4日 8:00,吉B12345,张三,${ID[1]},男,42,丰满区,青岛街道,31号楼,13812345678,李四13900000000,4.2,无,3针,否,`,
      `,吉B12345,李小红,E1234567,女,32,丰满区,青岛街道,31号楼,13812345679,,4.2,有：哮喘,0,是,张三`,
    ].join('\n'),
  );
  const rows = await judge(bytes);
  expect(rows[0]?.details).toMatchObject({
    district: '丰满区',
    street: '青岛街道',
    emergencyContact: '李四13900000000',
    firstPositiveDate: '2022-04-02',
    vaccineDoses: 3,
    needs: [],
  });
  expect(rows[1]?.details).toMatchObject({ needs: ['pregnancy'], conditions: '有：哮喘' });
  expect(rows[1]?.familyKey).toBe(rows[0]?.familyKey);
});

test('a .csv saved from unformatted dates carries day counts', async () => {
  const rows = await judge(
    csv(`姓名;身份证;确诊时间;类型;症状\n张三;${ID[1]};44652;轻型;发热\n李四;${ID[0]};44653.5;无症状;\n`),
  );
  expect(rows.map(({ details }) => details?.firstPositiveDate)).toEqual(['2022-04-01', '2022-04-02']);
});

test('under 症状 the word 无 is a type', async () => {
  const bytes = csv(`姓名,身份证号,症状分型\n张三,${ID[1]},无\n李四,${ID[0]},轻\n`);
  expect(fieldsOf(await find(bytes))).toEqual(['name', 'documentNumber', 'classification']);
  expect((await judge(bytes)).map(({ details }) => details?.classification)).toEqual([
    'asymptomatic',
    'mild',
  ]);
});

const headings = [
  '姓名',
  '性别',
  '年龄',
  '证件类型',
  '证件号码',
  '电话',
  '现住址',
  '首阳日期',
  '分型',
  '既往史',
  '疫苗',
  '行动能力',
  '到达时间',
  '同行人',
  '备注',
  '需求',
  '出生日期',
  '车牌',
];
const bits = [
  '男',
  '女',
  '无',
  '/',
  '张三',
  '李小明',
  'John',
  ID[0],
  ID[1],
  'E1234567',
  '13812345678',
  '4月3日',
  '2022-04-02',
  '44652',
  '36岁',
  '轻型',
  '两针',
  '轮椅',
  '随张三',
  '孕30周',
  '合计',
  '\u0000',
  '\u202e',
  '𠮷',
  '\ufffd',
  '🙂',
  ' ',
  '、',
  '（',
  '吉BA1087',
  '护照',
  '14:30',
  '=1+1',
  '"',
  '\n',
];
const cell = fc.oneof(
  fc.constantFrom('', ...bits),
  fc.array(fc.constantFrom(...bits), { maxLength: 4 }).map((a) => a.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

test('whatever stands in the cells, each row is judged, and what would be admitted fits the contract', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(...headings.map(() => cell)), { minLength: 1, maxLength: 12 }),
      async (records) => {
        const bytes = csv(stringify([headings, ...records], { quoted: true }));
        const reading = await readSpreadsheet(bytes, 'a.csv');
        if (!reading.ok) return;
        const finding = findTable(reading.sheets);
        if (!finding.ok) return;
        for (const row of judgeRows(finding.table, finding.columns, CONTEXT)) {
          for (const issue of row.issues) expect(rosterIssue.safeParse(issue).error).toBeUndefined();
          if (row.details) expect(admissionDetails.safeParse(row.details).error).toBeUndefined();
          if (row.status === 'refused') expect(codesOf(row).length).toBeGreaterThan(0);
          else expect(row.details).not.toBeNull();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('cells of 50,000 characters everywhere hold nobody up', async () => {
  const evil = ['a', '1', ' ', '随', '孕', '，', '"', '-', '(', '2022-'].map((c) =>
    c.repeat(50_000 / c.length),
  );
  const lines = evil.map((value) => headings.map(() => value));
  const started = performance.now();
  const rows = await judge(
    csv(
      stringify([headings, ...lines, headings.map((_, i) => (i === 4 ? ID[0] : '张三'))], { quoted: true }),
    ),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});
