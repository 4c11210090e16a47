import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import { type IdCardFault, readIdCard } from '#shared/rules/id-card.ts';
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

/** A resident ID that is right says sex and birth date; they are filled in where nothing better is known. */
export function filledFromDocument(now: AdmissionDetails, change: Change, today: LocalDate): Change {
  const after = { ...now, ...change };
  if (after.documentType !== 'resident-id' || !change.documentNumber) return change;
  const reading = readIdCard(change.documentNumber, today);
  if (!reading.ok) return change;
  return {
    ...change,
    ...(after.sex === 'unknown' ? { sex: reading.sex } : {}),
    ...(after.birthDate === null ? { birthDate: reading.birthDate } : {}),
  };
}

/** What is wrong with a resident ID as typed, for the field; null where nothing is, or it is another document. */
export function documentFault(details: AdmissionDetails, today: LocalDate): IdCardFault | null {
  if (details.documentType !== 'resident-id' || !details.documentNumber) return null;
  const reading = readIdCard(details.documentNumber, today);
  return reading.ok ? null : reading.fault;
}
