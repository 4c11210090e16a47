import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CONSCIOUSNESS_LEVELS, OXYGEN_SUPPLIES, SYMPTOMS } from '#shared/contract/clinical-vocabulary.ts';
import { Choices } from '../admit/choices.tsx';
import '../admit/fields.css';
import type { FormField, SignsDraft } from './signs-draft.ts';

interface Props {
  field: Exclude<FormField, 'temperature' | 'pulse' | 'respiratoryRate' | 'spo2' | 'oxygenFlow' | 'pressure'>;
  inputId: string;
  labelledBy: string;
  draft: SignsDraft;
  child: boolean;
  onChange(change: Partial<SignsDraft>): void;
}

/** The usual answer comes first: it is what Enter takes. */
const TRENDS = ['same', 'better', 'worse'] as const;

/** Signs of the severe criteria for children are asked of children; an adult's are in the numbers. */
const ADULT_SYMPTOMS = SYMPTOMS.slice(0, SYMPTOMS.indexOf('nasal-flaring'));

/** A field with a few words to choose from, by arrows or digits; and the note. */
export function ChoiceField({ field, inputId, labelledBy, draft, child, onChange }: Props) {
  const { t } = useTranslation();
  switch (field) {
    case 'oxygen':
      return (
        <Choices
          labelledBy={labelledBy}
          options={OXYGEN_SUPPLIES.map((value) => ({
            value,
            label: t(`vocabulary.oxygenSupplies.${value}`),
          }))}
          chosen={OXYGEN_SUPPLIES.filter((one) => one === draft.oxygen)}
          onChange={([oxygen]) => onChange({ oxygen: oxygen ?? '' })}
        />
      );
    case 'consciousness':
      return (
        <Choices
          labelledBy={labelledBy}
          options={CONSCIOUSNESS_LEVELS.map((value) => ({
            value,
            label: t(`vocabulary.consciousness.${value}`),
          }))}
          chosen={CONSCIOUSNESS_LEVELS.filter((one) => one === draft.consciousness)}
          onChange={([consciousness]) => onChange({ consciousness: consciousness ?? '' })}
        />
      );
    case 'calm':
      return (
        <Choices<'yes' | 'no'>
          labelledBy={labelledBy}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`rounds.calm.${value}`) }))}
          chosen={[draft.calm ? 'yes' : 'no']}
          onChange={([calm]) => onChange({ calm: calm !== 'no' })}
        />
      );
    case 'symptoms':
      return (
        <Choices
          several
          labelledBy={labelledBy}
          options={(child ? SYMPTOMS : ADULT_SYMPTOMS).map((value) => ({
            value,
            label: t(`vocabulary.symptoms.${value}`),
          }))}
          chosen={SYMPTOMS.filter((one) => draft.symptoms.includes(one))}
          onChange={(symptoms) => onChange({ symptoms, asked: true })}
        />
      );
    case 'trend':
      return (
        <Choices
          labelledBy={labelledBy}
          options={TRENDS.map((value) => ({ value, label: t(`vocabulary.symptomTrends.${value}`) }))}
          chosen={TRENDS.filter((one) => one === draft.trend)}
          onChange={([trend]) => onChange({ trend: trend ?? '' })}
        />
      );
    case 'note':
      return (
        <Input
          id={inputId}
          value={draft.note}
          maxLength={500}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      );
    default:
      return field satisfies never;
  }
}
