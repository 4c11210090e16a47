import { allocationSettings } from '#shared/contract/allocation-settings.ts';
import { type HospitalSettings, hospitalSettings } from '#shared/contract/hospital-settings.ts';

const { weights } = allocationSettings.shape;

/** The settings that this form shows; others are changed where they are used. */
const formSettings = hospitalSettings.pick({ disinfectionMinutes: true, allocation: true });
type FormSettings = Pick<HospitalSettings, 'disinfectionMinutes' | 'allocation'>;

/** Numbers of the hospital's settings, each with the schema that says what it may be. */
const NUMBERS = {
  disinfectionMinutes: hospitalSettings.shape.disinfectionMinutes,
  childAge: allocationSettings.shape.childAge,
  adultAge: allocationSettings.shape.adultAge,
  frailAge: allocationSettings.shape.frailAge,
  reservePerZone: allocationSettings.shape.reservePerZone,
  familyAdjacent: weights.shape.familyAdjacent,
  nearToiletForFrail: weights.shape.nearToiletForFrail,
  nearNurseForFrail: weights.shape.nearNurseForFrail,
  equipment: weights.shape.equipment,
  fillWeight: weights.shape.fill,
} as const;
export type NumberField = keyof typeof NUMBERS;

/** Choices, with their words. */
export const CHOICES = {
  mixClassifications: allocationSettings.shape.mixClassifications.options,
  unknownSex: allocationSettings.shape.unknownSex.options,
  fill: allocationSettings.shape.fill.options,
} as const;
export type ChoiceField = keyof typeof CHOICES;

export type SettingField = NumberField | ChoiceField;

/** The settings as text, field by field: what stands in the form, and what a history compares. */
export type FlatSettings = Record<SettingField, string>;

export function flatten({ disinfectionMinutes, allocation }: FormSettings): FlatSettings {
  const { weights: weight, ...rest } = allocation;
  return {
    disinfectionMinutes: String(disinfectionMinutes),
    mixClassifications: rest.mixClassifications,
    unknownSex: rest.unknownSex,
    childAge: String(rest.childAge),
    adultAge: String(rest.adultAge),
    frailAge: String(rest.frailAge),
    reservePerZone: String(rest.reservePerZone),
    fill: rest.fill,
    familyAdjacent: String(weight.familyAdjacent),
    nearToiletForFrail: String(weight.nearToiletForFrail),
    nearNurseForFrail: String(weight.nearNurseForFrail),
    equipment: String(weight.equipment),
    fillWeight: String(weight.fill),
  };
}

/** Null where a field does not hold what it may. */
export function unflatten(flat: FlatSettings): FormSettings | null {
  const number = (field: NumberField) => (flat[field].trim() === '' ? Number.NaN : Number(flat[field]));
  const read = formSettings.safeParse({
    disinfectionMinutes: number('disinfectionMinutes'),
    allocation: {
      mixClassifications: flat.mixClassifications,
      unknownSex: flat.unknownSex,
      childAge: number('childAge'),
      adultAge: number('adultAge'),
      frailAge: number('frailAge'),
      reservePerZone: number('reservePerZone'),
      fill: flat.fill,
      weights: {
        familyAdjacent: number('familyAdjacent'),
        nearToiletForFrail: number('nearToiletForFrail'),
        nearNurseForFrail: number('nearNurseForFrail'),
        equipment: number('equipment'),
        fill: number('fillWeight'),
      },
    },
  });
  return read.success ? read.data : null;
}

export const SETTING_FIELDS: readonly SettingField[] = [
  ...(Object.keys(NUMBERS) as NumberField[]),
  ...(Object.keys(CHOICES) as ChoiceField[]),
];

const isNumberField = (field: SettingField): field is NumberField => field in NUMBERS;

export const boundsOf = (field: NumberField): { min: number; max: number } => ({
  min: NUMBERS[field].minValue ?? 0,
  max: NUMBERS[field].maxValue ?? Number.MAX_SAFE_INTEGER,
});

export const isValid = (field: SettingField, text: string): boolean =>
  isNumberField(field)
    ? text.trim() !== '' && NUMBERS[field].safeParse(Number(text)).success
    : CHOICES[field].some((word) => word === text);

export interface SettingChange {
  field: SettingField;
  before: string;
  after: string;
}

/** What differs, in the order of the form. */
export const differences = (before: FlatSettings, after: FlatSettings): SettingChange[] =>
  SETTING_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
