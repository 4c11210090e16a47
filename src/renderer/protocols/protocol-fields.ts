import { SYMPTOMS } from '#shared/contract/clinical-vocabulary.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import { CLASSIFICATIONS, KEY_GROUPS } from '#shared/contract/vocabulary.ts';

/** How a parameter of a protocol is typed and read. */
type Kind =
  | { kind: 'number'; min: number; max: number; step?: number; unit: Unit; optional?: true }
  | { kind: 'flag' }
  | { kind: 'choice'; words: readonly string[] }
  | { kind: 'words'; list: 'classifications' | 'keyGroups' | 'symptoms'; words: readonly string[] }
  /** Whole numbers with commas. */
  | { kind: 'numbers'; max: number };

type Unit = 'times' | 'hours' | 'days' | 'ct' | 'celsius' | 'perMinute' | 'percent' | 'years' | 'minutes';

interface Field {
  group: Group;
  path: readonly string[];
  is: Kind;
}

export const GROUPS = ['tests', 'release', 'severe', 'warning', 'risk', 'rounds'] as const;
type Group = (typeof GROUPS)[number];

const hours = (min: number, max: number): Kind => ({ kind: 'number', min, max, unit: 'hours' });
const whole = (min: number, max: number, unit: Unit): Kind => ({ kind: 'number', min, max, unit });
const maybe = (min: number, max: number, unit: Unit): Kind => ({
  kind: 'number',
  min,
  max,
  unit,
  optional: true,
});
const flag: Kind = { kind: 'flag' };

const test = (name: string, is: Kind): Field => ({ group: 'tests', path: ['release', 'tests', name], is });
const release = (path: string[], is: Kind): Field => ({ group: 'release', path: ['release', ...path], is });
const severe = (path: string[], is: Kind): Field => ({ group: 'severe', path, is });
const warning = (path: string[], is: Kind): Field => ({
  group: 'warning',
  path: ['earlyWarning', ...path],
  is,
});
const risk = (path: string[], is: Kind): Field => ({ group: 'risk', path, is });
const rounds = (path: string[], is: Kind): Field => ({ group: 'rounds', path, is });

const SIGNS = SYMPTOMS.filter((one) =>
  ['nasal-flaring', 'retractions', 'drowsy', 'convulsion', 'refuses-food'].includes(one),
);

