import { expect, test } from 'vitest';
import { ROSTER_FILE_FAULTS, ROSTER_ISSUE_CODES } from '#shared/contract/roster-row.ts';
import type { StayId } from '#shared/contract/values.ts';
import { ROSTER_FAULTS, ROSTER_ISSUES } from '#shared/messages/roster-issues.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { codesOf, csv, judge, xlsx } from './roster-files.ts';

const STAY = 'x' as StayId;
const ID = ['11010519491231002X', '440524188001010014', '34052419800101001X'] as const;

/** One person with a good ID, and one more column. */
const withColumn = async (heading: string, ...values: string[]) => {
  const lines = values.map((value, i) => `张${'三四五六七八九'[i]},E1234567${i},男,"${value}"`);
  return judge(csv(`姓名,护照号,性别,${heading}\n${lines.join('\n')}\n`));
};

test('an ID that a spreadsheet rounded is refused with the advice to make it text', async () => {
  const bytes = await xlsx({
    S: [
      ['姓名', '身份证号'],
      ['张三', Number('220199198504231668')],
      ['李四', '220199198504232000'],
      ['王五', '2.20199E+17'],
      ['赵六', ID[2]],
    ],
  });
  expect((await judge(bytes)).map((row) => codesOf(row)[0] ?? row.status)).toEqual([
    'id-lost-digits',
    'id-lost-digits',
    'id-lost-digits',
    'ready',
  ]);
});

test('each slip of an ID is named, and the row is kept back', async () => {
  const numbers = [
    '110105194912310021',
    '11010519491331002X',
    '91010519491231002',
    '1101051949123100',
    '05010519491231002X',
    'O1010519491231002X',
  ];
  const rows = await judge(csv(`姓名,身份证号\n${numbers.map((n) => `张三,${n}`).join('\n')}\n`));
  expect(rows.map((row) => [row.status, codesOf(row)[0]])).toEqual([
    ['refused', 'id-check-character'],
    ['refused', 'id-birth-date'],
    ['refused', 'id-length'],
    ['refused', 'id-length'],
    ['refused', 'id-province'],
    ['refused', 'id-characters'],
  ]);
});

test('without a number a person is refused, unless the list says that there is no document', async () => {
  const rows = await judge(
    csv(
      '姓名,性别,证件类型,证件号码\n甲一,男,身份证,\n乙二,女,无,\n丙三,男,,无证件\n丁四,女,none,/\n戊五,男,,不详\n己六,男,no document,\n',
    ),
  );
  expect(rows.map((row) => [row.status, row.details?.documentType ?? codesOf(row)[0]])).toEqual([
    ['refused', 'document-missing'],
    ['ready', 'none'],
    ['ready', 'none'],
    ['ready', 'none'],
    ['refused', 'document-missing'],
    ['ready', 'none'],
  ]);
});

test('the kind of document is told by the number where no column tells it', async () => {
  const numbers = [
    'H12345678',
    'M1234567890',
    '01234567',
    'E12345678',
    'DEU220087123101',
    '810000199001010011',
    '512345678',
    ID[0],
  ];
  const rows = await judge(
    csv(`姓名,性别,证件号码\n${numbers.map((n, i) => `张${i},女,${n}`).join('\n')}\n`),
  );
  expect(rows.map((row) => row.details?.documentType ?? codesOf(row)[0])).toEqual([
    'hk-macao-permit',
    'hk-macao-permit',
    'taiwan-permit',
    'passport',
    'foreign-permanent-resident',
    expect.stringMatching(/region-residence-permit|id-check-character/),
    'passport',
    'resident-id',
  ]);
});

test('a child with the household register is told by the ID in it', async () => {
  const [row] = await judge(csv(`姓名,证件类型,证件号码\n张三,户口簿,${ID[2]}\n`));
  expect(row?.details).toMatchObject({
    documentType: 'household-register',
    birthDate: '1980-01-01',
    sex: 'male',
  });
});

