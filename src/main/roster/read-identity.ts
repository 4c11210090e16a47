import type { DocumentType, Sex } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { readIdCard } from '#shared/rules/id-card.ts';
import { type DocumentFault, guessDocumentType, readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { hasName, tidyName } from '#shared/rules/person-name.ts';
import {
  meansNothing,
  readAge,
  readDocumentType,
  readSex,
  saysNoDocument,
} from '#shared/rules/ward-words.ts';
import { cellText, isBlank } from '../spreadsheets/cell.ts';
import { fullDay } from './roster-context.ts';
import type { RowReader } from './row-reader.ts';

/** Chinese names have the family name first, others last. */
function wholeName(name: string, given: string): string {
  if (given === '') return tidyName(name);
  return tidyName(/\p{Script=Han}/u.test(name + given) ? `${name}${given}` : `${given} ${name}`);
}

/** The name, or '' with the refusal said. */
export function readName(row: RowReader): string {
  const before = row.issues.length;
  for (const field of ['name', 'givenName'] as const) {
    if (row.hasControls(field)) row.refuse('control-characters', field);
    if (row.raw(field).includes('\ufffd')) row.refuse('garbled-text', field);
  }
  const name = row.issues.length === before ? wholeName(row.text('name'), row.text('givenName')) : '';
  if (row.issues.length === before && !hasName(name)) row.refuse('name-missing', 'name');
  return hasName(name) ? name : '';
}

export interface DocumentGiven {
  readonly type: DocumentType;
  readonly number: string | null;
  readonly birthDate: LocalDate | null;
  readonly sex: Exclude<Sex, 'unknown'> | null;
}

const FAULT_CODES = {
  length: 'id-length',
  characters: 'id-characters',
  province: 'id-province',
  'birth-date': 'id-birth-date',
  'check-character': 'id-check-character',
  'lost-digits': 'id-lost-digits',
  format: 'document-invalid',
  missing: 'document-missing',
} as const satisfies Record<DocumentFault, string>;

/** Digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/**
 * Whether the cell is an ID that a spreadsheet took for a number and rounded. Some programs write all digits
 * of a number; an ID that is still whole (its last three digits are not zeros, its check character is right) is taken.
 */
function roundedId(row: RowReader, today: LocalDate): boolean {
  const cell = row.cell('documentNumber');
  if (cell.kind !== 'number' || Math.abs(cell.value) < 10 ** KEPT_DIGITS) return false;
  return !/^\d{18}$/.test(cell.raw) || cell.raw.endsWith('000') || !readIdCard(cell.raw, today).ok;
}

function documentType(row: RowReader): DocumentType | null {
  const text = row.raw('documentType').slice(0, 60);
  if (text.trim() === '' || (meansNothing(text) && !saysNoDocument(text))) return null;
  const type = readDocumentType(text);
  if (type === null) row.warn('document-type-unreadable', 'documentType');
  return type;
}

/** In a column headed 身份证 a bare number is a resident ID with a slip, never a permit. */
function guess(row: RowReader, number: string): DocumentType {
  const idColumn = /身份证|id\s*card|resident/i.test(row.heading('documentNumber'));
  return idColumn && /^[\d\s-]+$/.test(number) ? 'resident-id' : guessDocumentType(number);
}

/** The document, or null with the refusal said. `none` only where type or number say that there is none. */
export function readGivenDocument(row: RowReader, today: LocalDate): DocumentGiven | null {
  const said = documentType(row);
  const text = row.raw('documentNumber').slice(0, 80);
  if (isBlank(row.cell('documentNumber')) || meansNothing(text) || saysNoDocument(text)) {
    if (said === 'none' || saysNoDocument(text))
      return { type: 'none', number: null, birthDate: null, sex: null };
    row.refuse('document-missing', 'documentNumber');
    return null;
  }
  if (roundedId(row, today)) {
    row.refuse('id-lost-digits', 'documentNumber');
    return null;
  }
  const type = said === null || said === 'none' ? guess(row, text) : said;
  const reading = readDocument(type, text, today);
  if (reading.ok) return reading;
  row.refuse(FAULT_CODES[reading.fault], 'documentNumber', { length: String(text.trim().length) });
  return null;
}

/** The document's sex wins; a contradiction is told. */
export function readGivenSex(row: RowReader, document: DocumentGiven | null): Sex {
  const text = row.text('sex');
  const said = text === '' ? null : readSex(text);
  if (document?.sex) {
    if (said !== null && said !== 'unknown' && said !== document.sex)
      row.warn('sex-contradicts-document', 'sex');
    return document.sex;
  }
  if (text !== '' && said === null) row.warn('sex-unreadable', 'sex', {}, true);
  else if (document !== null && (said === null || said === 'unknown')) row.warn('sex-missing', 'sex');
  return said ?? 'unknown';
}

/** Ages are also counted in the old way, a year or two more. */
const NOMINAL_YEARS = 2;
const OLDEST = 130;

/** The document's birth date wins; contradictions of date or age are told. Ages were counted on `ageDay`. */
export function readBirthDate(
  row: RowReader,
  document: DocumentGiven | null,
  { arrivalDay, ageDay, date1904 }: { arrivalDay: LocalDate; ageDay: LocalDate; date1904: boolean },
): LocalDate | null {
  const text = row.text('birthDate');
  const read = text === '' ? null : fullDay(row.date('birthDate'), date1904);
  const said = read !== null && read >= '1880-01-01' && read <= arrivalDay ? read : null;
  const certain = document?.birthDate ?? null;
  if (certain && said && said !== certain) {
    row.warn('birth-date-contradicts-document', 'birthDate', { birthDate: certain });
  }
  if (!certain && text !== '' && !said) row.warn('date-unreadable', 'birthDate', {}, true);
  const birthDate = certain ?? said;
  compareAge(row, birthDate, ageDay);
  return birthDate;
}

function compareAge(row: RowReader, birthDate: LocalDate | null, ageDay: LocalDate): void {
  const text = row.text('age');
  if (text === '') return;
  const age = readAge(cellText(row.cell('age')));
  if (birthDate !== null) {
    if (age !== null && Math.abs(age - ageOn(birthDate, ageDay)) > NOMINAL_YEARS) {
      row.warn('age-contradicts-document', 'age', { birthDate });
    }
  } else if (age === null || age > OLDEST) row.warn('age-unreadable', 'age', {}, true);
  // The record has a birth date, not an age; without one the age is kept in words.
  else row.note('age');
}
