import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DOCUMENT_TYPES } from '#shared/contract/vocabulary.ts';
import { checkCharacterOf } from '#shared/rules/id-card.ts';
import { guessDocumentType, numbersToLookUp, readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

const TODAY = '2024-04-07' as LocalDate;
const withCheck = (digits: string) => digits + checkCharacterOf(digits);

test('a residence permit of the three regions has the resident ID’s check character', () => {
  const number = withCheck('81000019900101001');
  expect(readDocument('resident-id', number, TODAY)).toMatchObject({
    ok: true,
    type: 'region-residence-permit',
    birthDate: '1990-01-01',
    sex: 'male',
  });
  expect(guessDocumentType(number)).toBe('region-residence-permit');
});

test('the foreign permanent resident’s card is read in its old and its new form', () => {
  expect(readDocument('foreign-permanent-resident', 'DEU220087123101', TODAY)).toMatchObject({
    ok: true,
    sex: null,
  });
  const number = withCheck('91124019870101001');
  expect(readDocument('resident-id', number, TODAY)).toMatchObject({
    ok: true,
    type: 'foreign-permanent-resident',
    birthDate: '1987-01-01',
    sex: null,
  });
  const wrong = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
  expect(readDocument('foreign-permanent-resident', wrong, TODAY)).toEqual({
    ok: false,
    fault: 'check-character',
  });
  expect(readDocument('foreign-permanent-resident', 'DE22008712310', TODAY)).toEqual({
    ok: false,
    fault: 'format',
  });
});

test('permits and passports are checked by their form', () => {
  const read = (type: (typeof DOCUMENT_TYPES)[number], number: string) =>
    readDocument(type, number, TODAY).ok;
  expect(['H12345678', 'M1234567890', 'h 1234 5678'].map((n) => read('hk-macao-permit', n))).toEqual([
    true,
    true,
    true,
  ]);
  expect(['H1234567', 'K12345678', 'H123456789'].map((n) => read('hk-macao-permit', n))).toEqual([
    false,
    false,
    false,
  ]);
  expect(['01234567', '0123456789', '012345678'].map((n) => read('taiwan-permit', n))).toEqual([
    true,
    true,
    false,
  ]);
  expect(['E12345678', '512345678', 'N-0881 2345', 'ABCDEF', 'A123'].map((n) => read('passport', n))).toEqual(
    [true, true, true, false, false],
  );
  expect(read('officer-card', '军字第1234567号')).toBe(true);
});

test('a resident ID under another heading is still the resident ID', () => {
  expect(readDocument('passport', '34052419800101001X', TODAY)).toMatchObject({
    type: 'resident-id',
    sex: 'male',
  });
  expect(readDocument('household-register', '34052419800101001X', TODAY)).toMatchObject({
    type: 'household-register',
    sex: 'male',
  });
});

test('rounded IDs are told from mistyped ones', () => {
  expect(readDocument('resident-id', '2.20199E+17', TODAY)).toEqual({ ok: false, fault: 'lost-digits' });
  expect(readDocument('resident-id', '220199198504232000', TODAY)).toEqual({
    ok: false,
    fault: 'lost-digits',
  });
  expect(readDocument('resident-id', '220199198504232001', TODAY)).toEqual({
    ok: false,
    fault: 'check-character',
  });
});

test('none has no number; every other kind needs one', () => {
  for (const type of DOCUMENT_TYPES) {
    expect(readDocument(type, ' ', TODAY)).toMatchObject(
      type === 'none' ? { ok: true, number: null } : { fault: 'missing' },
    );
  }
});

test('any text is read or refused, and what is read stays the same when read again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DOCUMENT_TYPES),
      fc.string({ unit: 'binary', maxLength: 24 }),
      (type, text) => {
        const reading = readDocument(type, text, TODAY);
        guessDocumentType(text);
        if (reading.ok && reading.number !== null) {
          expect(readDocument(reading.type, reading.number, TODAY)).toEqual(reading);
        }
      },
    ),
  );
});

test('an old ID is looked up in its new form as well', () => {
  expect(numbersToLookUp('110105-491231-002')).toEqual(['110105491231002', '11010519491231002X']);
  expect(numbersToLookUp(' e1234567 ')).toEqual(['E1234567']);
  expect(numbersToLookUp(' ')).toEqual([]);
});
