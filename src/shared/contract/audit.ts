import { z } from 'zod';
import { query } from './procedure.ts';
import { instant, operatorId, text, utcInstant } from './values.ts';

export const AUDIT_OUTCOMES = ['done', 'refused', 'seen'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** What can be wrong with the trail. `head-missing`: a head that a report or a backup carries is not in it. */
const AUDIT_PROBLEMS = [
  'gap',
  'link',
  'act-changed',
  'act-missing',
  'act-unrecorded',
  'row-changed',
  'head-missing',
] as const;

const auditRow = z.strictObject({
  seq: z.int(),
  at: utcInstant,
  operatorId: operatorId.nullable(),
  who: z.string(),
  roles: z.string(),
  session: z.string(),
  procedure: z.string(),
  outcome: z.enum(AUDIT_OUTCOMES),
  /** Why it was refused; empty otherwise. */
  code: z.string(),
  /** What it was about, for people: names of patients with stay number, codes of beds; of many, the first ones. */
  about: z.string(),
  reason: z.string(),
  /** What stood there before and after, field by field. */
  changes: z.array(
    z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  /** The link to the row before, to compare with a paper. */
  link: z.string(),
});
export type AuditRow = z.infer<typeof auditRow>;

const filter = {
  from: instant.optional(),
  to: instant.optional(),
  who: operatorId.optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  /** Begins with these letters: `stays.` or a whole name. */
  procedure: text(60).optional(),
  /** A name, a stay number or a bed, looked for in what an entry is about. */
  about: text(60).optional(),
};

export const audit = {
  'audit.list': query({
    summary: 'The audit trail, the latest first: acts, refusals, sign-ins, sights of sensitive pages.',
    // The trail grows with every act; the page asks again by itself when it is looked at.
    reads: [],
    input: z.strictObject({
      ...filter,
      before: z.int().optional(),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(auditRow) }),
  }),
  'audit.exportFile': query({
    summary: 'Writes the trail of a period as .csv into the export folder, with every link.',
    reads: [],
    runs: 'worker',
    refusals: ['cannot-write-file', 'unknown-operator'],
    input: z.strictObject({
      ...filter,
      madeBy: operatorId,
      language: z.enum(['zh-CN', 'en']),
      path: z.string().max(1000).optional(),
    }),
    output: z.strictObject({ file: z.string(), rows: z.int() }),
  }),
  'audit.check': query({
    summary:
      'Checks every link of the trail, each act against it, and the heads that reports and backups carry.',
    reads: [],
    runs: 'worker',
    refusals: ['no-audit-head'],
    input: z.strictObject({
      /** A head from a paper or a backup, `1234-…`, that must be found in the trail. */
      head: text(80).optional(),
    }),
    output: z.strictObject({
      clean: z.boolean(),
      rows: z.int(),
      head: z.string().nullable(),
      problems: z.array(z.strictObject({ seq: z.int(), at: z.string(), problem: z.enum(AUDIT_PROBLEMS) })),
    }),
  }),
};
