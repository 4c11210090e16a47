import { z } from 'zod';
import { query } from './procedure.ts';
import { keyReason } from './rounds.ts';
import { bedId, careUnitId, localDate, stayId, utcInstant, zoneId } from './values.ts';
import { BED_STATES, CLASSIFICATIONS, SEX_POLICIES, SEXES, WAYS_OF_LEAVING } from './vocabulary.ts';

/**
 * What the dashboard counts of beds. usable + emptyOnly = available;
 * available + reserved + occupied + awaitingDisinfection + outOfService = beds.
 */
export const BED_FIGURES = [
  'beds',
  'occupied',
  'available',
  /** Available, and a nurse is there, and the zone takes patients. */
  'usable',
  /** Available, but nobody could be taken care of in it: merely empty. */
  'emptyOnly',
  /** Why: a bed may be both. */
  'unstaffed',
  'notOpen',
  'reserved',
  'awaitingDisinfection',
  'outOfService',
] as const;
export type BedFigure = (typeof BED_FIGURES)[number];

export const PERSON_FIGURES = ['inHouse', 'waiting', 'keyPatients'] as const;
export type PersonFigure = (typeof PERSON_FIGURES)[number];

/** What happened today. `discharged`: every way of leaving but to a hospital and death. */
export const MOVEMENTS = ['admitted', 'discharged', 'referred', 'otherwise', 'died'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** The law protects all data of those under 14; over 60 is high risk by the ninth edition. */
export const AGE_GROUPS = ['under-14', '14-17', '18-44', '45-60', 'over-60', 'unknown'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

const bedFigures = z.record(z.enum(BED_FIGURES), z.int());
export type BedFigures = z.infer<typeof bedFigures>;
const movements = z.record(z.enum(MOVEMENTS), z.int());

const unit = z.strictObject({
  id: careUnitId,
  code: z.string(),
  beds: bedFigures,
  keyPatients: z.int(),
});
const zone = z.strictObject({
  id: zoneId,
  code: z.string(),
  name: z.string(),
  sexPolicy: z.enum(SEX_POLICIES),
  beds: bedFigures,
  keyPatients: z.int(),
  units: z.array(unit),
});
export type ZoneFigures = z.infer<typeof zone>;

const shown = z.strictObject({
  at: utcInstant,
  /** False where no shifts are kept here: then every bed counts as staffed. */
  staffingKept: z.boolean(),
  beds: bedFigures,
  people: z.record(z.enum(PERSON_FIGURES), z.int()),
  /** Of everybody in house, with or without a bed. */
  bySex: z.record(z.enum(SEXES), z.int()),
  byClassification: z.record(z.enum(CLASSIFICATIONS), z.int()),
  byAgeGroup: z.record(z.enum(AGE_GROUPS), z.int()),
  zones: z.array(zone),
  longestWait: z.strictObject({ stayId, number: z.int(), name: z.string(), since: utcInstant }).nullable(),
  /** From midnight on the hospital's clocks; by what they showed. */
  today: z.strictObject({
    day: localDate,
    total: movements,
    hours: z.array(z.strictObject({ hour: z.int(), counts: movements })),
  }),
});
export type Overview = z.infer<typeof shown>;

const place = { zoneId: zoneId.optional(), careUnitId: careUnitId.optional() };

/** Which number: what it counts, and of which part of the ward. */
const rowsOf = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('beds'), figure: z.enum(BED_FIGURES), ...place }),
  z.strictObject({
    about: z.literal('people'),
    figure: z.enum(PERSON_FIGURES),
    sex: z.enum(SEXES).optional(),
    classification: z.enum(CLASSIFICATIONS).optional(),
    ageGroup: z.enum(AGE_GROUPS).optional(),
    ...place,
  }),
  z.strictObject({
    about: z.literal('movements'),
    figure: z.enum(MOVEMENTS),
    hour: z.int().min(0).max(23).optional(),
  }),
]);
export type RowsOf = z.infer<typeof rowsOf>;

const bedRow = z.strictObject({
  id: bedId,
  code: z.string(),
  zone: z.string(),
  unit: z.string(),
  state: z.enum(BED_STATES),
  /** Since when it is in this state; null for an available one. */
  since: utcInstant.nullable(),
  usable: z.boolean(),
  staffed: z.boolean(),
  open: z.boolean(),
});

const personRow = z.strictObject({
  stayId,
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  classification: z.enum(CLASSIFICATIONS),
  keyReasons: z.array(keyReason),
  /** The bed, or for those who left the last one; '' where there was none. */
  bed: z.string(),
  zone: z.string(),
  arrivedAt: utcInstant,
  leftAt: utcInstant.nullable(),
  way: z.enum(WAYS_OF_LEAVING).nullable(),
  destination: z.string(),
});
export type OverviewPersonRow = z.infer<typeof personRow>;

/** A bed, with who is in it; or a person. */
const row = z.strictObject({ bed: bedRow.nullable(), person: personRow.nullable() });
export type OverviewRow = z.infer<typeof row>;

/** Why a bed will be free. */
const FREE_WHY = ['disinfecting', 'listed', 'eligible', 'tests-left', 'not-yet', 'referral'] as const;
export type FreeWhy = (typeof FREE_WHY)[number];

/** `low`: what is as good as certain; `likely`: what is to be expected; `high`: if everything goes well. */
export const BANDS = ['low', 'likely', 'high'] as const;
export type Band = (typeof BANDS)[number];
export const HORIZONS = [24, 72] as const;

const band = z.record(z.enum(BANDS), z.int());

/** When a bed is free and disinfected, by each of the three; null: not by that one. low ≥ likely ≥ high. */
const freeing = z.strictObject({
  id: bedId,
  code: z.string(),
  zone: z.string(),
  unit: z.string(),
  why: z.enum(FREE_WHY),
  person: z.strictObject({ stayId, number: z.int(), name: z.string() }).nullable(),
  low: utcInstant.nullable(),
  likely: utcInstant.nullable(),
  high: utcInstant.nullable(),
});
export type FreeingBed = z.infer<typeof freeing>;

const forecast = z.strictObject({
  at: utcInstant,
  /** Minutes from a bed being left until it is signed off; the hospital's setting. */
  cleaningMinutes: z.int(),
  /** Days whose lists both have signed, from today on. */
  signedLists: z.array(localDate),
  horizons: z.array(z.strictObject({ hours: z.literal([...HORIZONS]), until: utcInstant, free: band })),
  beds: z.array(freeing),
  /** Beds that come free for nobody: closed ones and those of zones that take nobody; and held ones. */
  leftOut: z.strictObject({ closed: z.int(), held: z.int() }),
});
export type Forecast = z.infer<typeof forecast>;

const reads = ['beds', 'stays', 'hospital', 'rounds', 'protocols', 'shifts', 'zones'] as const;

export const overview = {
  'overview.show': query({
    summary:
      'The ward at a glance: beds by use and place, people by sex, classification and age, the day by hour.',
    reads,
    input: z.strictObject({}),
    output: shown,
  }),
  'overview.rows': query({
    summary: 'The beds or people that a number of the overview counts: as many rows as the number says.',
    reads,
    input: rowsOf,
    output: z.strictObject({ at: utcInstant, rows: z.array(row) }),
  }),
  'overview.forecast': query({
    summary: 'Which beds will be free in 24 and 72 hours, at least, probably and at best, and why.',
    reads: [...reads, 'tests', 'care', 'releases'],
    runs: 'worker',
    input: z.strictObject({}),
    output: forecast,
  }),
};
