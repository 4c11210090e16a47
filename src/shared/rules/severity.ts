import type { Protocol } from '../contract/protocol.ts';
import type { Finding, Observation, VitalSigns } from '../contract/rounds.ts';
import { CLINICAL_VOCABULARY } from '../messages/clinical-vocabulary.ts';
import type { Sentence } from '../messages/fill.ts';
import { ageOn } from './age.ts';
import type { Grade } from './held-criteria.ts';
import { type Instant, type LocalDate, minutesBetween } from './instant.ts';

/** How old somebody is; null where no birth date is known, and then the adult's criteria hold. */
export interface Age {
  readonly years: number | null;
  /** Full months. */
  readonly months: number | null;
}

export function ageAt(birthDate: LocalDate | null, day: LocalDate): Age {
  if (birthDate === null) return { years: null, months: null };
  const [y = 0, m = 0, d = 0] = birthDate.split('-').map(Number);
  const [toY = 0, toM = 0, toD = 0] = day.split('-').map(Number);
  const months = (toY - y) * 12 + (toM - m) - (toD < d ? 1 : 0);
  return { years: Math.max(0, ageOn(birthDate, day)), months: Math.max(0, months) };
}

export const isChild = (age: Age, protocol: Protocol): boolean =>
  age.years !== null && age.years < protocol.ages.childUnder;

/** Met, not met, or (null) not looked at, so that what was known before still holds. */
export interface Criterion {
  readonly name: string;
  readonly level: 'severe' | 'warning';
  readonly met: boolean | null;
  readonly sentence: () => Sentence;
  /** Of a sign that is measured, where it was looked at. */
  readonly grade?: Grade | null;
}

/**
 * What is clearly worse than before at a bedside: oximeters err by 2 %, and breaths counted over half a minute by two
 * either way. (NEWS2 notices less where it applies; children and the pregnant have only these.)
 */
const STEPS = { spo2: 3, respiratoryRate: 5, pulse: 20 } as const;

const gradeOf = (value: number | null, step: number): Grade | null =>
  value === null ? null : { value, step };

const place = ({ oxygen }: VitalSigns): Sentence =>
  oxygen === 'oxygen'
    ? CLINICAL_VOCABULARY.oxygenSupply.oxygen
    : oxygen === 'air'
      ? CLINICAL_VOCABULARY.oxygenSupply.air
      : { zh: '吸氧情况未记', en: 'air or oxygen not recorded' };

const atOrAbove = (value: number | null, limit: number | null): boolean | null =>
  limit === null ? false : value === null ? null : value >= limit;
const atOrBelow = (value: number | null, limit: number | null): boolean | null =>
  limit === null ? false : value === null ? null : value <= limit;

/** The rate from which a child of this age is severe: the first row whose end lies above the age. */
export function childRespiratoryLimit(months: number | null, protocol: Protocol): number {
  const rows = protocol.severe.child.respiratoryRates;
  const row = rows.find(
    ({ underMonths }) => underMonths === null || (months !== null && months < underMonths),
  );
  return (row ?? rows[rows.length - 1])?.atOrAbove ?? protocol.severe.adult.respiratoryRate;
}

/** Breathing is not judged in a child that cries or is feverish: the nurse says so, or the thermometer. */
const breathesCalmly = (signs: VitalSigns, protocol: Protocol): boolean =>
  signs.calm && (signs.temperature === null || signs.temperature < protocol.fever.celsius);

const asked = (signs: VitalSigns, test: (symptoms: NonNullable<VitalSigns['symptoms']>) => boolean) =>
  signs.symptoms === null ? null : test(signs.symptoms);

/** 93 % with oxygen would be no more without it, so it counts as well as 93 % in air. */
const lowOxygen = (signs: VitalSigns, limit: number, level: 'severe' | 'warning'): Criterion => ({
  name: level === 'severe' ? 'spo2' : 'low-spo2',
  level,
  met: atOrBelow(signs.spo2, limit),
  sentence: () => ({
    zh: `血氧饱和度 ${signs.spo2}%（${place(signs).zh}），≤ ${limit}%`,
    en: `SpO2 ${signs.spo2}% (${place(signs).en}), ≤ ${limit}%`,
  }),
  grade: gradeOf(signs.spo2 === null ? null : -signs.spo2, STEPS.spo2),
});

