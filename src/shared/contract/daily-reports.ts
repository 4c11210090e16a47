import { z } from 'zod';
import { done } from './beds.ts';
import { dailyBody } from './daily-body.ts';
import { command, query } from './procedure.ts';
import { actId, instant, operatorId, text, utcInstant } from './values.ts';

/** Written at a cut-off: for whoever calculates, for any program, to be read out, for machines. */
export const DAILY_FORMATS = ['xlsx', 'csv', 'txt', 'json'] as const;
export type DailyFormat = (typeof DAILY_FORMATS)[number];

/** Clocks of the hospital: `12:00`; `24:00` is the end of a day. */
const clockTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day, 12:00 or 24:00');

/** One figure that is another one now than when the report was signed; `path` names it inside the body. */
const restatedFigure = z.strictObject({ path: z.string(), signed: z.number(), now: z.number() });
export type RestatedFigure = z.infer<typeof restatedFigure>;

const signedReport = z.strictObject({
  cutOff: utcInstant,
  /** 1, and one more for each restated report of the same cut-off. */
  version: z.int(),
  signedAt: utcInstant,
  who: z.string(),
  /** Why it was restated; empty for the first. */
  reason: z.string(),
  /** Taken back by whoever signed or a lead; the number is never used again. */
  withdrawn: z.boolean(),
  /** SHA-256 of the body as kept, base64url. */
  hash: z.string(),
  /** Number and link of the last row of the audit trail when it was signed; null for reports of earlier versions. */
  auditHead: z.string().nullable(),
});
export type SignedReport = z.infer<typeof signedReport>;

/** The text to be read out, under a line that tells which version it is or that it is not signed. */
const readOut = z.strictObject({ zh: z.string(), en: z.string() });

const schedule = z.strictObject({
  /** Empty: nothing is written by itself. */
  cutOffs: z.array(clockTime).max(24),
  language: z.enum(['zh-CN', 'en']),
  formats: z.array(z.enum(DAILY_FORMATS)),
  /** Where the files go; null: among the exports. */
  folder: z.string().nullable(),
  /** Since when it has been on; a clock that was added later is asked for from then on. */
  since: utcInstant,
});
export type DailySchedule = z.infer<typeof schedule>;

const dailyRun = z.strictObject({
  cutOff: utcInstant,
  ranAt: utcInstant,
  /** Written later than a quarter of an hour after the cut-off: the PC was off. */
  late: z.boolean(),
  files: z.array(z.string()),
  /** Why nothing could be written; null where it was. */
  problem: z.string().nullable(),
});

export const dailyReports = {
  'daily.show': query({
    summary:
      'The daily report of a cut-off as it is known now, what was signed of it, and what differs since.',
    reads: ['beds', 'stays', 'reports'],
    runs: 'worker',
    refusals: ['in-future', 'before-opening'],
    input: z.strictObject({ cutOff: instant }),
    output: z.strictObject({
      body: dailyBody,
      /** Of the body as shown: a signature names it, so that nobody signs what they have not seen. */
      hash: z.string(),
      /** Of the figures as shown, marked as not signed. */
      readOut,
      /** Of this cut-off, the latest version first. */
      signed: z.array(signedReport),
      /** The body of the latest version that stands. */
      standing: dailyBody.nullable(),
      /** What is to be read out while it stands, whatever has been learnt since. */
      standingReadOut: readOut.nullable(),
      restated: z.array(restatedFigure),
    }),
  }),
  'daily.list': query({
    summary: 'Every signed daily report, the latest cut-off first.',
    reads: ['reports'],
    input: z.strictObject({}),
    output: z.strictObject({ reports: z.array(signedReport) }),
  }),
  'daily.sign': command({
    summary:
      'Signs the report of a cut-off as it is shown. A second signature is a restated report, with a reason; the first stays as it was.',
    changes: ['reports'],
    runs: 'worker',
    refusals: [
      'in-future',
      'before-opening',
      'signer-no-person',
      'daily-signed',
      'daily-changed',
      'reason-needed',
    ],
    input: { cutOff: instant, hash: text(60) },
    output: z.strictObject({ actId, version: z.int() }),
  }),
  'daily.withdraw': command({
    summary: 'Takes the signature of a report back, with a reason. What was signed stays on record.',
    changes: ['reports'],
    refusals: ['reason-needed', 'no-such-report'],
    input: { cutOff: instant, version: z.int() },
    output: done,
  }),
  'daily.file': query({
    summary:
      'Writes a daily report as a file into the export folder, or to the path given: as signed, or as known now.',
    reads: ['reports'],
    runs: 'worker',
    refusals: ['in-future', 'before-opening', 'no-such-report', 'cannot-write-file'],
    input: z.strictObject({
      cutOff: instant,
      /** Of a signed report; `standing`: the latest that was not withdrawn, if any; left out: as it is known now. */
      version: z.union([z.int(), z.literal('standing')]).optional(),
      format: z.enum(DAILY_FORMATS),
      language: z.enum(['zh-CN', 'en']),
      madeBy: operatorId,
      /** Only honoured from a terminal: a window never names paths. */
      file: z.string().max(4096).optional(),
    }),
    /** The version that was written; null: figures that nobody signed. */
    output: z.strictObject({ file: z.string(), version: z.int().nullable() }),
  }),
  'daily.schedule': query({
    summary: 'Which reports are written by themselves and where, and what became of the last ones.',
    reads: ['reports'],
    input: z.strictObject({}),
    output: z.strictObject({ schedule: schedule.nullable(), runs: z.array(dailyRun) }),
  }),
  'daily.setSchedule': command({
    summary: 'Says at which cut-offs a report is written by itself from now on. The folder stays as it was.',
    changes: ['reports'],
    input: schedule.pick({ cutOffs: true, language: true, formats: true }).shape,
    output: done,
  }),
  'daily.setFolder': command({
    summary: 'Says where those files go. Only from a terminal, or by the folder dialog of the window.',
    changes: ['reports'],
    refusals: ['cannot-write-file'],
    input: { folder: z.string().min(1).max(4096).nullable() },
    output: done,
  }),
  'daily.chooseFolder': query({
    summary: 'Asks for a folder in the system’s own dialog and sets it. Only in the window.',
    reads: [],
    refusals: ['cannot-write-file', 'unknown-operator'],
    input: z.strictObject({ operatorId }),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  'daily.due': query({
    summary:
      'Cut-offs of the schedule that have passed and were not written yet, those of a PC that was off too; and those missed for so long that they are only told of.',
    reads: ['reports'],
    input: z.strictObject({}),
    output: z.strictObject({
      due: z.array(utcInstant),
      /** The latest of those missed, and how many and since when. */
      skipped: z.strictObject({ cutOff: utcInstant, problem: z.string() }).nullable(),
    }),
  }),
  'daily.writeDue': query({
    summary:
      'Writes the files of one cut-off that is due, into the folder of the schedule; null where it is not due (any more).',
    reads: ['reports'],
    runs: 'worker',
    refusals: ['unknown-operator'],
    input: z.strictObject({ cutOff: instant, madeBy: operatorId }),
    output: dailyRun.pick({ files: true, problem: true }).nullable(),
  }),
  'daily.recordRun': command({
    summary:
      'Puts on record what became of a cut-off of the schedule. Not by a page, which writes no such files.',
    changes: ['reports'],
    refusals: ['cannot-write-file'],
    input: {
      cutOff: instant,
      files: z.array(z.string().min(1).max(4096)).max(9),
      problem: text(4600).nullable(),
    },
    output: z.strictObject({ actId: actId.nullable() }),
  }),
};
