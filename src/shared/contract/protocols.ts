import { z } from 'zod';
import { VERDICTS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { protocol } from './protocol.ts';
import { actId, instant, stayId, utcInstant } from './values.ts';

const named = { key: z.string().max(60), version: z.int() };

/** A version that is on the list, or a body that is being edited. */
const proposal = z.union([z.strictObject(named), z.strictObject({ protocol })]);

const counts = z.strictObject({ eligible: z.int(), notYet: z.int(), excluded: z.int() });
export type VerdictCounts = z.infer<typeof counts>;

/** How many would become eligible, how many would no longer be, and how many change between the other two. */
const flipCounts = z.strictObject({ gain: z.int(), lose: z.int(), other: z.int() });

const flip = z.strictObject({
  stayId,
  name: z.string(),
  number: z.int(),
  bed: z.string(),
  before: z.enum(VERDICTS),
  after: z.enum(VERDICTS),
  /** By the protocol that was proposed. */
  earliest: utcInstant.nullable(),
  /** The sentences of the rules that decide it, in the language asked for. */
  why: z.string(),
});
export type Flip = z.infer<typeof flip>;

export const protocols = {
  'protocols.list': query({
    summary: 'Every protocol that can be chosen, which one is in force, and since when which one was.',
    reads: ['protocols'],
    input: z.strictObject({}),
    output: z.strictObject({
      inForce: z.strictObject(named),
      protocols: z.array(z.strictObject({ protocol, shipped: z.boolean() })),
      choices: z.array(
        z.strictObject({
          ...named,
          from: utcInstant,
          to: utcInstant.nullable(),
          who: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  'protocols.inForce': query({
    summary: 'The protocol by which patients are judged, now or at an instant, whole.',
    reads: ['protocols'],
    input: z.strictObject({ at: instant.optional() }),
    output: z.strictObject({ protocol }),
  }),
  'protocols.preview': query({
    summary:
      'Who would be judged differently by another protocol, both ways, with reasons; changes nothing. Judged now.',
    reads: ['protocols', 'stays', 'tests', 'rounds', 'care'],
    runs: 'worker',
    refusals: ['no-such-protocol'],
    input: z.strictObject({ proposal, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
    output: z.strictObject({
      at: utcInstant,
      before: counts,
      after: counts,
      flips: z.array(flip),
      counts: flipCounts,
    }),
  }),
  'protocols.save': command({
    summary:
      'Keeps an edited copy as the next version of its key. It judges nobody before it is chosen, and no version is ever changed.',
    changes: ['protocols'],
    refusals: ['protocol-invalid', 'protocol-unchanged'],
    input: {
      /** Checked against the protocol's schema; its `version` is set here. */
      protocol: z.record(z.string(), z.unknown()),
    },
    output: z.strictObject({ actId, ...named }),
  }),
  'protocols.choose': command({
    summary:
      'From `from` on (else from now) patients are judged by this version. Needs a reason, and the counts that the preview showed.',
    changes: ['protocols', 'stays', 'releases', 'rounds'],
    runs: 'worker',
    refusals: ['no-such-protocol', 'reason-needed', 'protocol-in-force', 'preview-stale'],
    input: {
      ...named,
      from: instant.optional(),
      expects: z.strictObject({ gain: z.int(), lose: z.int() }),
    },
    output: z.strictObject({ actId, from: utcInstant }),
  }),
};
