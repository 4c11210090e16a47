import { z } from 'zod';
import { command, query, TOPICS } from './procedure.ts';
import { historyEntry } from './stays.ts';
import { actId, bedId, stayId } from './values.ts';

export const acts = {
  'acts.recent': query({
    summary: 'The latest acts of the ward, newest first.',
    reads: [
      'beds',
      'stays',
      'convoys',
      'rosters',
      'tests',
      'protocols',
      'rounds',
      'care',
      'releases',
      'roll-calls',
    ],
    input: z.strictObject({ limit: z.int().min(1).max(500).default(50), before: z.int().optional() }),
    output: z.array(historyEntry),
  }),
  'acts.undo': command({
    summary:
      'Takes an act back as a new fact. Where a bed was taken meanwhile it says by whom and proposes another; `beds` then says where to.',
    // Any act can be taken back, so any screen may have to ask again.
    changes: TOPICS,
    runs: 'worker',
    refusals: [
      'no-such-act',
      'already-undone',
      'cannot-undo',
      'reason-needed',
      'undo-later-act',
      'undo-bed-taken',
      'undo-back-in-house',
      'bed-taken',
      'bed-reserved',
      'bed-not-disinfected',
      'bed-out-of-service',
      'bed-not-allowed',
    ],
    input: {
      actId,
      /** For stays that cannot have their bed back: another bed, or null for the waiting list. */
      beds: z
        .array(z.strictObject({ stayId, bedId: bedId.nullable() }))
        .max(5000)
        .default([]),
    },
    output: z.strictObject({ actId, undone: actId }),
  }),
};
