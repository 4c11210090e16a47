import type { Symptom } from '#shared/contract/clinical-vocabulary.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import type { PrintedObservation } from '../clinical-reads.ts';
import { type Both, both, timeOf } from './words.ts';

interface Sign {
  word: Both;
  unit: string;
  of: (one: PrintedObservation) => number | null;
  /** Which of two readings is worse. */
  worse: (a: number, b: number) => boolean;
}

const higher = (a: number, b: number): boolean => a > b;
const lower = (a: number, b: number): boolean => a < b;

const SIGNS: readonly Sign[] = [
  { word: both('体温', 'temperature'), unit: '℃', of: (o) => o.temperature, worse: higher },
  { word: both('脉搏', 'pulse'), unit: '/min', of: (o) => o.pulse, worse: higher },
  { word: both('呼吸', 'respiration'), unit: '/min', of: (o) => o.respiratory_rate, worse: higher },
  { word: both('血氧饱和度', 'SpO2'), unit: '%', of: (o) => o.spo2, worse: lower },
  { word: both('收缩压', 'systolic'), unit: 'mmHg', of: (o) => o.systolic, worse: lower },
];

/** The last reading of each sign and the worst of the stay; signs that nobody took are left out. */
export const signWords = (observations: readonly PrintedObservation[], zone: TimeZone) =>
  SIGNS.flatMap(({ word, unit, of, worse }) => {
    const taken = observations.flatMap((one) => {
      const value = of(one);
      return value === null ? [] : [{ value, at: one.taken_at }];
    });
    const last = taken.at(-1);
    if (!last) return [];
    const worst = taken.reduce((worstSoFar, one) => (worse(one.value, worstSoFar.value) ? one : worstSoFar));
    const show = ({ value, at }: typeof last) => ({ value: `${value} ${unit}`, at: timeOf(at, zone) });
    return [{ sign: word, last: show(last), worst: show(worst) }];
  });

/** What was complained of or seen at the last round that asked; null where nobody ever asked. */
export function symptomWords(observations: readonly PrintedObservation[]): Both | null {
  const asked = observations.findLast(({ symptoms }) => symptoms !== null)?.symptoms;
  if (asked === undefined || asked === null) return null;
  if (asked === '') return both('无症状', 'none');
  const words = asked.split(',').map((one) => VOCABULARY.symptom[one as Symptom]);
  return both(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));
}
