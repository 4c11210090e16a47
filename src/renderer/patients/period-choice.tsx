import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { DateField } from '../ui/date-field.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { nowInstant } from '../ui/time.ts';
import { lastDays, type Period, periodOf } from './period.ts';

const CHOICES = [
  { name: 'today', days: 1, before: 0 },
  { name: 'yesterday', days: 1, before: 1 },
  { name: 'week', days: 7, before: 0 },
  { name: 'month', days: 30, before: 0 },
] as const;

interface Props {
  period: Period;
  onChange(period: Period): void;
}

/** Which days: one press for the usual ones, or two typed dates. */
export function PeriodChoice({ period, onChange }: Props) {
  const { t } = useTranslation();
  const { timeZone: zone } = useHospital();
  const id = useId();
  const choose = (from: LocalDate | null, to: LocalDate | null) => {
    const chosen = from && to ? periodOf(from, to, zone) : null;
    if (chosen) onChange(chosen);
  };
  return (
    <fieldset className="desk-period" aria-label={t('patients.period.label')}>
      {CHOICES.map(({ name, days, before }) => {
        const choice = lastDays(days, nowInstant(), zone, before);
        const isChosen = choice.from === period.from && choice.to === period.to;
        return (
          <Button
            key={name}
            type={isChosen ? 'primary' : 'default'}
            aria-pressed={isChosen}
            onClick={() => onChange(choice)}
          >
            {t(`patients.period.${name}`)}
          </Button>
        );
      })}
      <label htmlFor={`${id}-from`}>{t('patients.period.from')}</label>
      <span className="desk-period-day">
        <DateField id={`${id}-from`} value={period.from} onChange={(from) => choose(from, period.to)} />
      </span>
      <label htmlFor={`${id}-to`}>{t('patients.period.to')}</label>
      <span className="desk-period-day">
        <DateField id={`${id}-to`} value={period.to} onChange={(to) => choose(period.from, to)} />
      </span>
    </fieldset>
  );
}
