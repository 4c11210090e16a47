import type { News2Score, News2Sign, VitalSigns } from '../contract/rounds.ts';
import { NEWS2_SIGNS } from '../contract/rounds.ts';

/** Points up to and including a value; the last step has no upper end. */
type Steps = readonly (readonly [upTo: number, points: 0 | 1 | 2 | 3])[];

const ON = Number.POSITIVE_INFINITY;

/** Royal College of Physicians, National Early Warning Score (NEWS) 2, London 2017, chart 1. */
const NEWS2_STEPS = {
  respiratoryRate: [
    [8, 3],
    [11, 1],
    [20, 0],
    [24, 2],
    [ON, 3],
  ],
  spo2Scale1: [
    [91, 3],
    [93, 2],
    [95, 1],
    [ON, 0],
  ],
  /** Scale 2 (target 88–92 %, by a doctor's order): above 92 % only oxygen scores. */
  spo2Scale2OnOxygen: [
    [83, 3],
    [85, 2],
    [87, 1],
    [92, 0],
    [94, 1],
    [96, 2],
    [ON, 3],
  ],
  spo2Scale2OnAir: [
    [83, 3],
    [85, 2],
    [87, 1],
    [ON, 0],
  ],
  systolic: [
    [90, 3],
    [100, 2],
    [110, 1],
    [219, 0],
    [ON, 3],
  ],
  pulse: [
    [40, 3],
    [50, 1],
    [90, 0],
    [110, 1],
    [130, 2],
    [ON, 3],
  ],
  temperature: [
    [35.0, 3],
    [36.0, 1],
    [38.0, 0],
    [39.0, 1],
    [ON, 2],
  ],
} as const satisfies Record<string, Steps>;

const pointsOf = (steps: Steps, value: number): number => {
  for (const [upTo, points] of steps) if (value <= upTo) return points;
  return 0;
};

/** Whom the score is worked out for. */
export interface News2Patient {
  /** Full years; null where no birth date is known: scored as an adult, and said so. */
  readonly ageYears: number | null;
  readonly pregnant: boolean;
  /** A doctor ordered the second SpO2 scale (mark `spo2-scale-2`). */
  readonly scale2: boolean;
}

/** Points of one column; null where what it needs was not looked at. */
export function news2Points(sign: News2Sign, signs: VitalSigns, scale2: boolean): number | null {
  switch (sign) {
    case 'spo2': {
      const { spo2, oxygen } = signs;
      if (spo2 === null) return null;
      if (!scale2) return pointsOf(NEWS2_STEPS.spo2Scale1, spo2);
      // Up to 92 % both columns of scale 2 say the same; above, nothing can be said without knowing of oxygen.
      if (oxygen === null && spo2 > 92) return null;
      return pointsOf(
        oxygen === 'oxygen' ? NEWS2_STEPS.spo2Scale2OnOxygen : NEWS2_STEPS.spo2Scale2OnAir,
        spo2,
      );
    }
    case 'oxygen':
      return signs.oxygen === null ? null : signs.oxygen === 'oxygen' ? 2 : 0;
    case 'consciousness':
      return signs.consciousness === null ? null : signs.consciousness === 'alert' ? 0 : 3;
    default: {
      const value = signs[sign];
      return value === null ? null : pointsOf(NEWS2_STEPS[sign], value);
    }
  }
}

/**
 * NEWS2 of one observation, from the protocol's age on and not in pregnancy. With a column missing there is no
 * total: only how much it is at least, and what is missing.
 */
export function news2(signs: VitalSigns, patient: News2Patient, fromAge: number): News2Score {
  if (patient.ageYears !== null && patient.ageYears < fromAge) return { kind: 'not-applicable', why: 'age' };
  if (patient.pregnant) return { kind: 'not-applicable', why: 'pregnant' };
  const points: Partial<Record<News2Sign, number>> = {};
  const missing: News2Sign[] = [];
  for (const sign of NEWS2_SIGNS) {
    const scored = news2Points(sign, signs, patient.scale2);
    if (scored === null) missing.push(sign);
    else points[sign] = scored;
  }
  const sum = Object.values(points).reduce((total, one) => total + one, 0);
  const threes = NEWS2_SIGNS.filter((sign) => points[sign] === 3);
  const ageUnknown = patient.ageYears === null;
  return missing.length === 0
    ? { kind: 'complete', total: sum, threes, points, ageUnknown }
    : { kind: 'incomplete', atLeast: sum, missing, threes, points, ageUnknown };
}

/** Most points that a column can have. */
const MOST: Readonly<Record<News2Sign, number>> = {
  respiratoryRate: 3,
  spo2: 3,
  oxygen: 2,
  systolic: 3,
  pulse: 3,
  consciousness: 3,
  temperature: 3,
};

/** How many points it is at least and at most; the same where the score is complete. Null: not applicable. */
export function news2Bounds(score: News2Score): { least: number; most: number } | null {
  switch (score.kind) {
    case 'not-applicable':
      return null;
    case 'complete':
      return { least: score.total, most: score.total };
    case 'incomplete':
      return {
        least: score.atLeast,
        most: score.atLeast + score.missing.reduce((sum, sign) => sum + MOST[sign], 0),
      };
    default:
      return score satisfies never;
  }
}
