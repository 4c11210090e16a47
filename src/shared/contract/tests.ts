import { z } from 'zod';
import { geneResult, LAB_FIELDS, LAB_PROBLEMS, LAB_ROW_STATUSES, labResult, outcome } from './lab-row.ts';
import { command, query } from './procedure.ts';
import { actId, instant, labFileId, stayId, text, utcInstant } from './values.ts';

/** The file as it came, whole, and what a person said about its columns. */
const file = {
  fileName: text(255).min(1),
  base64: z.base64().max(40_000_000),
  sheet: text(100).optional(),
  headingRow: z.int().min(1).optional(),
  columns: z
    .array(z.strictObject({ position: z.int().min(0), field: z.enum(LAB_FIELDS).nullable() }))
    .max(500)
    .optional(),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
};

const column = z.strictObject({
  position: z.int().min(0),
  heading: z.string(),
  field: z.enum(LAB_FIELDS).nullable(),
  examples: z.array(z.string()),
  /** `remembered` from an earlier file, `guessed` by meaning, `chosen` by hand. */
  source: z.enum(['remembered', 'guessed', 'chosen', 'none']),
});
export type LabColumn = z.infer<typeof column>;

/** Somebody, as a list of samples shows them. */
const person = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  /** '' where they have none now. */
  bed: z.string(),
});

const labRow = z.strictObject({
  labFileId,
  fileName: z.string(),
  row: z.int().min(1),
  status: z.enum(LAB_ROW_STATUSES),
  problem: z.enum(LAB_PROBLEMS).nullable(),
  params: z.record(z.string(), z.string()),
  barcode: z.string(),
  name: z.string(),
  document: z.string(),
  sampled: z.string(),
  sampledAt: utcInstant.nullable(),
  reportedAt: utcInstant.nullable(),
  orf: z.string(),
  n: z.string(),
  result: z.string(),
  /** Who it was given to. */
  person: person.nullable(),
});
export type LabRow = z.infer<typeof labRow>;

const labFile = z.strictObject({
  labFileId,
  fileName: z.string(),
  importedAt: utcInstant,
  importedBy: z.string(),
  actId,
  undone: z.boolean(),
  rows: z.int(),
  accepted: z.int(),
  duplicates: z.int(),
  quarantined: z.int(),
  solved: z.int(),
  rejected: z.int(),
});
export type LabFile = z.infer<typeof labFile>;

const report = z.strictObject({
  outcome,
  orf: geneResult,
  n: geneResult,
  reportedAt: utcInstant.nullable(),
  /** When the desk got it, from whom. */
  recordedAt: utcInstant,
  recordedBy: z.string(),
  fileName: z.string().nullable(),
});
export type SampleReport = z.infer<typeof report>;

const sample = z.strictObject({
  barcode: z.string(),
  sampledAt: utcInstant,
  pooled: z.boolean(),
  /** How many others have a part in the tube; never who. */
  others: z.int(),
  report: report.nullable(),
  /** Reports that a later one replaced, latest first. */
  earlier: z.array(report),
});
export type SampleOfStay = z.infer<typeof sample>;

const samplingRow = z.strictObject({
  ...person.shape,
  zone: z.string(),
  careUnit: z.string(),
  /** `retest`: a pool with this person's part in it was positive or invalid. `due`: by the protocol. */
  why: z.enum(['retest', 'due']),
  dueAt: utcInstant.nullable(),
  sentence: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Barcode that was labelled and is not used yet; '' where there is none. */
  label: z.string(),
  lastSampledAt: utcInstant.nullable(),
});
export type SamplingRow = z.infer<typeof samplingRow>;

const barcode = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z][0-9A-Za-z._/-]{2,39}$/, 'a barcode: 3 to 40 letters, digits, . _ / -');

/** Usual bound: pools of ten (新冠病毒核酸10合1混采检测技术规范, National Health Commission, August 2020). */
export const MAX_POOL = 10;

const typed = { orf: text(40), n: text(40), result: text(40) };