test('contradictions are warned of and the ID wins; nominal ages are no contradiction', async () => {
  const rows = await judge(
    csv(
      `姓名,身份证号,性别,年龄,出生日期\n甲一,${ID[2]},女,,\n乙二,${ID[1]},,144,\n丙三,${ID[0]},,74,1949-12-30\n`,
    ),
  );
  expect(codesOf(rows[0])).toEqual(['sex-contradicts-document']);
  expect(rows[0]?.details?.sex).toBe('male');
  expect(codesOf(rows[1])).toEqual([]);
  expect(codesOf(rows[2])).toEqual(['birth-date-contradicts-document']);
  const [old] = await judge(csv(`姓名,身份证号,年龄\n甲一,${ID[2]},45\n`));
  expect(codesOf(old)).toEqual(['age-contradicts-document']);
});

test('the same person twice is admitted once; the same number under another name is refused', async () => {
  const rows = await judge(
    csv(`姓名,身份证号\n张三,${ID[0]}\n张 三,${ID[0].toLowerCase()}\n李四,${ID[0]}\n`),
  );
  expect(rows.map((row) => row.status)).toEqual(['ready', 'duplicate', 'refused']);
  expect(rows[1]?.issues[0]).toMatchObject({ params: { first: '2', name: '张三' } });
  expect(codesOf(rows[2])).toEqual(['same-document-other-name']);
});

test('a refused row does not make the good one after it a duplicate', async () => {
  const rows = await judge(csv(`姓名,身份证号\n,${ID[0]}\n张三,${ID[0]}\n`));
  expect(rows.map((row) => row.status)).toEqual(['refused', 'ready']);
});

test('who is in the ward already is told with the bed; a returning patient is welcome', async () => {
  const known = (bed: string | null, inHouse: boolean, name = '张三') => ({
    known: () => ({ stayId: STAY, bed, name, inHouse }),
  });
  const bytes = csv(`姓名,身份证号\n张三,${ID[0]}\n`);
  expect((await judge(bytes, known('A-03-12', true)))[0]?.issues[0]).toMatchObject({
    severity: 'duplicate',
    code: 'already-in-house',
    params: { bed: 'A-03-12', name: '张三' },
  });
  expect(codesOf((await judge(bytes, known(null, true)))[0])).toEqual(['already-waiting']);
  expect((await judge(bytes, known(null, false)))[0]?.status).toBe('ready');
  expect(codesOf((await judge(bytes, known(null, false, '张珊')))[0])).toEqual(['name-differs-from-record']);
});

test('a child known by the household register is recognised by the card, and the other way round', async () => {
  const onRecord = (as: string) => ({
    known: (type: string) =>
      type === as ? { stayId: STAY, bed: 'A-01-01', name: '张三', inHouse: true } : null,
  });
  const card = csv(`姓名,身份证号\n张三,${ID[0]}\n`);
  const register = csv(`姓名,证件类型,证件号码\n张三,户口簿,${ID[0]}\n`);
  expect(codesOf((await judge(card, onRecord('household-register')))[0])).toEqual(['already-in-house']);
  expect(codesOf((await judge(register, onRecord('resident-id')))[0])).toEqual(['already-in-house']);
});

test('dates without a year take it from the rest of the list', async () => {
  const rows = await withColumn('首次阳性日期', '2021-12-30', '2021-12-31', '12月31日', '1月2日');
  expect(rows.map((row) => row.details?.firstPositiveDate)).toEqual([
    '2021-12-30',
    '2021-12-31',
    '2021-12-31',
    '2022-01-02',
  ]);
  const titled = await judge(
    csv('名单 2021年12月31日,,\n姓名,护照号,性别,首阳日期\n张三,E12345678,男,12月30日\n'),
  );
  expect(titled[0]?.details?.firstPositiveDate).toBe('2021-12-30');
});

test('day counts of a spreadsheet are dates even where nobody formatted them', async () => {
  const bytes = await xlsx({
    S: [
      ['姓名', '护照号', '性别', '首次阳性日期', '出生日期'],
      ['张三', 'E12345678', '男', 44652, 31778],
    ],
  });
  expect((await judge(bytes))[0]?.details).toMatchObject({
    firstPositiveDate: '2022-04-01',
    birthDate: '1987-01-01',
  });
});

