import type { InputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { Random } from './random.ts';

type Signs = InputOf<'rounds.record'>['signs'];

/** How somebody is doing in the last days of the history. */
export type Course = 'well' | 'feverish' | 'worsening';

/** One in so many has a fever, one in so many gets worse. */
const FEVERISH = 0.025;
const WORSENING = 0.004;

export const madeUpCourse = (random: Random): Course =>
  random.chance(WORSENING) ? 'worsening' : random.chance(FEVERISH) ? 'feverish' : 'well';

const SYMPTOMS = ['cough', 'sore-throat', 'fatigue', 'muscle-pain', 'headache', 'lost-smell'] as const;

/** What a nurse finds at a bedside; `turn` counts the rounds, so that somebody can get worse from one to the next. */
export function madeUpSigns(random: Random, row: StayRow, course: Course, turn: number): Signs {
  const child = row.age !== null && row.age < 14;
  const worse = course === 'worsening' && turn > 0 ? turn : 0;
  const symptoms =
    row.classification === 'asymptomatic' && course === 'well'
      ? []
      : random.shuffled(SYMPTOMS).slice(0, random.int(0, 2));
  return {
    temperature: random.int(362, 371) / 10 + (course === 'well' ? 0 : random.int(9, 18) / 10),
    pulse: child ? random.int(85, 108) : random.int(62, 88) + worse * 12,
    respiratoryRate: breathing(random, row) + worse * 5,
    spo2: Math.max(91, random.int(96, 99) - worse * 2),
    oxygen: 'air',
    oxygenFlow: null,
    systolic: child ? null : random.int(108, 138),
    diastolic: child ? null : random.int(66, 86),
    consciousness: 'alert',
    symptoms: worse > 0 ? ['breathless', 'cough'] : symptoms,
    trend: worse > 0 ? 'worse' : course === 'well' ? random.pick(['better', 'better', 'same']) : 'same',
    calm: true,
    note: '',
  };
}

/** Breaths a minute that are usual at this age. */
function breathing(random: Random, { age }: StayRow): number {
  if (age !== null && age < 1) return random.int(32, 42);
  if (age !== null && age < 6) return random.int(20, 27);
  return random.int(14, 19);
}
