import type { DocumentType } from '#shared/contract/vocabulary.ts';
import { checkCharacterOf } from '#shared/rules/id-card.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import type { Random } from './random.ts';

/** Numbers given out so far: nobody gets one twice. */
export type Issued = Set<string>;

/** Provinces and cities of registration; the county part, 99, is not assigned to any county. */
const DIVISIONS = [
  ['220299', 62],
  ['220199', 30],
  ['230199', 4],
  ['210199', 4],
] as const satisfies readonly (readonly [string, number])[];

/** A resident ID that is right in every way and belongs to nobody: its county does not exist. */
export function madeUpResidentId(
  random: Random,
  birthDate: LocalDate,
  sex: 'male' | 'female',
  issued: Issued,
): string {
  return unused(issued, () => {
    const odd = sex === 'male' ? 1 : 0;
    const sequence = String(random.int(1, 499) * 2 + odd).padStart(3, '0');
    const first17 = random.weighted(DIVISIONS) + birthDate.replaceAll('-', '') + sequence;
    return first17 + checkCharacterOf(first17);
  });
}

/** Passports and travel permits; their numbers follow the form of their kind. */
export function madeUpPassport(random: Random, issued: Issued): string {
  const letters = ['M', 'P', 'N', 'C'] as const;
  return unused(issued, () => random.pick(letters) + random.int(1_000_000, 99_999_999));
}

export function madeUpPermit(random: Random, issued: Issued): { type: DocumentType; number: string } {
  const type = random.pick(['hk-macao-permit', 'hk-macao-permit', 'taiwan-permit'] as const);
  const letter = type === 'taiwan-permit' ? '' : random.pick(['H', 'M'] as const);
  const number = unused(issued, () => letter + String(random.int(0, 99_999_999)).padStart(8, '0'));
  return { type, number };
}

/** No network sells numbers from 154, which patterns for mobile numbers leave out (15[0-35-9]). */
export const madeUpPhone = (random: Random): string =>
  `154${String(random.int(0, 99_999_999)).padStart(8, '0')}`;

function unused(issued: Issued, make: () => string): string {
  for (;;) {
    const number = make();
    if (issued.has(number)) continue;
    issued.add(number);
    return number;
  }
}
