import { z } from 'zod';
import { localDate, text } from './values.ts';
import { CLASSIFICATIONS, DOCUMENT_TYPES, MOBILITIES, NEEDS, SEXES } from './vocabulary.ts';

/** Longest name taken. Longest on record for a passport is under 90; beyond this it is a slip of a file. */
export const LONGEST_NAME = 120;

/**
 * What the desk writes down about one person who arrives. Only the name is needed: "unknown, bus 3 seat 12"
 * is a name, and whatever else is missing is completed at the bedside.
 */
export const admissionDetails = z.strictObject({
  name: text(LONGEST_NAME).trim().min(1),
  sex: z.enum(SEXES),
  birthDate: localDate.nullable(),
  documentType: z.enum(DOCUMENT_TYPES),
  /** Tidied (upper case, no blanks); null exactly where the type is `none` or the number is not known yet. */
  documentNumber: text(40).min(1).nullable(),
  phone: text(40),
  address: text(300),
  /** District 区县 and street 街道 of the address; buses and lists go by them. Empty where not known. */
  district: text(60),
  street: text(60),
  classification: z.enum(CLASSIFICATIONS),
  firstPositiveDate: localDate.nullable(),
  /** Past and present illnesses as written, e.g. 高血压、2型糖尿病. Key groups are derived from it. */
  conditions: text(500),
  /** Doses of vaccine received; null where not known. */
  vaccineDoses: z.int().min(0).max(9).nullable(),
  mobility: z.enum(MOBILITIES),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length),
  /** Who travels with this person, as written. Families are linked by stay, this is only the words. */
  companions: text(200),
  emergencyContact: text(120),
  emergencyPhone: text(40),
  remarks: text(1000),
  /** True while the identity is not established: completed, and perhaps merged, later. */
  provisional: z.boolean(),
});

export type AdmissionDetails = z.infer<typeof admissionDetails>;

/** Nothing known: what a form starts with. */
export const BLANK_DETAILS: Omit<AdmissionDetails, 'name'> = {
  sex: 'unknown',
  birthDate: null,
  documentType: 'resident-id',
  documentNumber: null,
  phone: '',
  address: '',
  district: '',
  street: '',
  classification: 'unknown',
  firstPositiveDate: null,
  conditions: '',
  vaccineDoses: null,
  mobility: 'walks',
  needs: [],
  companions: '',
  emergencyContact: '',
  emergencyPhone: '',
  remarks: '',
  provisional: false,
};
