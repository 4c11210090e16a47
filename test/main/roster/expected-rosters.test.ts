import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JudgedRow } from '#main/roster/judge-rows.ts';
import { admissionDetails } from '#shared/contract/admission-details.ts';
import { ageOn } from '#shared/rules/age.ts';
import { type Instant, type LocalDate, localDateOf } from '#shared/rules/instant.ts';
import { CONTEXT, judge } from './roster-files.ts';

interface Expected {
  readonly people: number;
  readonly accepted: number;
  readonly refused: readonly number[];
  readonly duplicates: readonly number[];
  readonly warned?: readonly number[];
  readonly male?: number;
  readonly female?: number;
  readonly mild?: number;
  readonly asymptomatic?: number;
  readonly childrenUnder15?: number;
}

const folder = new URL('../../rosters/', import.meta.url);
const bytes = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  Expected
>;

const rowsWith = (rows: readonly JudgedRow[], status: JudgedRow['status']) =>
  rows.filter((row) => row.status === status).map((row) => row.row);

const admitted = (rows: readonly JudgedRow[]) =>
  rows.filter((row) => row.status === 'ready' || row.status === 'warning');

for (const [name, wanted] of Object.entries(expected)) {
  for (const today of ['2022-04-07', '2026-11-23'] as const) {
    test(`${name}, taken in on ${today}, comes out as a careful importer has it`, async () => {
      const rows = await judge(bytes(name), {
        today: today as LocalDate,
        now: `${today}T04:00:00.000Z` as Instant,
        defaultArrival:
          today === '2022-04-07' ? CONTEXT.defaultArrival : (`${today}T02:00:00.000Z` as Instant),
      });
      expect(rows).toHaveLength(wanted.people);
      expect(rowsWith(rows, 'refused')).toEqual(wanted.refused);
      expect(rowsWith(rows, 'duplicate')).toEqual(wanted.duplicates);
      expect(admitted(rows)).toHaveLength(wanted.accepted);
      // Ages are told as of the list's own day, so a list of 2022 taken in four years later warns of them.
      if (today === '2022-04-07' || name === 'intake-996.xlsx') {
        expect(rowsWith(rows, 'warning')).toEqual(wanted.warned ?? []);
      }
      for (const row of admitted(rows)) expect(admissionDetails.safeParse(row.details).error).toBeUndefined();
    });
  }
}

test('the first three days: sexes, types, children and each arrival are as the list has them', async () => {
  const rows = await judge(bytes('intake-996.xlsx'));
  const wanted = expected['intake-996.xlsx'];
  const count = (is: (row: JudgedRow) => boolean) => rows.filter(is).length;
  const age = (row: JudgedRow) =>
    row.details?.birthDate && row.arrivedAt
      ? ageOn(row.details.birthDate, localDateOf(row.arrivedAt, CONTEXT.zone))
      : 99;
  expect(count((row) => row.details?.sex === 'male')).toBe(wanted?.male);
  expect(count((row) => row.details?.sex === 'female')).toBe(wanted?.female);
  expect(count((row) => row.details?.classification === 'mild')).toBe(wanted?.mild);
  expect(count((row) => row.details?.classification === 'asymptomatic')).toBe(wanted?.asymptomatic);
  expect(count((row) => age(row) < 15)).toBe(wanted?.childrenUnder15);
  expect(rows[0]?.arrivedAt).toBe('2022-04-04T04:00:00.000Z');
  expect(rows[1]?.arrivedAt).toBe('2022-04-04T04:02:24.000Z');
  expect(new Set(rows.map((row) => row.arrivedAt)).size).toBe(996);
  expect(count((row) => row.details?.district === '' || row.details?.firstPositiveDate === null)).toBe(0);
});

test('the district’s list: slips are tidied in silence and families stay together', async () => {
  const rows = await judge(bytes('convoy-chuanying-2022-04-04.xlsx'));
  const at = (row: number) => rows.find((judged) => judged.row === row);
  expect(at(12)?.details?.name).toBe('曹琳慧');
  expect(at(14)?.details?.phone).toBe('15932639108');
  expect(at(22)?.details?.firstPositiveDate).toBe('2022-04-03');
  expect(at(25)?.details?.firstPositiveDate).toBe('2022-04-02');
  expect(at(15)?.details).toMatchObject({ mobility: 'wheelchair', needs: ['wheelchair'] });
  expect(at(20)?.details?.sex).toBe('female');
  expect(at(3)).toMatchObject({ plate: '吉B·A1087', details: { district: '丰满区', street: '青岛街道' } });
  for (const [child, parent] of [
    [7, 6],
    [16, 15],
    [30, 29],
    [32, 31],
    [39, 38],
  ] as const) {
    expect(at(child)?.familyKey).toBe(at(parent)?.familyKey);
    expect(at(child)?.familyKey).not.toBeNull();
  }
  expect(at(28)?.issues[0]).toMatchObject({
    code: 'same-person-in-file',
    params: { first: '6', name: '邹丽平' },
  });
});

test('the university’s list: documents of all kinds, and a remark that looks like a formula', async () => {
  const rows = await judge(bytes('convoy-university-utf8.csv'));
  expect(rows.map((row) => row.details?.documentType)).toEqual([
    'passport',
    'passport',
    'hk-macao-permit',
    'taiwan-permit',
    'passport',
    'foreign-permanent-resident',
  ]);
  expect(rows.map((row) => row.details?.name)).toEqual([
    'Aigerim Sadykova',
    "John O'Neill",
    '陈嘉文',
    '林志豪',
    'Nguyễn Thị Minh',
    'Müller, Jörg',
  ]);
  expect(rows[1]?.details?.remarks).toBe('=HYPERLINK("http://example.invalid","x")');
});
