import { z } from 'zod';
import { done } from './beds.ts';
import { command, query } from './procedure.ts';
import { convoyId, instant, text, utcInstant } from './values.ts';

const facts = {
  plate: text(40).trim().min(1),
  origin: text(80),
  people: z.int().min(0).max(500),
  note: text(200),
};

const convoyView = z.strictObject({
  convoyId,
  ...facts,
  expectedAt: utcInstant,
  arrivedAt: utcInstant.nullable(),
  /** Stays taken in from it so far. */
  admitted: z.int(),
});
export type ConvoyView = z.infer<typeof convoyView>;

export const convoys = {
  'convoys.list': query({
    summary: 'Convoys expected, and those that arrived in the last two days.',
    reads: ['convoys', 'stays'],
    input: z.strictObject({}),
    output: z.array(convoyView),
  }),
  'convoys.expect': command({
    summary: 'Announces a bus: plate, number of people, expected arrival.',
    changes: ['convoys'],
    input: { ...facts, expectedAt: instant },
    output: z.strictObject({ actId: done.shape.actId, convoyId }),
  }),
  'convoys.arrive': command({
    summary: 'Notes that a bus has arrived.',
    changes: ['convoys'],
    refusals: ['no-such-convoy', 'convoy-arrived', 'convoy-cancelled', 'in-future'],
    input: { convoyId },
    output: done,
  }),
  'convoys.cancel': command({
    summary: 'Takes an announced bus off the list.',
    changes: ['convoys'],
    refusals: ['no-such-convoy', 'convoy-arrived', 'convoy-cancelled', 'reason-needed'],
    input: { convoyId },
    output: done,
  }),
};
