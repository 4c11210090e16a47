import { z } from 'zod';
import { query } from './procedure.ts';
import { actId, handoverId, instant, releaseListId, rollCallId, zoneId } from './values.ts';

const documents = z.array(z.strictObject({ html: z.string(), papers: z.int(), numbered: z.boolean() }));
const language = z.enum(['zh-CN', 'en']);

const dailyPaper = {
  cutOff: instant,
  /** Of a signed report; left out: as it is known now. */
  version: z.int().optional(),
  madeBy: z.string().max(120),
};

/** Handovers, a page each: as signed, or of a zone as it is known now. */
const handoverPaper = {
  handoverIds: z.array(handoverId).max(200).default([]),
  unsigned: z
    .array(z.strictObject({ zoneId, from: instant, to: instant }))
    .max(200)
    .default([]),
  madeBy: z.string().max(120),
};

/** Lists and reports on paper, and the PDF of whatever is printed. */
export const paperPages = {
  'papers.listPages': query({
    summary: 'The list of those who leave, for the districts, as HTML: a document for each district.',
    reads: ['releases'],
    runs: 'worker',
    refusals: ['no-such-list', 'list-empty', 'template-broken'],
    input: z.strictObject({
      listId: releaseListId,
      district: z.string().max(60).optional(),
      madeBy: z.string().max(120),
    }),
    output: z.strictObject({
      documents,
    }),
  }),
  'papers.rollCallPages': query({
    summary: 'The list to walk with in a roll call, as HTML: a sheet for each care unit, pages numbered.',
    reads: ['roll-calls', 'beds', 'stays'],
    runs: 'worker',
    refusals: ['no-such-roll-call', 'template-broken'],
    input: z.strictObject({ rollCallId, madeBy: z.string().max(120) }),
    output: z.strictObject({
      documents,
    }),
  }),
  'papers.dailyPages': query({
    summary:
      'The daily report of a cut-off as HTML, A4: as signed, or as known now; what was first reported stands beside.',
    reads: ['reports'],
    runs: 'worker',
    refusals: ['in-future', 'before-opening', 'no-such-report', 'template-broken'],
    input: z.strictObject({
      ...dailyPaper,
      /** `standing`: the latest signed one that was not withdrawn, if any. */
      version: z.union([z.int(), z.literal('standing')]).optional(),
      language,
    }),
    output: z.strictObject({
      documents,
    }),
  }),
  'papers.handoverPages': query({
    summary: 'Shift handovers as HTML: one page of A4 for each zone, whose lists say how much is left out.',
    reads: ['handovers', 'beds', 'stays'],
    runs: 'worker',
    refusals: ['no-such-handover', 'no-such-place', 'period-empty', 'in-future', 'template-broken'],
    input: z.strictObject({ ...handoverPaper, language }),
    output: z.strictObject({
      documents,
    }),
  }),
  'papers.print': query({
    summary: 'Makes the PDF of a print and puts it into the export folder. Only in the window.',
    reads: [],
    refusals: [
      'no-such-print',
      'print-expired',
      'template-broken',
      'no-such-stay',
      'no-such-list',
      'no-such-roll-call',
      'list-empty',
      'in-future',
      'before-opening',
      'no-such-report',
      'no-such-handover',
      'no-such-place',
      'period-empty',
      'cannot-write-file',
      'cancelled',
    ],
    input: z.strictObject({
      of: z.discriminatedUnion('what', [
        z.strictObject({ what: z.literal('print'), actId }),
        z.strictObject({
          what: z.literal('list'),
          listId: releaseListId,
          district: z.string().max(60).optional(),
          madeBy: z.string().max(120),
        }),
        z.strictObject({ what: z.literal('roll-call'), rollCallId, madeBy: z.string().max(120) }),
        z.strictObject({ what: z.literal('daily'), ...dailyPaper }),
        z.strictObject({ what: z.literal('handover'), ...handoverPaper }),
      ]),
      language,
    }),
    output: z.strictObject({ file: z.string(), papers: z.int(), pages: z.int() }),
  }),
};
