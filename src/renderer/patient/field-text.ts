import type { TFunction } from 'i18next';
import { type AdmissionDetails, admissionDetails } from '#shared/contract/admission-details.ts';
import { CLASSIFICATIONS, DOCUMENT_TYPES, MOBILITIES, NEEDS, SEXES } from '#shared/contract/vocabulary.ts';

export type Field = keyof AdmissionDetails;

export const isField = (name: string): name is Field => Object.hasOwn(admissionDetails.shape, name);

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

const one = <T extends string>(words: readonly T[], text: string): T | undefined =>
  words.find((word) => word === text);

/** A value of a field as the history keeps it (a text), in words. '' where there is none. */
export function fieldText(field: Field, value: string | null, t: TFunction): string {
  if (value === null || value === '') return '';
  switch (field) {
    case 'sex': {
      const sex = one(SEXES, value);
      return sex ? t(`vocabulary.sexes.${sex}`) : value;
    }
    case 'classification': {
      const classification = one(CLASSIFICATIONS, value);
      return classification ? t(`vocabulary.classifications.${classification}`) : value;
    }
    case 'documentType': {
      const type = one(DOCUMENT_TYPES, value);
      return type ? t(`vocabulary.documentTypes.${type}`) : value;
    }
    case 'mobility': {
      const mobility = one(MOBILITIES, value);
      return mobility ? t(`vocabulary.mobilities.${mobility}`) : value;
    }
    case 'needs':
      return value
        .split(',')
        .map((need) => {
          const known = one(NEEDS, need);
          return known ? t(`vocabulary.needs.${known}`) : need;
        })
        .join(t('ui.listComma'));
    case 'provisional':
      return value === 'true' ? t('ui.yes') : t('ui.no');
    case 'vaccineDoses':
      return t('patient.vaccine', { count: Number(value) });
    default:
      return value;
  }
}

/** The same of a record as it stands. */
export function detailText(details: AdmissionDetails, field: Field, t: TFunction): string {
  const value = details[field];
  if (value === null || value === false) return '';
  return fieldText(field, Array.isArray(value) ? value.join(',') : String(value), t);
}
