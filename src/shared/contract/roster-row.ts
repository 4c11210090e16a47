import { z } from 'zod';
import { SPREADSHEET_FAULTS } from './spreadsheet-fault.ts';

/** The columns that a roster may have, by meaning. `ignored` is a column that nobody needs (a row count). */
export const ROSTER_FIELDS = [
  'name',
  /** Given names, where the column `name` holds the family name only. */
  'givenName',
  'sex',
  'age',
  'birthDate',
  'documentType',
  'documentNumber',
  'phone',
  'address',
  'district',
  'street',
  'firstPositiveDate',
  'classification',
  'conditions',
  'vaccineDoses',
  'mobility',
  'needs',
  'arrivedAt',
  'companions',
  'emergencyContact',
  'emergencyPhone',
  'plate',
  'remarks',
  'ignored',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Why a whole file is refused. Nothing was changed then; the sentences are in `messages/roster-issues.ts`. */
export const ROSTER_FILE_FAULTS = [
  'laboratory-list',
  ...SPREADSHEET_FAULTS,
  'no-headings',
  'no-people',
] as const;
export type RosterFileFault = (typeof ROSTER_FILE_FAULTS)[number];

/** `refused` and `duplicate` rows are not admitted; a `warning` row is, with a note. */
const ROW_SEVERITIES = ['refused', 'duplicate', 'warning'] as const;
export type RowSeverity = (typeof ROW_SEVERITIES)[number];

export const ROSTER_ISSUE_CODES = [
  'name-missing',
  'name-too-long',
  'document-missing',
  'document-invalid',
  'id-length',
  'id-characters',
  'id-province',
  'id-birth-date',
  'id-check-character',
  'id-lost-digits',
  'date-unreadable',
  'first-positive-in-future',
  'arrival-unreadable',
  'arrival-in-future',
  'text-too-long',
  'control-characters',
  'same-person-in-file',
  'already-in-house',
  'already-taken-from-this-file',
  'sex-contradicts-document',
  'age-contradicts-document',
  'birth-date-contradicts-document',
  'name-differs-from-record',
  'sex-unreadable',
  'age-unreadable',
  'classification-unreadable',
  'document-type-unreadable',
  'vaccine-unreadable',
  'phone-unreadable',
  'companion-not-found',
  'same-document-other-name',
  'garbled-text',
  'sex-missing',
  'mobility-unreadable',
  'already-waiting',
  'stay-overlaps',
] as const;
export type RosterIssueCode = (typeof ROSTER_ISSUE_CODES)[number];

/** One thing to know about a row. `column` is the heading as the file has it, '' for the whole row. */
export const rosterIssue = z.strictObject({
  row: z.int().min(1),
  severity: z.enum(ROW_SEVERITIES),
  code: z.enum(ROSTER_ISSUE_CODES),
  column: z.string(),
  field: z.enum(ROSTER_FIELDS).nullable(),
  /** What the sentence names: the value seen, the bed, the other row. Only words of the ward. */
  params: z.record(z.string(), z.string()),
});
export type RosterIssue = z.infer<typeof rosterIssue>;