const fastBreathing = (signs: VitalSigns, limit: number, level: 'severe' | 'warning'): Criterion => ({
  name: level === 'severe' ? 'respiratory-rate' : 'fast-breathing',
  level,
  met: atOrAbove(signs.respiratoryRate, limit),
  sentence: () => ({
    zh: `呼吸 ${signs.respiratoryRate} 次/分，≥ ${limit}`,
    en: `respiratory rate ${signs.respiratoryRate}/min, ≥ ${limit}`,
  }),
  grade: gradeOf(signs.respiratoryRate, STEPS.respiratoryRate),
});

const symptomsWorse = (signs: VitalSigns): Criterion => ({
  name: 'symptoms-worse',
  level: 'warning',
  met: signs.trend === null ? null : signs.trend === 'worse',
  sentence: () => ({ zh: '症状加重', en: 'symptoms are getting worse' }),
});

const shownSymptom = (signs: VitalSigns, symptom: keyof typeof CLINICAL_VOCABULARY.symptom): Criterion => ({
  name: symptom,
  level: 'severe',
  met: asked(signs, (seen) => seen.includes(symptom)),
  sentence: () => CLINICAL_VOCABULARY.symptom[symptom],
});

/**
 * Where NEWS2 does not hold (children, pregnancy) nothing else would say that somebody cannot be woken. No list of
 * the protocol has it for adults; a desk that kept silent about it would be wrong all the same.
 */
const notAlert = ({ consciousness }: VitalSigns, level: 'severe' | 'warning'): Criterion => ({
  name: 'not-alert',
  level,
  met: consciousness === null ? null : consciousness !== 'alert',
  sentence: () => ({
    zh: `意识：${CLINICAL_VOCABULARY.consciousness[consciousness ?? 'alert'].zh}`,
    en: `consciousness: ${CLINICAL_VOCABULARY.consciousness[consciousness ?? 'alert'].en}`,
  }),
});

function adultCriteria(signs: VitalSigns, protocol: Protocol, pregnant: boolean): Criterion[] {
  const { severe, earlyWarning } = protocol;
  const warning = earlyWarning.adult;
  return [
    fastBreathing(signs, severe.adult.respiratoryRate, 'severe'),
    lowOxygen(signs, severe.adult.spo2, 'severe'),
    ...(warning.respiratoryRate === null ? [] : [fastBreathing(signs, warning.respiratoryRate, 'warning')]),
    ...(warning.spo2 === null ? [] : [lowOxygen(signs, warning.spo2, 'warning')]),
    ...(warning.pulse === null
      ? []
      : [
          {
            name: 'fast-pulse',
            level: 'warning' as const,
            met: atOrAbove(signs.pulse, warning.pulse),
            sentence: () => ({
              zh: `脉搏 ${signs.pulse} 次/分，≥ ${warning.pulse}`,
              en: `pulse ${signs.pulse}/min, ≥ ${warning.pulse}`,
            }),
            grade: gradeOf(signs.pulse, STEPS.pulse),
          },
        ]),
    ...(warning.symptomsWorse ? [symptomsWorse(signs)] : []),
    ...(pregnant ? [notAlert(signs, 'warning')] : []),
  ];
}

function childCriteria(signs: VitalSigns, age: Age, protocol: Protocol): Criterion[] {
  const { severe, earlyWarning } = protocol;
  const warning = earlyWarning.child;
  const breathing = fastBreathing(signs, childRespiratoryLimit(age.months, protocol), 'severe');
  return [
    breathesCalmly(signs, protocol) ? breathing : { ...breathing, met: null },
    lowOxygen(signs, severe.child.spo2, 'severe'),
    // Drowsiness and convulsion are severe in a child; whoever only answers to voice or pain is past drowsy.
    notAlert(signs, 'severe'),
    ...severe.child.signs.map((sign) =>
      sign === 'refuses-food'
        ? {
            ...shownSymptom(signs, sign),
            met: asked(signs, (seen) => seen.includes('refuses-food') && seen.includes('dehydration')),
            sentence: () => ({ zh: '拒食伴脱水征', en: 'refuses food, with signs of dehydration' }),
          }
        : shownSymptom(signs, sign),
    ),
    ...(warning.spo2 === null ? [] : [lowOxygen(signs, warning.spo2, 'warning')]),
    ...(warning.symptomsWorse ? [symptomsWorse(signs)] : []),
    ...(warning.drowsy && !severe.child.signs.includes('drowsy')
      ? [{ ...shownSymptom(signs, 'drowsy'), level: 'warning' as const }]
      : []),
  ];
}

