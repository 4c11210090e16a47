import { z } from 'zod';
import { handoverBody, handoverNote } from './handover-body.ts';
import { command, query } from './procedure.ts';
import { actId, handoverId, handoverNoteId, instant, stayId, text, utcInstant, zoneId } from './values.ts';

/** How far the handover of a shift has come in one zone. */
const HANDOVER_STATES = ['not-begun', 'notes', 'given', 'taken'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

const period = z.strictObject({ from: utcInstant, to: utcInstant });

const head = z.strictObject({
  handoverId,
  zone: z.strictObject({ id: zoneId, code: z.string(), name: z.string() }),
  from: utcInstant,
  to: utcInstant,
  giver: z.string(),
  givenAt: utcInstant,
  /** Null until somebody has taken it over. */
  taker: z.string().nullable(),
  takenAt: utcInstant.nullable(),
  /** Who took it back, when and why; null while it stands. */
  withdrawn: z.strictObject({ who: z.string(), at: utcInstant, reason: z.string() }).nullable(),
  opening: z.int(),
  closing: z.int(),
  /** SHA-256 of the body as kept, base64url: what both signatures are under. */
  hash: z.string(),
});
export type HandoverHead = z.infer<typeof head>;

/** Lists of a signed body that come out otherwise now, by what was learnt since; in people. */
export const RESTATED_LISTS = [
  'opening',
  'arrived',
  'movedIn',
  'movedOut',
  'within',
  'left',
  'closing',
  'worse',
  'better',
] as const;
const restated = z.strictObject({ list: z.enum(RESTATED_LISTS), signed: z.int(), now: z.int() });
export type RestatedList = z.infer<typeof restated>;

const doneNote = z.strictObject({ ...handoverNote.shape, doneBy: z.string(), doneAt: utcInstant });

const done = z.strictObject({ actId });
const reads = [
  'handovers',
  'hospital',
  'beds',
  'stays',
  'rounds',
  'care',
  'tests',
  'protocols',
  'releases',
] as const;

export const handovers = {
  'handovers.list': query({
    summary: 'The shift that is to be handed over, and how far each zone has come with it.',
    reads: ['handovers', 'shifts', 'hospital'],
    input: z.strictObject({}),
    output: z.strictObject({
      at: utcInstant,
      /** The shift that is on, the one before it; and of the two the one that is to be handed over, up to now. */
      shift: period,
      before: period,
      proposed: period,
      zones: z.array(
        z.strictObject({
          zoneId,
          code: z.string(),
          name: z.string(),
          state: z.enum(HANDOVER_STATES),
          notes: z.int(),
          /** The latest handover that stands, of whatever shift. */
          latest: head.nullable(),
        }),
      ),
    }),
  }),
  'handovers.show': query({
    summary:
      'What zones hand over of (from, to]: in, out, moved, worse, better, alerts, tests, tasks, notes.',
    reads: [...reads, 'shifts'],
    runs: 'worker',
    refusals: ['no-such-place', 'period-empty', 'in-future'],
    input: z.strictObject({
      zoneIds: z.array(zoneId).min(1).max(200),
      /** Left out: of the shift that is proposed. */
      from: instant.optional(),
      /** Left out: up to now, or to the end of the shift that is proposed. */
      to: instant.optional(),
    }),
    output: z.strictObject({
      from: utcInstant,
      to: utcInstant,
      zones: z.array(z.strictObject({ hash: z.string(), body: handoverBody })),
    }),
  }),
  'handovers.signed': query({
    summary: 'A handover as it was signed, and which of its lists come out otherwise by what is known now.',
    reads,
    runs: 'worker',
    refusals: ['no-such-handover'],
    input: z.strictObject({ handoverId }),
    output: z.strictObject({ head, body: handoverBody, restated: z.array(restated) }),
  }),
  'handovers.history': query({
    summary: 'Handovers of one zone or of all, the latest first, those withdrawn among them.',
    reads: ['handovers'],
    input: z.strictObject({ zoneId: zoneId.optional(), limit: z.int().min(1).max(200).default(40) }),
    output: z.strictObject({ handovers: z.array(head) }),
  }),
  'handovers.notes': query({
    summary: 'The notes of a zone: open ones, and the latest of those that were marked done.',
    reads: ['handovers', 'stays', 'beds'],
    refusals: ['no-such-place'],
    input: z.strictObject({ zoneId }),
    output: z.strictObject({ open: z.array(handoverNote), done: z.array(doneNote) }),
  }),
  'handovers.writeNote': command({
    summary: 'Writes a note to the next shift; it is carried over until somebody marks it done.',
    changes: ['handovers'],
    refusals: ['no-such-place', 'no-such-stay', 'not-in-house'],
    input: { zoneId, stayId: stayId.nullable().default(null), text: text(400).trim().min(1) },
    output: z.strictObject({ actId, noteId: handoverNoteId }),
  }),
  'handovers.finishNote': command({
    summary: 'Marks a note done: it is handed over no more.',
    changes: ['handovers'],
    refusals: ['no-such-note', 'note-done'],
    input: { noteId: handoverNoteId },
    output: done,
  }),
  'handovers.give': command({
    summary: 'Signs as the one who hands over: what was shown of these zones is kept as it was from now on.',
    changes: ['handovers'],
    runs: 'worker',
    refusals: [
      'no-such-place',
      'period-empty',
      'in-future',
      'signer-no-person',
      'handover-given',
      'handover-changed',
    ],
    input: {
      to: instant,
      /** The hash is of the body as shown, so that nobody signs what they have not seen. */
      zones: z
        .array(z.strictObject({ zoneId, from: instant, hash: text(60) }))
        .min(1)
        .max(200),
    },
    output: z.strictObject({ actId, handoverIds: z.array(handoverId) }),
  }),
  'handovers.take': command({
    summary: 'Signs as the one who takes over, under what the giver has signed.',
    changes: ['handovers'],
    refusals: [
      'no-such-handover',
      'handover-withdrawn',
      'handover-taken',
      'handover-same-person',
      'handover-changed',
      'signer-no-person',
    ],
    input: {
      handovers: z
        .array(z.strictObject({ handoverId, hash: text(60) }))
        .min(1)
        .max(200),
    },
    output: done,
  }),
  'handovers.withdraw': command({
    summary: 'Takes a handover back, with a reason. What was signed stays on record.',
    changes: ['handovers'],
    refusals: ['no-such-handover', 'handover-withdrawn', 'reason-needed'],
    input: { handoverId },
    output: done,
  }),
};
