import { z } from 'zod';
import type { RefusalCode } from '../messages/refusals.ts';
import { instant, operatorId, text } from './values.ts';

/** What a screen can hold stale. A command names what it changes, a query what it read. */
export const TOPICS = [
  'hospital',
  'beds',
  'stays',
  'convoys',
  'rosters',
  'operators',
  /** Samples, results, laboratory files. */
  'tests',
  'protocols',
  /** Vital signs, marks, examinations, acknowledged alerts. */
  'rounds',
  /** Orders, talks, supplies, referrals, the week at home. */
  'care',
  /** Lists of those who leave, buses, signatures, papers. */
  'releases',
  /** Relief teams, their people and zones, shifts and who is on them. */
  'shifts',
  /** Roll calls, their marks and what was mended. */
  'roll-calls',
  /** Readiness lists, and the life of zones. */
  'zones',
  /** Signed daily reports, and those written by themselves. */
  'reports',
  /** Shift handovers, and notes to the next shift. */
  'handovers',
  /** Who is signed in at this desk, and whether it is locked. */
  'session',
  /** Copies of the ward, the disks they lie on, and how the last check went. */
  'backups',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * Carried by every command: who acts, when it happened, and the key of the gesture. The same key twice is
 * one act: the second answer repeats the first. `happenedAt` is left out for "now" and given for what was
 * on paper first. `reason` is required by some acts and welcome with all.
 */
const actHeader = z.strictObject({
  key: z.uuid(),
  operatorId,
  happenedAt: instant.optional(),
  reason: text(300).optional(),
});
export type ActHeader = z.infer<typeof actHeader>;

interface Common<I extends z.ZodType, O extends z.ZodType> {
  /** One sentence, for `ward procedures` and for whoever reads the contract first. */
  summary: string;
  input: I;
  output: O;
  /** Refusals that the screen must be ready for, besides those that any call can meet. */
  refusals: readonly RefusalCode[];
  /** `worker`: may take longer than a frame, so it runs off the main thread, with progress and cancel. */
  runs: 'here' | 'worker';
}

export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Common<I, O> {
  kind: 'query';
  reads: readonly Topic[];
}

export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Common<I, O> {
  kind: 'command';
  changes: readonly Topic[];
}

export type Procedure = Query | Command;

type Given<P extends Procedure> = Omit<P, 'kind' | 'refusals' | 'runs'> & {
  refusals?: readonly RefusalCode[];
  runs?: 'here' | 'worker';
};

export const query = <I extends z.ZodType, O extends z.ZodType>(given: Given<Query<I, O>>): Query<I, O> => ({
  kind: 'query',
  refusals: [],
  runs: 'here',
  ...given,
});

/** The header is added to the input here, so that no command can do without. */
export const command = <S extends z.ZodRawShape, O extends z.ZodType>(
  given: Omit<Given<Command>, 'input' | 'output'> & { input: S; output: O },
) => {
  const { input, ...rest } = given;
  return {
    kind: 'command',
    refusals: [],
    runs: 'here',
    ...rest,
    input: z.strictObject({ act: actHeader, ...input }),
  } as const satisfies Command;
};