test('a date in the future or beyond reading is warned of and kept in the remarks', async () => {
  const rows = await withColumn('首次阳性日期', '2022-04-09', '前天', '2022-02-30');
  expect(rows.map((row) => codesOf(row)[0])).toEqual([
    'first-positive-in-future',
    'date-unreadable',
    'date-unreadable',
  ]);
  expect(rows[1]?.details).toMatchObject({ firstPositiveDate: null, remarks: '首次阳性日期：前天' });
});

test('arrivals are told in the hospital’s own time', async () => {
  const rows = await withColumn(
    '到达时间',
    '2022-04-05 12:30',
    '4月5日9时',
    '14:05',
    '',
    '2022-04-05T12:00+00:00',
    '随后',
    '2022-04-09 08:00',
  );
  expect(rows.map((row) => row.arrivedAt)).toEqual([
    '2022-04-05T04:30:00.000Z',
    '2022-04-05T01:00:00.000Z',
    '2022-04-05T06:05:00.000Z',
    '2022-04-04T04:00:00.000Z',
    '2022-04-05T12:00:00.000Z',
    '2022-04-04T04:00:00.000Z',
    null,
  ]);
  expect(codesOf(rows[5])).toEqual(['arrival-unreadable']);
  expect(rows[6]).toMatchObject({ status: 'refused', issues: [{ code: 'arrival-in-future' }] });
  const day = await judge(csv('姓名,护照号,性别,到达时间\n张三,E12345678,男,2022-04-04\n'), {
    defaultArrival: '2022-04-04T01:00:00.000Z' as Instant,
  });
  expect(day[0]?.arrivedAt).toBe('2022-04-04T01:00:00.000Z');
});

test('words nobody knows are warned of, not guessed', async () => {
  const rows = await judge(
    csv(
      '姓名,护照号,性别,临床分型,疫苗,行动能力,电话,证件类型\n张三,E12345678,?x,黄色,很多,飞,1234,学生证\n',
    ),
  );
  expect(codesOf(rows[0]).sort()).toEqual(
    [
      'classification-unreadable',
      'document-type-unreadable',
      'mobility-unreadable',
      'phone-unreadable',
      'sex-unreadable',
      'vaccine-unreadable',
    ].sort(),
  );
  expect(rows[0]?.details).toMatchObject({
    sex: 'unknown',
    classification: 'unknown',
    vaccineDoses: null,
    phone: '1234',
  });
});

test('needs come from their column, from yes under a question, and from words that leave no doubt', async () => {
  const rows = await judge(
    csv(
      '姓名,护照号,性别,是否怀孕,既往史,备注\n甲一,E12345670,女,是,,\n乙二,E12345671,女,孕30周,,\n丙三,E12345672,女,否,血液透析,需轮椅\n丁四,E12345673,男,是,,\n',
    ),
  );
  expect(rows.map((row) => row.details?.needs)).toEqual([
    ['pregnancy'],
    ['late-pregnancy'],
    ['wheelchair', 'dialysis'],
    [],
  ]);
});

test('too long a text is refused, never cut', async () => {
  const [row] = await withColumn('备注', 'x'.repeat(1001));
  expect(row).toMatchObject({ status: 'refused', details: null, issues: [{ code: 'text-too-long' }] });
});

test('every issue and every fault has its sentence in both languages, with known places only', () => {
  expect(Object.keys(ROSTER_ISSUES).sort()).toEqual([...ROSTER_ISSUE_CODES].sort());
  expect(Object.keys(ROSTER_FAULTS).sort()).toEqual([...ROSTER_FILE_FAULTS].sort());
  const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
  for (const { zh, en } of [...Object.values(ROSTER_ISSUES), ...Object.values(ROSTER_FAULTS)]) {
    expect(places(zh)).toEqual(places(en));
  }
});
