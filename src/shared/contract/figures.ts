import { z } from 'zod';
import { query } from './procedure.ts';
import { actId, instant, operatorId, stayId, utcInstant, zoneId } from './values.ts';
import { CLASSIFICATIONS, SEX_POLICIES, SEXES, WAYS_OF_LEAVING } from './vocabulary.ts';

/** The figures of one place over (from, to], in the order in which they add up. */
export const FLOW_FIGURES = ['opening', 'arrived', 'movedIn', 'movedOut', 'left', 'closing'] as const;
export type FlowFigure = (typeof FLOW_FIGURES)[number];

/**
 * People over (from, to], so that the closing of one period is the opening of the next:
 * opening + arrived + movedIn − movedOut − left = closing. In total, movedIn and movedOut are equal.
 */
const movement = {
  /** There at `from`. */
  opening: z.int(),
  /** Whose stay began here. */
  arrived: z.int(),
  movedIn: z.int(),
  movedOut: z.int(),
  /** Whose stay ended here. */
  left: z.int(),
  /** There at `to`. */
  closing: z.int(),
};

/** One zone; or, with `zone: null`, whoever is in house without a bed 待安排床位. */
export const placeFlow = z.strictObject({
  zone: z
    .strictObject({ id: zoneId, code: z.string(), name: z.string(), sexPolicy: z.enum(SEX_POLICIES) })
    .nullable(),
  ...movement,
});

const flow = z.strictObject({
  from: utcInstant,
  to: utcInstant,
  /** As it was known at this moment; null: as it is known now. */
  knownAt: utcInstant.nullable(),
  total: z.strictObject(movement),
  /** Every zone by its code, then those without a bed. */
  places: z.array(placeFlow),
  leftByWay: z.record(z.enum(WAYS_OF_LEAVING), z.int()),
});
export type Flow = z.infer<typeof flow>;

/** A zone, those without a bed, or the whole house. */
const figurePlace = z.union([zoneId, z.literal('no-bed'), z.literal('all')]);
export type FigurePlace = z.infer<typeof figurePlace>;

/** Where somebody lay; null in its place: in house without a bed. */
const spot = z.strictObject({ zone: z.string(), bed: z.string() });

const figureRow = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  /** On the day of `to`. */
  age: z.int().nullable(),
  /** At `to`, or the last one before leaving. */
  classification: z.enum(CLASSIFICATIONS),
  district: z.string(),
  arrivedAt: utcInstant,
  leftAt: utcInstant.nullable(),
  way: z.enum(WAYS_OF_LEAVING).nullable(),
  /** When they came, moved or left; of opening and closing the moment that was counted at. */
  at: utcInstant,
  /** Where they were before it, and where after; who arrives was nowhere, and who leaves is. */
  before: spot.nullable(),
  after: spot.nullable(),
});
export type FigureRow = z.infer<typeof figureRow>;

const restatingAct = z.strictObject({
  actId,
  procedure: z.string(),
  /** The procedure of the act that this one took back. */
  undoes: z.string().nullable(),
  operatorId,
  operator: z.string(),
  happenedAt: utcInstant,
  recordedAt: utcInstant,
  late: z.boolean(),
  reason: z.string(),
  /** By how much it changed which figure of which place, by place and figure. Nothing that it left as it was. */
  effects: z.array(
    z.strictObject({
      zone: z.strictObject({ id: zoneId, code: z.string() }).nullable(),
      figure: z.enum(FLOW_FIGURES),
      by: z.int(),
    }),
  ),
  stays: z.array(z.strictObject({ stayId, number: z.int(), name: z.string() })),
});
export type RestatingAct = z.infer<typeof restatingAct>;

const period = { from: instant, to: instant };

export const figures = {
  'figures.flow': query({
    summary:
      'Who came, moved and left over (from, to], by zone and in total, as it is known now or was at an earlier moment.',
    reads: ['beds', 'stays'],
    runs: 'worker',
    refusals: ['period-empty', 'in-future'],
    input: z.strictObject({ ...period, knownAt: instant.optional() }),
    output: flow,
  }),
  'figures.rows': query({
    summary: 'The people behind one number of figures.flow: as many rows as the number says.',
    reads: ['beds', 'stays'],
    runs: 'worker',
    refusals: ['period-empty', 'in-future'],
    input: z.strictObject({
      ...period,
      place: figurePlace,
      figure: z.enum(FLOW_FIGURES),
      knownAt: instant.optional(),
    }),
    output: z.strictObject({ rows: z.array(figureRow) }),
  }),
  'figures.restatements': query({
    summary:
      'The accounts of (from, to] as first reported, as they were known at an earlier moment, beside those known now; and the late entries, corrections and undos that made the difference.',
    reads: ['beds', 'stays'],
    runs: 'worker',
    refusals: ['period-empty', 'in-future'],
    input: z.strictObject({ ...period, knownAt: instant }),
    output: z.strictObject({ reported: flow, now: flow, acts: z.array(restatingAct) }),
  }),
  'figures.exportFile': query({
    summary:
      'Writes the day before an instant as other systems want it: the WHO minimum data set of emergency medical teams, or bed counts as EDXL-HAVE 1.0; see docs/exchange.md.',
    reads: ['beds', 'stays', 'rounds', 'hospital'],
    runs: 'worker',
    refusals: ['in-future', 'cannot-write-file'],
    input: z.strictObject({
      kind: z.enum(['emt-mds', 'edxl-have']),
      /** The cut-off; now where none is given. */
      at: instant.optional(),
      /** Of the data set; bed counts are always XML. */
      format: z.enum(['xlsx', 'csv']).default('csv'),
      language: z.enum(['zh-CN', 'en']),
      madeBy: operatorId,
      /** Only honoured from a terminal: a window never names paths. */
      file: z.string().max(4096).optional(),
    }),
    output: z.strictObject({ file: z.string() }),
  }),
};
