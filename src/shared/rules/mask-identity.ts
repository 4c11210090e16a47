/** Fields of the contract that hold a document number or a telephone number, whole. */
export const DOCUMENT_FIELDS = ['documentNumber', 'document'] as const;
export const PHONE_FIELDS = ['phone', 'emergencyPhone'] as const;

/** All but the last four signs of a document number; nurses tell namesakes apart by those. */
const maskDocument = (number: string): string => maskBefore(number, 4);

/** All but the last four digits of a telephone number. */
const maskPhone = (phone: string): string => maskBefore(phone, 4);

function maskBefore(text: string, shown: number): string {
  const signs = [...text];
  // What is no longer than what would be shown is hidden whole.
  const from = signs.length > shown ? signs.length - shown : signs.length;
  return signs.map((sign, at) => (at < from && sign !== ' ' ? '*' : sign)).join('');
}

const MASKS: Record<string, (text: string) => string> = {
  ...Object.fromEntries(DOCUMENT_FIELDS.map((field) => [field, maskDocument])),
  ...Object.fromEntries(PHONE_FIELDS.map((field) => [field, maskPhone])),
};

/**
 * A copy of an answer in which every document number and telephone number is masked, however deep it lies. Where a
 * record tells what a field was before and is after, those are masked too.
 */
export function maskIdentity<T>(value: T): T {
  return masked(value) as T;
}

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const told = 'field' in value && typeof value.field === 'string' ? MASKS[value.field] : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const mask = told && (key === 'before' || key === 'after') ? told : MASKS[key];
      return [key, mask && typeof one === 'string' ? mask(one) : masked(one)];
    }),
  );
}
