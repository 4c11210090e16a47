import { type LocalDate, parseLocalDate } from './instant.ts';

/** A resident ID of 18 characters whose date and check character are right (GB 11643-1999). */
export type ResidentId = string & { readonly __brand: 'ResidentId' };

/** Why a text is no resident ID. Each is also the last part of a refusal code. */
export type IdCardFault = 'length' | 'characters' | 'province' | 'birth-date' | 'check-character';

export type IdCardReading =
  | { ok: true; id: ResidentId; birthDate: LocalDate; sex: 'male' | 'female' }
  | { ok: false; fault: IdCardFault };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** First two digits of the division code (GB/T 2260), residence permits of the three regions included. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** The check character that belongs to the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Scanners and spreadsheets leave blanks, full-width digits, a lower-case x or a leading apostrophe. */
export const tidyDocumentNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s'’‘`\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .toUpperCase();

/** The last four signs of a number, by which nurses tell namesakes apart. Signs, not halves of them, as SQLite counts. */
export const documentTailOf = (number: string): string => [...number].slice(-4).join('');

/**
 * Reads a resident ID of 18 characters, or of 15 as on papers from before 1999 (two-digit year, no check
 * character), which is answered in its 18-character form. Only the province is checked: county codes were
 * abolished and reassigned, and old ones live on. `today` bounds the birth date.
 */
export function readIdCard(text: string, today: LocalDate): IdCardReading {
  const tidy = tidyDocumentNumber(text);
  if (tidy.length === 15 && /^\d{15}$/.test(tidy)) {
    const first17 = `${tidy.slice(0, 6)}19${tidy.slice(6)}`;
    return readIdCard(first17 + checkCharacterOf(first17), today);
  }
  if (tidy.length !== 18) return { ok: false, fault: 'length' };
  if (!/^\d{17}[\dX]$/.test(tidy)) return { ok: false, fault: 'characters' };
  if (!PROVINCES.has(tidy.slice(0, 2))) return { ok: false, fault: 'province' };
  const birthDate = parseLocalDate(`${tidy.slice(6, 10)}-${tidy.slice(10, 12)}-${tidy.slice(12, 14)}`);
  if (birthDate === null || birthDate < '1880-01-01' || birthDate > today) {
    return { ok: false, fault: 'birth-date' };
  }
  if (tidy.charAt(17) !== checkCharacterOf(tidy)) return { ok: false, fault: 'check-character' };
  return { ok: true, id: tidy as ResidentId, birthDate, sex: Number(tidy[16]) % 2 === 1 ? 'male' : 'female' };
}
