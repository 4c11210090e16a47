import type { Role } from '../rules/rights.ts';
import type { AdmissionDetails } from './admission-details.ts';
import type { HospitalSettings } from './hospital-settings.ts';
import type { VitalSigns } from './rounds.ts';

/** What an act keeps before and after, besides the fields of a record, the settings, signs and the rights of roles. */
export const OTHER_CHANGED_FIELDS = [
  'way',
  'move',
  'closed',
  'state',
  'readiness',
  'family_id',
  'person_id',
  'natResult',
  'active',
  'roles',
  'zones',
  'badge',
  'secret',
] as const;
export type OtherChangedField = (typeof OTHER_CHANGED_FIELDS)[number];

/**
 * Every field of which an act may keep before and after; messages/change-words.ts has the words of them all. The moment
 * of an observation is part of its field's name. A role's field holds its rights.
 */
export type ChangedField =
  | keyof AdmissionDetails
  | keyof HospitalSettings
  | `${keyof VitalSigns}@${string}`
  | Role
  | OtherChangedField;
