import type { DocumentType, Sex } from '../contract/vocabulary.ts';
import { checkCharacterOf, type IdCardFault, readIdCard, tidyDocumentNumber } from './id-card.ts';
import { type LocalDate, parseLocalDate } from './instant.ts';

/**
 * Why a number is none of its kind. `lost-digits`: a spreadsheet turned an 18-digit ID into a number and kept
 * 15 digits of it. `format`: not as that kind of document is numbered. `missing`: nothing given.
 */
export type DocumentFault = IdCardFault | 'lost-digits' | 'format' | 'missing';

export type DocumentReading =
  | {
      readonly ok: true;
      /** The kind that it turned out to be: an 18-digit number from 81 is a residence permit, whatever was said. */
      readonly type: DocumentType;
      /** Tidied; null for `none` only. */
      readonly number: string | null;
      readonly birthDate: LocalDate | null;
      readonly sex: Exclude<Sex, 'unknown'> | null;
    }
  | { readonly ok: false; readonly fault: DocumentFault };

const accepted = (type: DocumentType, number: string): DocumentReading => ({
  ok: true,
  type,
  number,
  birthDate: null,
  sex: null,
});

const refused = (fault: DocumentFault): DocumentReading => ({ ok: false, fault });

/** `2.20199E+17`, or an 18-digit number whose last three digits a spreadsheet replaced by zeros. */
const lostDigits = (number: string): boolean =>
  /^\d(\.\d+)?E\+?\d+$/.test(number) ||
  (/^\d{15}000$/.test(number) && number.charAt(17) !== checkCharacterOf(number));

function readChineseId(number: string, today: LocalDate): DocumentReading {
  if (lostDigits(number)) return refused('lost-digits');
  const reading = readIdCard(number, today);
  if (!reading.ok) return refused(reading.fault);
  const type = /^8[123]/.test(reading.id) ? 'region-residence-permit' : 'resident-id';
  return { ok: true, type, number: reading.id, birthDate: reading.birthDate, sex: reading.sex };
}

/**
 * Foreign permanent resident's card. Until 2023: country (3 letters), issuing office (4 digits), birth date
 * YYMMDD, 2 more. Since December 2023: 18 digits from 9, with the check character of GB 11643 (National
 * Immigration Administration, 机读信息规则 2023) and the birth date where the resident ID has it. Neither
 * is taken to tell the sex.
 */
function readPermanentResident(number: string, today: LocalDate): DocumentReading {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return accepted('foreign-permanent-resident', number);
  if (lostDigits(number)) return refused('lost-digits');
  if (number.length !== 18) return refused('format');
  if (!/^9\d{16}[\dX]$/.test(number)) return refused('characters');
  const birthDate = parseLocalDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (birthDate === null || birthDate < '1880-01-01' || birthDate > today) return refused('birth-date');
  if (number.charAt(17) !== checkCharacterOf(number)) return refused('check-character');
  return { ok: true, type: 'foreign-permanent-resident', number, birthDate, sex: null };
}

const HK_MACAO = /^[HM](\d{8}|\d{10})$/;
const TAIWAN = /^(\d{8}|\d{10})$/;
const PASSPORT = /^(?=.*\d)[A-Z0-9]{5,20}$/;
const EIGHTEEN = /^\d{17}[\dX]$/;

const FORMATS = {
  passport: PASSPORT,
  'officer-card': /^(?=(?:\D*\d){4})[\p{Script=Han}A-Z0-9()]{4,30}$/u,
  'driving-licence': /^[A-Z0-9]{8,20}$/,
  'hk-macao-permit': HK_MACAO,
  'taiwan-permit': TAIWAN,
  'household-register': /^[\p{Script=Han}A-Z0-9()]{1,40}$/u,
  other: /^[\p{L}\p{N}()/+.]{1,40}$/u,
} as const satisfies Partial<Record<DocumentType, RegExp>>;

/** Kinds under which people also write down a resident ID; the ID then says who they are. */
const MAY_BE_RESIDENT_ID: readonly DocumentType[] = ['passport', 'driving-licence', 'officer-card', 'other'];

const compactNumber = (text: string): string => tidyDocumentNumber(text).replace(/[-‐-―−·_]/g, '');

/**
 * The numbers under which a record could hold what is written here: tidied, and the 18-character form of an
 * old ID of 15. For looking people up before their row is judged.
 */
export function numbersToLookUp(text: string): string[] {
  const number = compactNumber(text.slice(0, 80));
  if (number === '') return [];
  if (!/^\d{15}$/.test(number)) return [number];
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return [number, first17 + checkCharacterOf(first17)];
}

function readOther(type: keyof typeof FORMATS, number: string, today: LocalDate): DocumentReading {
  const asId = EIGHTEEN.test(number) ? readChineseId(number, today) : null;
  if (asId?.ok && MAY_BE_RESIDENT_ID.includes(type)) return asId;
  // A child's page of the household register carries the ID that the child's card will have.
  if (asId?.ok && type === 'household-register') return { ...asId, type };
  return FORMATS[type].test(number) ? accepted(type, number) : refused('format');
}

/**
 * Reads the number of an identity document of the given kind, as typed or scanned. `today` bounds birth
 * dates. A kind whose numbers carry a birth date or the sex answers them.
 */
export function readDocument(type: DocumentType, text: string, today: LocalDate): DocumentReading {
  if (type === 'none') return { ok: true, type, number: null, birthDate: null, sex: null };
  const number = compactNumber(text);
  if (number === '') return refused('missing');
  switch (type) {
    case 'resident-id':
    case 'region-residence-permit':
      return EIGHTEEN.test(number) && number.startsWith('9')
        ? readPermanentResident(number, today)
        : readChineseId(number, today);
    case 'foreign-permanent-resident':
      return readPermanentResident(number, today);
    default:
      return readOther(type, number, today);
  }
}

/** The kind that a number looks like, where nobody said it. What looks like nothing is a slip of a resident ID. */
export function guessDocumentType(text: string): DocumentType {
  const number = compactNumber(text);
  if (EIGHTEEN.test(number)) {
    if (number.startsWith('9')) return 'foreign-permanent-resident';
    return /^8[123]/.test(number) ? 'region-residence-permit' : 'resident-id';
  }
  if (lostDigits(number)) return 'resident-id';
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'foreign-permanent-resident';
  if (HK_MACAO.test(number)) return 'hk-macao-permit';
  if (TAIWAN.test(number)) return 'taiwan-permit';
  if (/字第/.test(number)) return 'officer-card';
  const letters = number.replace(/[^A-Z]/g, '').length;
  // Up to three letters: a resident ID with a slip in it (an O for a 0) is no passport.
  if (PASSPORT.test(number) && number.length <= 12 && letters >= 1) return 'passport';
  return /^\d{9}$/.test(number) ? 'passport' : 'resident-id';
}
