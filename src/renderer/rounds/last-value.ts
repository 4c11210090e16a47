import type { TFunction } from 'i18next';
import type { Observation } from '#shared/contract/rounds.ts';
import type { FormField } from './signs-draft.ts';

const shown = (value: number | null): string => value?.toString() ?? '';

/** What a field said at the last round, to compare; '' where nobody looked. */
export function lastValue(field: FormField, last: Observation, t: TFunction): string {
  switch (field) {
    case 'temperature':
      return last.temperature?.toFixed(1) ?? '';
    case 'pulse':
    case 'respiratoryRate':
    case 'spo2':
    case 'oxygenFlow':
      return shown(last[field]);
    case 'pressure':
      return last.systolic === null ? '' : `${last.systolic}/${shown(last.diastolic)}`;
    case 'oxygen':
      return last.oxygen === null ? '' : t(`vocabulary.oxygenSupplies.${last.oxygen}`);
    case 'consciousness':
      return last.consciousness === null ? '' : t(`vocabulary.consciousness.${last.consciousness}`);
    case 'symptoms':
      return last.symptoms === null ? '' : symptomWords(last.symptoms, t);
    case 'trend':
      return last.trend === null ? '' : t(`vocabulary.symptomTrends.${last.trend}`);
    case 'calm':
    case 'note':
      return '';
    default:
      return field satisfies never;
  }
}

export const symptomWords = (symptoms: NonNullable<Observation['symptoms']>, t: TFunction): string =>
  symptoms.length === 0
    ? t('rounds.noSymptoms')
    : symptoms.map((symptom) => t(`vocabulary.symptoms.${symptom}`)).join(t('ui.listComma'));
