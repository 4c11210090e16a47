import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LocalDate, parseLocalDate } from '#shared/rules/instant.ts';
import { readWrittenDate, readWrittenTime } from '#shared/rules/written-date.ts';

const NEAR = '2022-04-04' as LocalDate;
const dateOf = (text: string, near: LocalDate | null = NEAR) => readWrittenDate(text, near)?.date ?? null;

test('days are read however they are written', () => {
  const cases: Record<string, string | null> = {
    '2022-04-01': '2022-04-01',
    '2022.4.2': '2022-04-02',
    '2022/4/1': '2022-04-01',
    '4月3日': '2022-04-03',
    '4月3号': '2022-04-03',
    '4.3': '2022-04-03',
    '20220401': '2022-04-01',
    '2022年04月03日': '2022-04-03',
    '２０２２年４月３日': '2022-04-03',
    '22.4.2': '2022-04-02',
    '22年4月2日': '2022-04-02',
    '13/4/2022': '2022-04-13',
    '3 April 2022': '2022-04-03',
    'Apr 2, 2022': '2022-04-02',
    '2-Apr-2022': '2022-04-02',
    '2022-4-4（周一）': '2022-04-04',
    "'2022-04-01": '2022-04-01',
    '12月30日': '2021-12-30',
    '2022-02-29': null,
    '2022-13-01': null,
    '3/4/2022': null,
    昨天: null,
    '': null,
    '0422-04-01': null,
  };
  for (const [text, date] of Object.entries(cases)) expect([text, dateOf(text)]).toEqual([text, date]);
});

test('of two readings the one near the list’s own days is taken', () => {
  expect(dateOf('4/12/2022')).toBe('2022-04-12');
  expect(dateOf('4/12/2022', null)).toBeNull();
  expect(dateOf('4月3日', null)).toBeNull();
});

test('times of day are read beside a day or alone', () => {
  expect(readWrittenDate('2022年4月4日 9时', NEAR)).toEqual({ date: '2022-04-04', time: '09:00:00' });
  expect(readWrittenDate('4月4日下午2点30分', NEAR)).toEqual({ date: '2022-04-04', time: '14:30:00' });
  expect(readWrittenDate('2022-04-04T08:30:15', NEAR)).toEqual({ date: '2022-04-04', time: '08:30:15' });
  expect(readWrittenDate('2022-04-04 25:00', NEAR)).toBeNull();
  expect(['14:30', '9时', '下午3点', '2:30 pm', '14:60', '4月3日'].map(readWrittenTime)).toEqual([
    '14:30:00',
    '09:00:00',
    '15:00:00',
    '14:30:00',
    null,
    null,
  ]);
});

test('every day of the calendar comes back in every way of writing it', () => {
  const day = fc
    .date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as LocalDate);
  fc.assert(
    fc.property(day, (date) => {
      const [y, m, d] = date.split('-').map(Number);
      for (const text of [
        date,
        `${y}.${m}.${d}`,
        `${y}/${m}/${d}`,
        `${y}年${m}月${d}日`,
        date.replaceAll('-', ''),
      ]) {
        expect(dateOf(text, null)).toBe(date);
      }
      if (m !== 2 || d !== 29) expect(dateOf(`${m}月${d}日`, date)).toBe(date);
    }),
  );
});

test('any text is a day of the calendar or nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日时: Tapr'), maxLength: 16 }),
      (text) => {
        const read = readWrittenDate(text, NEAR);
        if (read) expect(parseLocalDate(read.date)).toBe(read.date);
      },
    ),
    { numRuns: 3_000 },
  );
});
