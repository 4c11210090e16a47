import {
  CONSCIOUSNESS_LEVELS,
  OXYGEN_SUPPLIES,
  SYMPTOM_TRENDS,
  SYMPTOMS,
} from '#shared/contract/clinical-vocabulary.ts';
import type { MeasuredSign, VitalSigns } from '#shared/contract/rounds.ts';
import { type SignProblem, signProblems } from '#shared/rules/vital-signs.ts';
import { readFlow, readPressure, readTemperature, readWhole } from './typing.ts';

/** The fields in the order in which the signs are taken. */
const FORM_FIELDS = [
  'temperature',
  'pulse',
  'respiratoryRate',
  'spo2',
  'oxygen',
  'oxygenFlow',
  'pressure',
  'consciousness',
  'calm',
  'symptoms',
  'trend',
  'note',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** One patient's form as it is being typed. */
export interface SignsDraft {
  temperature: string;
  pulse: string;
  respiratoryRate: string;
  spo2: string;
  oxygen: string;
  oxygenFlow: string;
  pressure: string;
  consciousness: string;
  calm: boolean;
  symptoms: string[];
  /** Symptoms were asked about, also where there are none. */
  asked: boolean;
  trend: string;
  note: string;
  /** Signs whose unusual value was looked at again, with the value. */
  confirmed: string[];
  /** When the first sign was typed (ms); 0 while nothing was. */
  begunAt: number;
}

export const BLANK_SIGNS: SignsDraft = {
  temperature: '',
  pulse: '',
  respiratoryRate: '',
  spo2: '',
  oxygen: '',
  oxygenFlow: '',
  pressure: '',
  consciousness: '',
  calm: true,
  symptoms: [],
  asked: false,
  trend: '',
  note: '',
  confirmed: [],
  begunAt: 0,
};

const one = <T extends string>(words: readonly T[], text: string): T | null =>
  words.find((word) => word === text) ?? null;

/** The signs as far as they can be read; what is no number counts as not looked at, and {@link faultsOf} says so. */
export function signsOf(draft: SignsDraft): VitalSigns {
  const pressure = readPressure(draft.pressure);
  return {
    temperature: readTemperature(draft.temperature),
    pulse: readWhole(draft.pulse),
    respiratoryRate: readWhole(draft.respiratoryRate),
    spo2: readWhole(draft.spo2),
    oxygen: one(OXYGEN_SUPPLIES, draft.oxygen),
    oxygenFlow: draft.oxygen === 'oxygen' ? readFlow(draft.oxygenFlow) : null,
    systolic: pressure?.systolic ?? null,
    diastolic: pressure?.diastolic ?? null,
    consciousness: one(CONSCIOUSNESS_LEVELS, draft.consciousness),
    symptoms:
      draft.asked || draft.symptoms.length > 0
        ? SYMPTOMS.filter((symptom) => draft.symptoms.includes(symptom))
        : null,
    trend: one(SYMPTOM_TRENDS, draft.trend),
    calm: draft.calm,
    note: draft.note.trim(),
  };
}

const FIELD_OF: Readonly<Record<MeasuredSign, FormField>> = {
  temperature: 'temperature',
  pulse: 'pulse',
  respiratoryRate: 'respiratoryRate',
  spo2: 'spo2',
  oxygenFlow: 'oxygenFlow',
  systolic: 'pressure',
  diastolic: 'pressure',
};

export type FieldFault =
  | { kind: 'unreadable' }
  | ({ kind: 'impossible' | 'unusual' } & Omit<SignProblem, 'kind'>);

const confirmation = (sign: MeasuredSign, value: number) => `${sign}=${value}`;

/** What stands in the way of saving, by field: no number, not possible, or unusual and not looked at again. */
export function faultsOf(draft: SignsDraft, ageYears: number | null): Partial<Record<FormField, FieldFault>> {
  const faults: Partial<Record<FormField, FieldFault>> = {};
  const signs = signsOf(draft);
  for (const field of ['temperature', 'pulse', 'respiratoryRate', 'spo2'] as const) {
    if (draft[field].trim() !== '' && signs[field] === null) faults[field] = { kind: 'unreadable' };
  }
  if (draft.pressure.trim() !== '' && signs.systolic === null) faults.pressure = { kind: 'unreadable' };
  if (draft.oxygen === 'oxygen' && draft.oxygenFlow.trim() !== '' && signs.oxygenFlow === null) {
    faults.oxygenFlow = { kind: 'unreadable' };
  }
  for (const problem of signProblems(signs, ageYears)) {
    if (problem.kind === 'unusual' && draft.confirmed.includes(confirmation(problem.sign, problem.value)))
      continue;
    const field = FIELD_OF[problem.sign];
    if (faults[field]?.kind !== 'impossible') faults[field] = problem;
  }
  return faults;
}

/** "Yes, that is what it said", for the value that stands there now. */
export const withConfirmed = (draft: SignsDraft, fault: FieldFault): string[] =>
  fault.kind === 'unusual' ? [...draft.confirmed, confirmation(fault.sign, fault.value)] : draft.confirmed;

/** The signs that the ward is told were confirmed: those whose value is still the one that was. */
export function confirmedSigns(draft: SignsDraft): MeasuredSign[] {
  const signs = signsOf(draft);
  return (Object.keys(FIELD_OF) as MeasuredSign[]).filter((sign) => {
    const value = signs[sign];
    return value !== null && draft.confirmed.includes(confirmation(sign, value));
  });
}

/** A form for an observation that is to be put right. */
export const draftOf = (signs: VitalSigns): SignsDraft => ({
  temperature: signs.temperature?.toFixed(1) ?? '',
  pulse: signs.pulse?.toString() ?? '',
  respiratoryRate: signs.respiratoryRate?.toString() ?? '',
  spo2: signs.spo2?.toString() ?? '',
  oxygen: signs.oxygen ?? '',
  oxygenFlow: signs.oxygenFlow?.toString() ?? '',
  pressure: signs.systolic === null || signs.diastolic === null ? '' : `${signs.systolic}/${signs.diastolic}`,
  consciousness: signs.consciousness ?? '',
  calm: signs.calm,
  symptoms: [...(signs.symptoms ?? [])],
  asked: signs.symptoms !== null,
  trend: signs.trend ?? '',
  note: signs.note,
  confirmed: [],
  begunAt: 0,
});

/** A typed number as it was understood, to be seen before it is saved; null where it is none. */
export function asRead(
  draft: SignsDraft,
  field: 'temperature' | 'pulse' | 'respiratoryRate' | 'spo2' | 'oxygenFlow' | 'pressure',
): string | null {
  const signs = signsOf(draft);
  switch (field) {
    case 'temperature':
      return signs.temperature?.toFixed(1) ?? null;
    case 'pressure':
      return signs.systolic === null ? null : `${signs.systolic}/${signs.diastolic}`;
    default:
      return signs[field]?.toString() ?? null;
  }
}

/** The fields that this patient is asked: oxygen flow only on oxygen, crying only of a child. */
export const fieldsFor = (draft: SignsDraft, child: boolean): FormField[] =>
  FORM_FIELDS.filter(
    (field) => (field !== 'oxygenFlow' || draft.oxygen === 'oxygen') && (field !== 'calm' || child),
  );