/** Every parameter of a protocol, in the order in which it is read and edited; the schema has the last word. */
const FIELDS = {
  consecutive: test('consecutive', whole(1, 5, 'times')),
  intervalHours: test('intervalHours', hours(0, 168)),
  ctThreshold: test('ctThreshold', { kind: 'number', min: 20, max: 45, unit: 'ct' }),
  genes: test('genes', { kind: 'choice', words: ['orf,n', 'orf', 'n'] }),
  invalid: test('invalid', { kind: 'choice', words: ['passed-over', 'breaks'] }),
  pooledNegative: test('pooledNegative', { kind: 'choice', words: ['passed-over', 'counts'] }),
  pooledPositive: test('pooledPositive', { kind: 'choice', words: ['breaks', 'passed-over'] }),
  pooledRetestHours: test('pooledRetestHours', hours(0, 168)),
  onDays: test('onDays', { kind: 'numbers', max: 60 }),
  minimumDays: release(['minimumStay', 'days'], whole(0, 60, 'days')),
  countedFrom: release(['minimumStay', 'countedFrom'], {
    kind: 'choice',
    words: ['first-positive', 'arrival'],
  }),
  feverFreeHours: release(['feverFreeHours'], maybe(0, 240, 'hours')),
  symptomsBetter: release(['symptomsBetter'], flag),
  seenWithinHours: release(['seenWithinHours'], hours(1, 240)),
  excluded: release(['excluded'], {
    kind: 'words',
    list: 'classifications',
    words: CLASSIFICATIONS.filter((one) => one !== 'unknown'),
  }),
  homeMonitoringDays: { group: 'release', path: ['homeMonitoringDays'], is: whole(0, 30, 'days') },
  adultRate: severe(['severe', 'adult', 'respiratoryRate'], whole(10, 80, 'perMinute')),
  adultSpo2: severe(['severe', 'adult', 'spo2'], whole(70, 100, 'percent')),
  childRates: severe(['severe', 'child', 'respiratoryRates'], { kind: 'numbers', max: 120 }),
  childSpo2: severe(['severe', 'child', 'spo2'], whole(70, 100, 'percent')),
  highFeverDays: severe(['severe', 'child', 'highFeverDays'], whole(0, 14, 'days')),
  childSigns: severe(['severe', 'child', 'signs'], { kind: 'words', list: 'symptoms', words: SIGNS }),
  fever: severe(['fever', 'celsius'], { kind: 'number', min: 36, max: 40, step: 0.1, unit: 'celsius' }),
  highFever: severe(['fever', 'highCelsius'], {
    kind: 'number',
    min: 37,
    max: 41,
    step: 0.1,
    unit: 'celsius',
  }),
  childUnder: severe(['ages', 'childUnder'], whole(1, 21, 'years')),
  scoreFrom: severe(['ages', 'scoreFrom'], whole(1, 21, 'years')),
  warnAdultSpo2: warning(['adult', 'spo2'], maybe(70, 100, 'percent')),
  warnAdultRate: warning(['adult', 'respiratoryRate'], maybe(10, 80, 'perMinute')),
  warnAdultPulse: warning(['adult', 'pulse'], maybe(50, 200, 'perMinute')),
  warnAdultFever: warning(['adult', 'feverDays'], maybe(0, 14, 'days')),
  warnAdultWorse: warning(['adult', 'symptomsWorse'], flag),
  warnChildSpo2: warning(['child', 'spo2'], maybe(70, 100, 'percent')),
  warnChildFever: warning(['child', 'feverDays'], maybe(0, 14, 'days')),
  warnChildWorse: warning(['child', 'symptomsWorse'], flag),
  warnChildDrowsy: warning(['child', 'drowsy'], flag),
  riskOver: risk(['highRisk', 'over'], whole(1, 120, 'years')),
  riskGroups: risk(['highRisk', 'groups'], { kind: 'words', list: 'keyGroups', words: KEY_GROUPS }),
  examinationWithin: risk(['highRisk', 'examinationWithinHours'], hours(1, 240)),
  roundsLow: rounds(['rounds', 'lowHours'], hours(1, 24)),
  roundsKey: rounds(['rounds', 'keyPatientHours'], hours(1, 24)),
  roundsSome: rounds(['rounds', 'scoreOneToFourHours'], hours(1, 24)),
  roundsThree: rounds(['rounds', 'singleThreeHours'], hours(0.5, 24)),
  roundsFive: rounds(['rounds', 'scoreFiveHours'], hours(0.25, 24)),
  grace: rounds(['rounds', 'graceMinutes'], whole(0, 720, 'minutes')),
  escalate: rounds(['rounds', 'escalateMinutes'], whole(1, 1440, 'minutes')),
  sampleEvery: rounds(['sampleEveryHours'], hours(1, 168)),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export const fieldOf = (name: FieldName): Field => FIELDS[name];

/** As text, '' where there is none. Null where the protocol needs no test and this is about tests. */
export function readField(protocol: Protocol, name: FieldName): string | null {
  if (protocol.release.tests === null && fieldOf(name).group === 'tests') return null;
  if (name === 'childRates')
    return protocol.severe.child.respiratoryRates.map(({ atOrAbove }) => atOrAbove).join(', ');
  let value: unknown = protocol;
  for (const step of fieldOf(name).path) value = (value as Record<string, unknown>)[step];
  if (value === null) return '';
  if (!Array.isArray(value)) return String(value);
  return value.join(fieldOf(name).is.kind === 'numbers' ? ', ' : ',');
}

/** The value that the text stands for, to be judged by the schema; undefined where it is none. */
function meaningOf(name: FieldName, text: string): unknown {
  const { is } = fieldOf(name);
  const tidy = text.normalize('NFKC').trim();
  switch (is.kind) {
    case 'number':
      if (tidy === '') return is.optional ? null : undefined;
      return Number.isFinite(Number(tidy)) ? Number(tidy) : undefined;
    case 'flag':
      return tidy === 'true';
    case 'choice':
      return name === 'genes' ? tidy.split(',') : tidy;
    case 'words':
      return tidy === '' ? [] : tidy.split(',');
    case 'numbers':
      return tidy === ''
        ? []
        : tidy.split(/[,，、;\s]+/).map((one) => (one === '' ? Number.NaN : Number(one)));
  }
}

/** Writes a field into a copy that is being made. False where the text is nothing that could stand there. */
export function writeField(body: Protocol, name: FieldName, text: string): boolean {
  const value = meaningOf(name, text);
  if (value === undefined) return false;
  if (name === 'childRates') {
    const rates = value as number[];
    const rows = body.severe.child.respiratoryRates;
    if (rates.length !== rows.length || !rates.every(Number.isInteger)) return false;
    for (const [i, row] of rows.entries()) row.atOrAbove = rates[i] ?? row.atOrAbove;
    return true;
  }
  if (Array.isArray(value) && value.some((one) => Number.isNaN(one))) return false;
  const path = [...fieldOf(name).path];
  const last = path.pop() ?? '';
  let place: unknown = body;
  for (const step of path) place = (place as Record<string, unknown>)[step];
  if (place === null || typeof place !== 'object') return false;
  (place as Record<string, unknown>)[last] = value;
  return true;
}

/** Within the bounds that the form shows; what the schema says on top is told when it is saved. */
export function isWithin(name: FieldName, text: string): boolean {
  const { is } = fieldOf(name);
  const value = meaningOf(name, text);
  if (value === undefined) return false;
  if (is.kind === 'number' && typeof value === 'number') return value >= is.min && value <= is.max;
  if (is.kind === 'numbers')
    return (value as number[]).every((one) => Number.isInteger(one) && one >= 0 && one <= is.max);
  return true;
}
