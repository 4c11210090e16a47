import type { TFunction } from 'i18next';
import { SIGN_RANGES } from '#shared/rules/vital-signs.ts';

export type Measured = 'temperature' | 'pulse' | 'respiratoryRate' | 'spo2' | 'oxygenFlow' | 'pressure';

/** The unit of a field as it is written at the bedside; mmHg is the same in every language. */
export const measureOf = (field: Measured, t: TFunction): string =>
  field === 'pressure' ? SIGN_RANGES.systolic.unit : t(`rounds.measures.${field}`);