/** A sign that is severe is not also its own early warning. */
const SEVERE_OF_WARNING: Readonly<Record<string, string>> = {
  'low-spo2': 'spo2',
  'fast-breathing': 'respiratory-rate',
};

/**
 * Every criterion of one observation by the age, met or not. PaO2/FiO2 and the growth of lesions are in no
 * observation: a doctor who reads them changes the classification.
 */
export function criteriaOf(signs: VitalSigns, age: Age, protocol: Protocol, pregnant = false): Criterion[] {
  const all = isChild(age, protocol)
    ? childCriteria(signs, age, protocol)
    : adultCriteria(signs, protocol, pregnant);
  const severe = new Set(all.filter(({ level, met }) => level === 'severe' && met).map(({ name }) => name));
  return all.map((one) => (severe.has(SEVERE_OF_WARNING[one.name] ?? '') ? { ...one, met: false } : one));
}

/**
 * What one observation shows by the protocol: severe criteria, early warnings, and where a child's breathing
 * was fast but is not judged. Each says value and threshold.
 */
export function severeSigns(signs: VitalSigns, age: Age, protocol: Protocol, pregnant = false): Finding[] {
  const findings: Finding[] = criteriaOf(signs, age, protocol, pregnant)
    .filter(({ met }) => met === true)
    .map(({ name, level, sentence }) => ({ level, criterion: name, sentence: sentence() }));
  if (isChild(age, protocol) && signs.respiratoryRate !== null && !breathesCalmly(signs, protocol)) {
    const limit = childRespiratoryLimit(age.months, protocol);
    if (signs.respiratoryRate >= limit) {
      findings.push({
        level: 'not-judged',
        criterion: 'respiratory-rate',
        sentence: {
          zh: `呼吸 ${signs.respiratoryRate} 次/分（界值 ${limit}），哭闹或发热时不作判断，安静退热后复测`,
          en: `respiratory rate ${signs.respiratoryRate}/min (limit ${limit}) is not judged while crying or feverish; count again when calm`,
        },
      });
    }
  }
  return findings;
}

/** A fever lowered by medicine for a night is the same fever; a day without is its end. */
const FEVER_GAP_MINUTES = 24 * 60;

/**
 * Since when a fever of at least `celsius` has been going on at `at`, by the temperatures taken: readings at or
 * above, no two of them more than 24 h apart and the last no more than 24 h before `at`. Null: none.
 */
export function feverSince(
  observations: readonly Pick<Observation, 'takenAt' | 'temperature'>[],
  celsius: number,
  at: Instant,
): { from: Instant; last: Instant } | null {
  let run: { from: Instant; last: Instant } | null = null;
  for (const { takenAt, temperature } of observations) {
    if (takenAt > at) break;
    if (temperature === null || temperature < celsius) continue;
    const goesOn: boolean = run !== null && minutesBetween(run.last, takenAt) <= FEVER_GAP_MINUTES;
    run = { from: goesOn && run ? run.from : takenAt, last: takenAt };
  }
  return run !== null && minutesBetween(run.last, at) <= FEVER_GAP_MINUTES ? run : null;
}

/** Has a fever of at least `celsius` lasted more than `days` full days by its last reading? */
export function feverLongerThan(
  observations: readonly Pick<Observation, 'takenAt' | 'temperature'>[],
  celsius: number,
  days: number,
  at: Instant,
): { from: Instant; last: Instant } | null {
  const run = feverSince(observations, celsius, at);
  return run !== null && minutesBetween(run.from, run.last) > days * 24 * 60 ? run : null;
}
