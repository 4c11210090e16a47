import { z } from 'zod';
import { GENE_READINGS, NAT_OUTCOMES } from './clinical-vocabulary.ts';
import { SPREADSHEET_FAULTS } from './spreadsheet-fault.ts';

/** The columns that a laboratory's list may have, by meaning. `tube` says whether a tube is single or pooled. */
export const LAB_FIELDS = [
  'barcode',
  'name',
  'document',
  'sampledAt',
  'orf',
  'n',
  'result',
  'reportedAt',
  'tube',
  'ignored',
] as const;
export type LabField = (typeof LAB_FIELDS)[number];

/** Why a whole file is refused. Nothing was changed then; sentences in messages/lab-problems.ts. */
const LAB_FILE_FAULTS = [...SPREADSHEET_FAULTS, 'roster-list', 'no-headings', 'no-results'] as const;
export type LabFileFault = (typeof LAB_FILE_FAULTS)[number];

/** Why a row waits in quarantine for a person to decide. */
export const LAB_PROBLEMS = [
  'barcode-missing',
  'barcode-used-twice',
  'results-differ-in-file',
  'document-missing',
  'name-missing',
  'unknown-person',
  'name-differs',
  'time-unreadable',
  'in-future',
  'before-admission',
  'left-before-sampling',
  'has-left',
  'not-in-house',
  'reported-before-sampling',
  'reported-in-future',
  'older-report',
  'result-unreadable',
  'result-contradicts',
] as const;
export type LabProblem = (typeof LAB_PROBLEMS)[number];

/** What to know of a row that was taken. */
const LAB_NOTES = ['corrected', 'time-differs'] as const;
export type LabNote = (typeof LAB_NOTES)[number];

/** `taken`: its result counts. `repeat`: it says what is known. `matched`, `rejected`: solved by hand. */
export const LAB_ROW_STATUSES = ['taken', 'repeat', 'quarantined', 'matched', 'rejected'] as const;
export type LabRowStatus = (typeof LAB_ROW_STATUSES)[number];

const labIssue = z.strictObject({
  row: z.int().min(1),
  severity: z.enum(['quarantined', 'warning', 'duplicate']),
  code: z.enum([...LAB_PROBLEMS, ...LAB_NOTES, 'repeat']),
  /** Who or what the sentence names: names, times on the hospital's clocks, the value seen. */
  params: z.record(z.string(), z.string()),
  message: z.string(),
});
export type LabIssue = z.infer<typeof labIssue>;

export const labResult = z.strictObject({
  /** Rows with anything in them; the sum of the next four. */
  rows: z.int(),
  /** Results that count from now on, corrected ones included. */
  accepted: z.int(),
  /** Rows that repeat what the ward knows already: of this file or of an earlier one. */
  duplicates: z.int(),
  /** Always 0: what cannot be taken goes to quarantine, nothing is thrown away. As in rosters, for scripts. */
  refused: z.int(),
  /** Rows that wait for a person to decide. */
  quarantined: z.int(),
  /** Accepted rows with something to know about them: see `issues`. */
  warned: z.int(),
  /** Accepted rows that replaced an earlier report of the same tube. */
  corrected: z.int(),
  issues: z.array(labIssue),
});
export type LabResult = z.infer<typeof labResult>;

export const geneResult = z.strictObject({ reading: z.enum(GENE_READINGS), ct: z.number().nullable() });
export const outcome = z.enum(NAT_OUTCOMES);
