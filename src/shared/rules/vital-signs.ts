import { MEASURED_SIGNS, type MeasuredSign, type VitalSigns } from '../contract/rounds.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

interface SignRanges {
  readonly unit: string;
  /** Decimal places that the instrument shows. */
  readonly decimals: 0 | 1;
  /** Outside of this it is a slip of the finger, not a patient. */
  readonly possible: Range;
  /** Outside of this it is asked about: seen at bedsides, but rarer than a slip. */
  readonly usual: { readonly adult: Range; readonly child: Range };
}

/**
 * What the desk takes for possible and for usual. `possible` is what instruments measure and people survive
 * (clinical thermometers read 32–43 °C, the widest 25–45; oximeters below 50 % show no figure that holds).
 * `usual` is deliberately wide: the lowest and highest values of NEWS2 that are not asked about still reach its
 * 3-point columns, so that nobody has to confirm a fever or 91 %. Children: pulse and breathing of infants.
 */
export const SIGN_RANGES = {
  temperature: {
    unit: '°C',
    decimals: 1,
    possible: { from: 25, to: 45 },
    usual: { adult: { from: 35, to: 41 }, child: { from: 35, to: 41.5 } },
  },
  pulse: {
    unit: '/min',
    decimals: 0,
    possible: { from: 10, to: 300 },
    usual: { adult: { from: 40, to: 150 }, child: { from: 50, to: 200 } },
  },
  respiratoryRate: {
    unit: '/min',
    decimals: 0,
    possible: { from: 1, to: 120 },
    usual: { adult: { from: 8, to: 40 }, child: { from: 10, to: 70 } },
  },
  spo2: {
    unit: '%',
    decimals: 0,
    possible: { from: 30, to: 100 },
    usual: { adult: { from: 85, to: 100 }, child: { from: 85, to: 100 } },
  },
  oxygenFlow: {
    unit: 'L/min',
    decimals: 1,
    possible: { from: 0.1, to: 80 },
    usual: { adult: { from: 0.5, to: 15 }, child: { from: 0.1, to: 10 } },
  },
  systolic: {
    unit: 'mmHg',
    decimals: 0,
    possible: { from: 30, to: 300 },
    usual: { adult: { from: 80, to: 220 }, child: { from: 60, to: 160 } },
  },
  diastolic: {
    unit: 'mmHg',
    decimals: 0,
    possible: { from: 10, to: 200 },
    usual: { adult: { from: 40, to: 130 }, child: { from: 30, to: 110 } },
  },
} as const satisfies Record<MeasuredSign, SignRanges>;

/** Under this age (full years) the usual ranges of children hold. */
const CHILD_UNDER = 12;

export interface SignProblem {
  readonly sign: MeasuredSign;
  readonly kind: 'impossible' | 'unusual';
  readonly value: number;
  /** What would not have been asked about or refused. */
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

const outside = (value: number, { from, to }: Range) => !(value >= from && value <= to);

/** The value as its instrument shows it: 36.649999 is 36.6. */
export const asShown = (sign: MeasuredSign, value: number): number => {
  const factor = SIGN_RANGES[sign].decimals === 1 ? 10 : 1;
  return Math.round(value * factor) / factor;
};

/**
 * What is wrong or odd with the values as typed, by the age in full years (null: an adult's ranges). A lower
 * pressure that is not below the upper one is impossible whatever the two are.
 */
export function signProblems(signs: VitalSigns, ageYears: number | null): SignProblem[] {
  const problems: SignProblem[] = [];
  const who = ageYears !== null && ageYears < CHILD_UNDER ? 'child' : 'adult';
  for (const sign of MEASURED_SIGNS) {
    const value = signs[sign];
    if (value === null) continue;
    const { possible, usual, unit } = SIGN_RANGES[sign];
    if (outside(value, possible)) problems.push({ sign, kind: 'impossible', value, ...possible, unit });
    else if (outside(value, usual[who])) problems.push({ sign, kind: 'unusual', value, ...usual[who], unit });
  }
  const { systolic, diastolic } = signs;
  if (systolic !== null && diastolic !== null && diastolic >= systolic) {
    const { from } = SIGN_RANGES.diastolic.possible;
    problems.push({
      sign: 'diastolic',
      kind: 'impossible',
      value: diastolic,
      from,
      to: systolic - 1,
      unit: 'mmHg',
    });
  }
  return problems;
}

/** Has anything at all been looked at? A note alone says that somebody was there. */
export const isNothing = (signs: VitalSigns): boolean =>
  MEASURED_SIGNS.every((sign) => signs[sign] === null) &&
  signs.consciousness === null &&
  signs.symptoms === null &&
  signs.trend === null &&
  signs.note.trim() === '';
