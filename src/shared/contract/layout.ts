import { z } from 'zod';
import { expandLayout } from '../rules/layout.ts';
import { layoutFaults } from '../rules/layout-faults.ts';
import { text } from './values.ts';
import { BED_ATTRIBUTES, SEX_POLICIES } from './vocabulary.ts';

/** Fewest and most beds of one ward. */
const FEWEST_BEDS = 20;
const MOST_BEDS = 5000;

/** What stands on the floor besides beds. `walkway` is drawn as ground, the others with their sign. */
export const LANDMARK_KINDS = [
  'nurse-station',
  'toilet',
  'washroom',
  'entrance',
  'exit',
  'walkway',
  'pharmacy',
  'store',
  'buffer',
] as const;
export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** Metres, from the upper left corner of the floor. */
const metres = z.number().min(0).max(1000);
const length = z.number().positive().max(1000);

/** A rectangle on the floor: its upper left corner and its size, in metres. */
const rectangle = { x: metres, y: metres, width: length, height: length };

const bilingual = z.strictObject({ zh: text(60).trim().min(1), en: text(60).trim().min(1) });

const code = (pattern: RegExp, example: string) => z.string().max(20).regex(pattern, `e.g. ${example}`);
const zoneCode = code(/^[A-Z0-9]{1,4}$/, 'A');
const unitCode = code(/^[A-Z0-9]{1,4}-[A-Z0-9]{1,4}$/, 'A-03');
const bedCode = code(/^[A-Z0-9]{1,4}-[A-Z0-9]{1,4}-[A-Z0-9]{1,4}$/, 'A-03-12');

const attributes = z.array(z.enum(BED_ATTRIBUTES)).max(BED_ATTRIBUTES.length);

/** A bed: `x`, `y` are the middle of its place. */
const bed = z.strictObject({ code: bedCode, x: metres, y: metres, attributes });

const unit = z.strictObject({ code: unitCode, ...rectangle, beds: z.array(bed).min(1).max(200) });

const ordinals = (max: number) => z.array(z.int().min(1).max(max)).min(1).max(max);

/**
 * Care units of a zone in rows, instead of a list of them: `columns` × `rows` units of
 * `bedColumns` × `bedRows` beds each, numbered in reading order from 01. `gap` is the aisle between units,
 * `margin` the room kept free inside the zone's edge (`top` more, for its name), all in metres.
 */
const pattern = z.strictObject({
  columns: z.int().min(1).max(100),
  rows: z.int().min(1).max(100),
  bedColumns: z.int().min(1).max(50),
  bedRows: z.int().min(1).max(50),
  gap: z.strictObject({ x: metres, y: metres }),
  margin: z.strictObject({ left: metres, top: metres }),
  /** Beds that have something: in the units named (all where none is), at the places named in a unit. */
  equipment: z.array(
    z.strictObject({
      attribute: z.enum(BED_ATTRIBUTES),
      units: ordinals(500).optional(),
      beds: ordinals(200),
    }),
  ),
});

const zone = z
  .strictObject({
    code: zoneCode,
    name: bilingual,
    sexPolicy: z.enum(SEX_POLICIES),
    ...rectangle,
    pattern: pattern.optional(),
    units: z.array(unit).min(1).max(500).optional(),
  })
  .refine((z) => (z.pattern === undefined) !== (z.units === undefined), {
    message: 'a zone has either a pattern or a list of units',
    path: ['units'],
  });

const landmark = z.strictObject({
  kind: z.enum(LANDMARK_KINDS),
  ...rectangle,
  /** Whose it is, e.g. a toilet for men: only beds of such zones count as near it. Left out: everybody's. */
  serves: z.array(z.enum(SEX_POLICIES)).min(1).max(SEX_POLICIES.length).optional(),
  label: bilingual.optional(),
});

/**
 * What follows from the plan, so that nobody has to mark a thousand beds: a bed is near the nurse (the toilet)
 * where its middle is within so many metres of such a landmark, and quiet where it is at least so
 * many metres from every nurse station, toilet, entrance and exit. Left out: only what beds are given.
 */
const nearness = z.strictObject({
  nearNurse: length.optional(),
  nearToilet: length.optional(),
  quiet: length.optional(),
});

const shape = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'e.g. stadium-1200'),
  name: bilingual,
  /** The hall, in metres. */
  floor: z.strictObject({ width: length, height: length }),
  /** The place of one bed, in metres; the design guide of July 2022 asks for 6 m² at least. */
  bedPlace: z.strictObject({ width: length, height: length }),
  nearness: nearness.optional(),
  landmarks: z.array(landmark).max(500),
  zones: z.array(zone).min(1).max(60),
});

export type LayoutFile = z.infer<typeof shape>;
export type LayoutZone = z.infer<typeof zone>;
export type LayoutLandmark = z.infer<typeof landmark>;

/**
 * A layout file: plain JSON, changed by hand before the hospital opens. Refused where a code is used
 * twice or does not begin with that of its zone or unit, where a bed lies outside its care unit or on
 * another bed, a unit outside its zone, a zone outside the hall, or where there are fewer than 20 beds
 * or more than 5,000.
 */
export const layoutFile = shape.superRefine((file, issue) => {
  const beds = file.zones.reduce((sum, z) => sum + bedCountOf(z), 0);
  if (beds < FEWEST_BEDS || beds > MOST_BEDS) {
    issue.addIssue({ code: 'custom', message: `${beds} beds; a ward has ${FEWEST_BEDS} to ${MOST_BEDS}` });
    return;
  }
  for (const fault of layoutFaults(file, expandLayout(file))) {
    issue.addIssue({ code: 'custom', message: fault, path: ['zones'] });
  }
});

/** Counted before anything is laid out: a slip in a pattern must not fill the memory. */
const bedCountOf = ({ pattern, units }: LayoutZone): number =>
  pattern
    ? pattern.columns * pattern.rows * pattern.bedColumns * pattern.bedRows
    : (units ?? []).reduce((sum, u) => sum + u.beds.length, 0);
