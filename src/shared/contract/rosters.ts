import { z } from 'zod';
import { admissionDetails } from './admission-details.ts';
import { command, query } from './procedure.ts';
import { ROSTER_FIELDS, rosterIssue } from './roster-row.ts';
import { actId, bedId, convoyId, instant, rosterId, stayId, text, utcInstant } from './values.ts';

/** The file as it came, whole: read again at each step, so that nothing of it can be lost. */
const file = { fileName: text(255).min(1), base64: z.base64().max(40_000_000) };

const column = z.strictObject({
  position: z.int().min(0),
  heading: z.string(),
  field: z.enum(ROSTER_FIELDS).nullable(),
  examples: z.array(z.string()),
  /** `remembered` from an earlier roster, `guessed` by meaning, `chosen` by hand. */
  source: z.enum(['remembered', 'guessed', 'chosen', 'none']),
});

/** `admitted` rows have their stay; `dropped` ones were put aside by hand, with a reason. */
const ROW_STATUSES = ['ready', 'warning', 'duplicate', 'refused', 'admitted', 'dropped'] as const;

const rosterRow = z.strictObject({
  row: z.int().min(1),
  status: z.enum(ROW_STATUSES),
  cells: z.array(z.string()),
  details: admissionDetails.nullable(),
  arrivedAt: utcInstant.nullable(),
  plate: z.string(),
  family: z.string().nullable(),
  issues: z.array(rosterIssue),
  /** The row was changed by hand since it was read. */
  edited: z.boolean(),
  stayId: stayId.nullable(),
  bed: z.strictObject({ id: bedId, code: z.string() }).nullable(),
});
export type RosterRow = z.infer<typeof rosterRow>;

const counts = { rows: z.int(), accepted: z.int(), duplicates: z.int(), refused: z.int(), warned: z.int() };

const rosterSummary = z.strictObject({
  rosterId,
  fileName: z.string(),
  openedAt: utcInstant,
  openedBy: z.string(),
  state: z.enum(['open', 'committed']),
  ...counts,
  /** Rows that are neither admitted nor put aside: the correction list. */
  left: z.int(),
});
export type RosterSummary = z.infer<typeof rosterSummary>;

const rosterView = z.strictObject({
  summary: rosterSummary,
  sheet: z.string(),
  sheets: z.array(z.string()),
  headingRow: z.int(),
  columns: z.array(column),
  rows: z.array(rosterRow),
  convoyId: convoyId.nullable(),
  arrivedAt: utcInstant,
});
export type RosterView = z.infer<typeof rosterView>;

const result = z.strictObject({
  ...counts,
  issues: z.array(rosterIssue.extend({ message: z.string() })),
});
export type ImportResult = z.infer<typeof result>;

export const rosters = {
  'rosters.preview': query({
    summary: 'What a roster file would come to, without keeping anything.',
    reads: ['stays', 'rosters'],
    runs: 'worker',
    refusals: ['roster-unreadable'],
    input: z.strictObject({
      ...file,
      arrivedAt: instant.optional(),
      language: z.enum(['zh-CN', 'en']).default('zh-CN'),
    }),
    output: result,
  }),
  'rosters.open': command({
    summary:
      'Takes in a roster file: finds the sheet, the headings, the people, and keeps all of it. The same file again gives the same roster.',
    changes: ['rosters'],
    runs: 'worker',
    refusals: ['roster-unreadable'],
    input: { ...file, arrivedAt: instant.optional(), convoyId: convoyId.nullable().default(null) },
    output: z.strictObject({ actId: actId.nullable(), rosterId, known: z.boolean() }),
  }),
  'rosters.list': query({
    summary: 'Rosters that are open or have rows left to correct, then the latest others.',
    reads: ['rosters', 'stays'],
    runs: 'worker',
    input: z.strictObject({}),
    output: z.array(rosterSummary),
  }),
  'rosters.view': query({
    summary: 'One roster: headings, rows, what is wrong with which cell.',
    reads: ['rosters', 'stays', 'beds'],
    runs: 'worker',
    refusals: ['no-such-roster'],
    input: z.strictObject({ rosterId }),
    output: rosterView,
  }),
  'rosters.setHeadings': command({
    summary: 'Corrects what the columns mean, and remembers it for files with the same headings.',
    changes: ['rosters'],
    runs: 'worker',
    refusals: ['no-such-roster', 'roster-unreadable'],
    input: {
      rosterId,
      sheet: text(100).optional(),
      headingRow: z.int().min(1).optional(),
      columns: z
        .array(z.strictObject({ position: z.int().min(0), field: z.enum(ROSTER_FIELDS).nullable() }))
        .max(500)
        .optional(),
    },
    output: z.strictObject({ actId }),
  }),
  'rosters.editRow': command({
    summary: 'Corrects cells of one row; the row is judged again.',
    changes: ['rosters'],
    runs: 'worker',
    refusals: ['no-such-roster', 'no-such-row', 'row-admitted', 'roster-unreadable'],
    input: {
      rosterId,
      row: z.int().min(1),
      cells: z.array(z.strictObject({ position: z.int().min(0), text: text(2000) })).max(500),
    },
    output: z.strictObject({ actId }),
  }),
  'rosters.dropRow': command({
    summary: 'Puts a row of the correction list aside, with a reason; it can be taken back.',
    changes: ['rosters'],
    runs: 'worker',
    refusals: ['no-such-roster', 'reason-needed', 'no-such-row', 'row-admitted', 'roster-unreadable'],
    input: { rosterId, row: z.int().min(1) },
    output: z.strictObject({ actId }),
  }),
  'rosters.commit': command({
    summary:
      'Admits every row that is ready or only warned about, in one transaction; the others stay on the correction list.',
    changes: ['rosters', 'stays', 'convoys'],
    runs: 'worker',
    refusals: ['no-such-roster', 'in-future'],
    input: { rosterId, language: z.enum(['zh-CN', 'en']).default('zh-CN') },
    output: z.strictObject({ ...result.shape, actId: actId.nullable(), stayIds: z.array(stayId) }),
  }),
};
