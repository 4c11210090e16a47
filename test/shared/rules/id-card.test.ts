import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacterOf, documentTailOf, readIdCard } from '#shared/rules/id-card.ts';
import { type LocalDate, parseLocalDate } from '#shared/rules/instant.ts';

const TODAY = '2022-04-07' as LocalDate;

const two = (n: number) => String(n).padStart(2, '0');
const birth = fc
  .tuple(
    fc.integer({ min: 1900, max: 2021 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([y, m, d]) => `${y}${two(m)}${two(d)}`);
const first17 = fc
  .tuple(fc.constantFrom('110105', '220299', '440524', '650199'), birth, fc.integer({ min: 0, max: 999 }))
  .map(([division, date, sequence]) => `${division}${date}${String(sequence).padStart(3, '0')}`);
const id = first17.map((digits) => digits + checkCharacterOf(digits));

test('the published examples of GB 11643 are right', () => {
  expect(readIdCard('11010519491231002X', TODAY)).toMatchObject({
    ok: true,
    birthDate: '1949-12-31',
    sex: 'female',
  });
  expect(readIdCard('440524188001010014', TODAY)).toMatchObject({
    ok: true,
    birthDate: '1880-01-01',
    sex: 'male',
  });
  expect(readIdCard('34052419800101001X', TODAY)).toMatchObject({
    ok: true,
    birthDate: '1980-01-01',
    sex: 'male',
  });
});

test('every right ID is read, with its birth date and sex', () => {
  fc.assert(
    fc.property(id, (number) => {
      const reading = readIdCard(number, TODAY);
      expect(reading).toMatchObject({
        ok: true,
        id: number,
        sex: Number(number[16]) % 2 ? 'male' : 'female',
      });
      expect(reading.ok && reading.birthDate.replaceAll('-', '')).toBe(number.slice(6, 14));
    }),
  );
});

test('one wrong character anywhere, or two neighbours swapped, is always noticed', () => {
  fc.assert(
    fc.property(id, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, other) => {
      const wrong = number.slice(0, at) + other + number.slice(at + 1);
      if (wrong !== number) expect(readIdCard(wrong, TODAY).ok).toBe(false);
      const swapped =
        number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2);
      if (swapped !== number) expect(readIdCard(swapped, TODAY).ok).toBe(false);
    }),
  );
});

test('as scanners and spreadsheets leave it: blanks, apostrophe, full width, lower case', () => {
  for (const text of [
    "'11010519491231002x",
    ' 110105 19491231 002X ',
    '１１０１０５１９４９１２３１００２Ｘ',
    '11010519491231002X\u200b',
  ]) {
    expect(readIdCard(text, TODAY)).toMatchObject({ ok: true, id: '11010519491231002X' });
  }
});

test('the old form of 15 digits becomes the new one', () => {
  expect(readIdCard('110105491231002', TODAY)).toMatchObject({ ok: true, id: '11010519491231002X' });
});

test('nobody is born after today, nor on a day that the calendar lacks', () => {
  const tomorrow = '11010520220408001';
  expect(readIdCard(tomorrow + checkCharacterOf(tomorrow), TODAY)).toEqual({
    ok: false,
    fault: 'birth-date',
  });
  const leap = '11010520210229001';
  expect(parseLocalDate('2021-02-29')).toBeNull();
  expect(readIdCard(leap + checkCharacterOf(leap), TODAY)).toEqual({ ok: false, fault: 'birth-date' });
});

test('the tail of a document number is its last four signs, never half of one: SQLite counts signs, too', () => {
  expect(documentTailOf('220199198501010018')).toBe('0018');
  expect(documentTailOf('AB𠮷12')).toBe('B𠮷12');
  expect(documentTailOf('12')).toBe('12');
});