export const tests = {
  'tests.previewLab': query({
    summary: 'What a laboratory file would come to, without keeping anything.',
    reads: ['stays', 'tests'],
    runs: 'worker',
    refusals: ['lab-file-unreadable'],
    input: z.strictObject(file),
    output: z.strictObject({
      ...labResult.shape,
      sheet: z.string(),
      sheets: z.array(z.string()),
      headingRow: z.int(),
      columns: z.array(column),
      /** The very file was taken in before. */
      known: z.boolean(),
    }),
  }),
  'tests.importLab': command({
    summary:
      'Takes in a laboratory file: what belongs to somebody beyond doubt counts, all else goes to quarantine. The same file again changes nothing.',
    changes: ['tests'],
    runs: 'worker',
    refusals: ['lab-file-unreadable'],
    input: file,
    output: z.strictObject({ ...labResult.shape, actId: actId.nullable(), labFileId }),
  }),
  'tests.labFiles': query({
    summary: 'Laboratory files, latest first, with what became of their rows.',
    reads: ['tests'],
    input: z.strictObject({}),
    output: z.array(labFile),
  }),
  'tests.labFile': query({
    summary: 'One laboratory file: each row as it was read, and what became of it.',
    reads: ['tests', 'stays'],
    refusals: ['no-such-lab-file'],
    input: z.strictObject({ labFileId }),
    output: z.strictObject({ ...labFile.shape, lines: z.array(labRow) }),
  }),
  'tests.quarantine': query({
    summary: 'Rows of laboratory files that wait for a person to decide, latest file first.',
    reads: ['tests', 'stays'],
    input: z.strictObject({}),
    output: z.array(labRow),
  }),
  'tests.solveRow': command({
    summary:
      'Gives a quarantined row to the stay chosen, with a reason; what could not be read may be corrected. Undo puts it back.',
    changes: ['tests'],
    refusals: [
      'no-such-lab-row',
      'lab-row-solved',
      'reason-needed',
      'no-such-stay',
      'barcode-needed',
      'barcode-of-another',
      'pool-with-label',
      'not-in-pool',
      'pool-has-result',
      'older-report',
      'sampling-time-needed',
      'sampled-in-future',
      'sampled-before-arrival',
      'sampled-after-leaving',
      'result-not-readable',
      'result-contradictory',
    ],
    input: {
      labFileId,
      row: z.int().min(1),
      stayId,
      barcode: barcode.optional(),
      sampledAt: instant.optional(),
      /** Several people in one tube. */
      pooled: z.boolean().default(false),
      orf: typed.orf.optional(),
      n: typed.n.optional(),
      result: typed.result.optional(),
    },
    output: z.strictObject({ actId }),
  }),
  'tests.rejectRow': command({
    summary: 'Sets a quarantined row aside for good, with a reason. Undo puts it back.',
    changes: ['tests'],
    refusals: ['no-such-lab-row', 'lab-row-solved', 'reason-needed'],
    input: { labFileId, row: z.int().min(1) },
    output: z.strictObject({ actId }),
  }),
  'tests.samplingList': query({
    summary:
      'Who is due a sample within the hours given, by care unit in walking order; those of a positive or invalid pool first.',
    reads: ['tests', 'stays', 'beds', 'protocols', 'rounds', 'care'],
    runs: 'worker',
    input: z.strictObject({ withinHours: z.number().min(0).max(72).default(12) }),
    output: z.array(samplingRow),
  }),
  'tests.assignLabels': command({
    summary:
      'Makes a barcode for each stay that has no unused one, and answers all of them for printing, in the order given.',
    changes: ['tests'],
    refusals: ['no-such-stay', 'not-in-house'],
    input: { stayIds: z.array(stayId).min(1).max(2000) },
    output: z.strictObject({
      actId: actId.nullable(),
      labels: z.array(z.strictObject({ ...person.shape, barcode: z.string() })),
    }),
  }),
  'tests.resolveScan': query({
    summary: 'What a scan at the bedside is: somebody (stay number, bed or document), or a tube.',
    reads: ['tests', 'stays', 'beds'],
    input: z.strictObject({ text: text(80).min(1) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person'), person }),
      z.strictObject({ kind: z.literal('barcode'), barcode: z.string(), labelOf: person.nullable() }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  }),
  'tests.recordSample': command({
    summary:
      'A tube and whose sample is in it, scanned at the bedside: several people make a pool. Taken when it happened.',
    changes: ['tests'],
    refusals: [
      'no-such-patient',
      'not-in-house',
      'before-arrival',
      'in-future',
      'same-stay-twice',
      'barcode-of-another',
      'barcode-used',
      'not-a-tube',
      'pool-with-label',
    ],
    input: {
      barcode,
      /** Wristband (stay number), bed code or document number of each. */
      people: z.array(text(80).min(1)).min(1).max(MAX_POOL),
    },
    output: z.strictObject({ actId, barcode: z.string(), people: z.array(person) }),
  }),
  'tests.enterResult': command({
    summary: 'The result of a tube typed by hand; a later one replaces an earlier one, visibly.',
    changes: ['tests'],
    refusals: ['no-such-sample', 'result-not-readable', 'result-contradictory', 'older-report', 'in-future'],
    input: { barcode, ...typed, reportedAt: instant.optional() },
    output: z.strictObject({ actId, corrected: z.boolean() }),
  }),
  'tests.ofStay': query({
    summary: 'All samples of a stay, newest first, with their results and the reports that were replaced.',
    reads: ['tests', 'protocols'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      /** A pool was positive or invalid and no single sample was taken since. */
      retest: z.boolean(),
      /** Of the protocol in force; null where release needs no test. For the line in the picture. */
      ctThreshold: z.number().nullable(),
      samples: z.array(sample),
    }),
  }),
};
