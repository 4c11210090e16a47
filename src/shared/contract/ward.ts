import { z } from 'zod';
import { PERSON_NAME_LETTERS } from '../rules/people-limits.ts';
import { bedCounts, done } from './beds.ts';
import { hospitalSettings } from './hospital-settings.ts';
import { command, query } from './procedure.ts';
import { hospital } from './setup.ts';
import { instant, operatorId, text, utcInstant } from './values.ts';
import { CLASSIFICATIONS, SEX_POLICIES, ZONE_STATES } from './vocabulary.ts';

const census = z.strictObject({
  at: utcInstant,
  /** As it was known at this moment; null: as it is known now. */
  knownAt: utcInstant.nullable(),
  beds: bedCounts,
  patients: z.strictObject({
    /** Everybody whose stay has begun and not ended, with or without a bed. */
    inHouse: z.int(),
    /** Of those, the ones without a bed. */
    waiting: z.int(),
    admittedTotal: z.int(),
    dischargedTotal: z.int(),
  }),
  byZone: z.array(
    z.strictObject({
      zone: z.string(),
      name: z.string(),
      sexPolicy: z.enum(SEX_POLICIES),
      beds: bedCounts,
      inHouse: z.int(),
      state: z.enum(ZONE_STATES),
    }),
  ),
  byClassification: z.record(z.enum(CLASSIFICATIONS), z.int()),
});
export type Census = z.infer<typeof census>;

const operator = z.strictObject({
  id: operatorId,
  name: z.string(),
  kind: z.enum(['person', 'system']),
  active: z.boolean(),
});
export type Operator = z.infer<typeof operator>;

export const ward = {
  'ward.hospital': query({
    summary: 'Which hospital this is.',
    reads: ['hospital'],
    input: z.strictObject({}),
    output: hospital,
  }),
  'ward.census': query({
    summary:
      'Who is where at one instant, as it is known now or was at an earlier moment: beds by state, patients, zones, classifications.',
    reads: ['beds', 'stays'],
    refusals: ['in-future'],
    input: z.strictObject({ at: instant.optional(), knownAt: instant.optional() }),
    output: census,
  }),
  'ward.verify': query({
    summary: 'Checks the database file and every invariant of the ward.',
    reads: ['beds', 'stays'],
    runs: 'worker',
    input: z.strictObject({}),
    output: z.strictObject({
      clean: z.boolean(),
      checks: z.int(),
      problems: z.array(z.strictObject({ check: z.string(), detail: z.string() })),
    }),
  }),
  'ward.settings': query({
    summary: 'What this hospital has decided for itself.',
    reads: ['hospital'],
    input: z.strictObject({}),
    output: hospitalSettings,
  }),
  'ward.changeSettings': command({
    summary: 'Changes settings of the hospital; those not named stay as they are.',
    changes: ['hospital', 'zones'],
    input: { settings: hospitalSettings.partial() },
    output: done,
  }),
  'ward.operators': query({
    summary: 'Who can be picked as the operator of a desk.',
    reads: ['operators'],
    input: z.strictObject({}),
    output: z.array(operator),
  }),
  'ward.addOperator': command({
    summary: 'Adds somebody to the list of operators.',
    changes: ['operators'],
    refusals: ['operator-exists'],
    input: { name: text(PERSON_NAME_LETTERS).trim().min(1) },
    output: z.strictObject({ actId: done.shape.actId, operatorId }),
  }),
};
