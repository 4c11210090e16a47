import { useTranslation } from 'react-i18next';
import type { News2Score, News2Sign } from '#shared/contract/rounds.ts';
import type { FormField } from './signs-draft.ts';

const SIGN_OF: Partial<Record<FormField, News2Sign>> = {
  temperature: 'temperature',
  pulse: 'pulse',
  respiratoryRate: 'respiratoryRate',
  spo2: 'spo2',
  oxygen: 'oxygen',
  pressure: 'systolic',
  consciousness: 'consciousness',
};

/** The NEWS2 points of one field as it stands, shown once it gives any. */
export function FieldPoints({ field, score }: { field: FormField; score: News2Score }) {
  const { t } = useTranslation();
  const sign = SIGN_OF[field];
  const points = sign && score.kind !== 'not-applicable' ? score.points[sign] : undefined;
  return (
    <span className="desk-sign-points" data-points={points ?? 0}>
      {points ? t('rounds.points', { points }) : ''}
    </span>
  );
}
