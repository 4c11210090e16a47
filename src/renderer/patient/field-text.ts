import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import { type RecordField, recordValue } from '#shared/messages/field-words.ts';
import type { Language } from '#shared/messages/fill.ts';

export type Field = RecordField;

/** The fields of a person's record, in the order in which they are asked. */
export const FIELD_GROUPS = [
  {
    name: 'identity',
    fields: ['name', 'provisional', 'sex', 'birthDate', 'documentType', 'documentNumber'],
  },
  {
    name: 'clinical',
    fields: ['classification', 'firstPositiveDate', 'conditions', 'vaccineDoses', 'mobility', 'needs'],
  },
  { name: 'contact', fields: ['phone', 'district', 'street', 'address'] },
  { name: 'people', fields: ['companions', 'emergencyContact', 'emergencyPhone', 'remarks'] },
] as const satisfies readonly { name: string; fields: readonly Field[] }[];

/** A field of a record as it stands, in words. '' where there is none. */
export function detailText(details: AdmissionDetails, field: Field, language: Language): string {
  const value = details[field];
  if (value === null || value === false) return '';
  return recordValue(field, Array.isArray(value) ? value.join(',') : String(value), language);
}
