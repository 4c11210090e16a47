import { z } from 'zod';
import { VERDICTS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { refusalView } from './refusal.ts';
import { actId, instant, releaseListId, stayId, text, utcInstant } from './values.ts';
import { WAYS_OF_LEAVING } from './vocabulary.ts';

/** How somebody leaves 离院方式. A destination is needed for `to-hospital` and `to-community`. */
const leaving = z.strictObject({
  way: z.enum(WAYS_OF_LEAVING),
  destination: text(120),
  companion: text(120),
  note: text(300),
});
export type Leaving = z.infer<typeof leaving>;

export const discharges = {
  'discharges.preview': query({
    summary: 'What discharging these stays would do: for each, the bed that frees, or why it cannot be.',
    reads: ['stays', 'beds', 'releases', 'tests', 'rounds', 'care', 'protocols'],
    runs: 'worker',
    refusals: ['no-such-list', 'list-not-signed'],
    input: z.strictObject({
      stayIds: z.array(stayId).min(1).max(5000),
      leaving,
      at: instant.optional(),
      /** Also whether they may leave by this list. */
      listId: releaseListId.optional(),
    }),
    output: z.array(
      z.strictObject({
        stayId,
        version: z.int(),
        name: z.string(),
        number: z.int(),
        bed: z.string(),
        daysInHouse: z.int(),
        problem: refusalView.nullable(),
        /**
         * What the release rules say of ways of leaving that they are about, and in words why not; null for others.
         * A discharge on order is a doctor's and may be done all the same.
         */
        verdict: z.enum(VERDICTS).nullable(),
        verdictWords: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
        /** Members of the same family who stay behind. */
        familyStaying: z.array(z.string()),
      }),
    ),
  }),
  'discharges.commit': command({
    summary: 'Discharges one stay or many at once, all or none; their beds then await disinfection.',
    changes: ['stays', 'beds', 'releases', 'protocols'],
    runs: 'worker',
    refusals: [
      'no-such-stay',
      'stale',
      'not-in-house',
      'before-arrival',
      'before-last-move',
      'before-last-fact',
      'in-future',
      'destination-needed',
      'same-stay-twice',
      'no-such-list',
      'list-not-signed',
      'not-on-list',
      'off-the-list',
      'left-before-signed',
      'not-the-lists-day',
    ],
    input: {
      stays: z
        .array(z.strictObject({ stayId, expectedVersion: z.int().optional() }))
        .min(1)
        .max(5000),
      leaving,
      /** Each of them must stand on this list, signed by both, and be eligible at that moment. */
      listId: releaseListId.optional(),
    },
    output: z.strictObject({ actId, discharged: z.int(), at: utcInstant }),
  }),
};
