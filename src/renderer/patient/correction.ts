import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import { type DocumentFault, readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import type { Field } from './field-text.ts';

export type Change = Partial<AdmissionDetails>;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What differs from the record: only that is sent, so that two people may correct different fields. */
export function changedFields(record: AdmissionDetails, change: Change): Change {
  const fields = Object.keys(admissionDetails.shape) as Field[];
  const differing = fields.filter((field) => field in change && !same(record[field], change[field]));
  return Object.fromEntries(differing.map((field) => [field, change[field]]));
}

/** A number that is right may say sex and birth date; they are filled in where nothing better is known. */
export function filledFromDocument(now: AdmissionDetails, change: Change, today: LocalDate): Change {
  const after = { ...now, ...change };
  if (!change.documentNumber) return change;
  const reading = readDocument(after.documentType, change.documentNumber, today);
  if (!reading.ok) return change;
  return {
    ...change,
    ...(after.sex === 'unknown' && reading.sex ? { sex: reading.sex } : {}),
    ...(after.birthDate === null && reading.birthDate ? { birthDate: reading.birthDate } : {}),
  };
}

/** What is wrong with a number as typed, for the field; null where nothing is, or none was given. */
export function documentFault(details: AdmissionDetails, today: LocalDate): DocumentFault | null {
  if (!details.documentNumber) return null;
  const reading = readDocument(details.documentType, details.documentNumber, today);
  return reading.ok ? null : reading.fault;
}
