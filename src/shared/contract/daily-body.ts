import { z } from 'zod';
import { bedCounts } from './beds.ts';
import { placeFlow } from './figures.ts';
import { utcInstant } from './values.ts';
import { CLASSIFICATIONS, WAYS_OF_LEAVING } from './vocabulary.ts';

const byClassification = z.record(z.enum(CLASSIFICATIONS), z.int());
const byWay = z.record(z.enum(WAYS_OF_LEAVING), z.int());

/** People, and of them each classification: the parts add up to the whole. */
const classified = z.strictObject({ people: z.int(), byClassification });
const leavers = z.strictObject({ people: z.int(), byWay });

/**
 * The figures of a daily report: those that a makeshift hospital and its city told the press (domain.md). The period
 * is (from, cutOff], a day long. All of it as it is known at one moment, so that a signed one can be kept as it was.
 */
export const dailyBody = z.strictObject({
  hospital: z.string(),
  from: utcInstant,
  cutOff: utcInstant,
  /** At the cut-off. */
  beds: bedCounts,
  /** At the cut-off, with a bed or waiting for one. */
  inHouse: classified,
  waiting: z.int(),
  /**
   * By the classification that they have at the cut-off, or had last. Stays are counted, not persons: whoever is admitted
   * again has come twice, and so opening + in − out = closing.
   */
  admitted: z.strictObject({ inPeriod: classified, sinceOpening: classified }),
  left: z.strictObject({ inPeriod: leavers, sinceOpening: leavers }),
  /** Discharged on a doctor's order or into community care since opening; its share is of all admitted since opening. */
  recovered: z.int(),
  /**
   * Periods in a row, this one included, with more discharges than admissions. Discharged are all who left but to
   * another hospital or by death. (Signed bodies have it under this name.)
   */
  daysMoreLeft: z.int(),
  /** Every zone, then those without a bed: opening + arrived + movedIn − movedOut − left = closing. */
  places: z.array(placeFlow),
  /** Districts of origin, most people first; an empty name where it is not known. */
  districts: z.array(
    z.strictObject({ district: z.string(), admitted: z.int(), left: z.int(), inHouse: z.int() }),
  ),
});
export type DailyBody = z.infer<typeof dailyBody>;
