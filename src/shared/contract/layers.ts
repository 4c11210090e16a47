import { z } from 'zod';
import { query } from './procedure.ts';
import { bedId, instant, stayId, utcInstant } from './values.ts';
import { CLASSIFICATIONS, SEXES } from './vocabulary.ts';

/** What the plan can be coloured by. State, sex and classification stand on the board already; the others are asked for. */
export const LAYERS = [
  'state',
  'sex',
  'classification',
  'days',
  'news2',
  'sample',
  'eligible',
  'load',
] as const;
export type Layer = (typeof LAYERS)[number];

const ASKED_LAYERS = ['days', 'news2', 'sample', 'eligible', 'load'] as const satisfies readonly Layer[];
export type AskedLayer = (typeof ASKED_LAYERS)[number];

/** The bands of each layer in the order of its legend. The state has the board's own. */
export const LAYER_BANDS = {
  sex: SEXES,
  classification: CLASSIFICATIONS,
  /** Days in house, the day of arrival being the first. */
  days: ['upTo3', 'upTo7', 'upTo10', 'upTo14', 'over14'],
  /** The last score: 0, 1–4, 1–4 with a single 3, 5–6, from 7 on; with signs missing; by age or pregnancy none; never seen. */
  news2: ['zero', 'low', 'single', 'medium', 'high', 'incomplete', 'notScored', 'notSeen'],
  /** When the next sample is due by the rules of release. */
  sample: ['retest', 'now', 'within24', 'within48', 'later', 'none'],
  /** When somebody can leave at the earliest; `tomorrow` ends with tomorrow on the hospital's clocks. */
  eligible: ['now', 'today', 'tomorrow', 'later', 'open', 'excluded'],
  /** What each nurse of the care unit has to look after: up to 10, 15, 20, more; a unit without a nurse; no shifts are kept here. */
  load: ['light', 'fair', 'heavy', 'over', 'noNurse', 'notKept'],
} as const satisfies Record<Exclude<Layer, 'state'>, readonly string[]>;

export type BandOf<L extends keyof typeof LAYER_BANDS> = (typeof LAYER_BANDS)[L][number];
export type Band = BandOf<keyof typeof LAYER_BANDS>;

const told = {
  bedId,
  stayId,
  /** Days, points, hours until it is due, days until somebody can leave, patients a nurse; null where the band says it all. */
  value: z.number().nullable(),
  /** The moment that decides: of arrival, of the observation, of the next sample, of leaving. */
  at: utcInstant.nullable(),
};
const layerValue = z.strictObject({
  ...told,
  band: z.enum([
    ...new Set([
      ...LAYER_BANDS.days,
      ...LAYER_BANDS.news2,
      ...LAYER_BANDS.sample,
      ...LAYER_BANDS.eligible,
      ...LAYER_BANDS.load,
    ]),
  ]),
});
export type LayerValue = z.infer<typeof layerValue>;

export const layers = {
  'layers.show': query({
    summary:
      'One layer of the plan: a band and a value for every bed that somebody is in, now or at a past instant, as it is known now.',
    reads: ['beds', 'stays', 'rounds', 'tests', 'protocols', 'care', 'shifts'],
    runs: 'worker',
    refusals: ['in-future'],
    input: z.strictObject({ layer: z.enum(ASKED_LAYERS), at: instant.optional() }),
    output: z.strictObject({
      at: utcInstant,
      layer: z.enum(ASKED_LAYERS),
      values: z.array(layerValue),
    }),
  }),
};
