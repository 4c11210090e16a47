import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/rules/instant.ts';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { FieldError } from '../ui/notices.tsx';
import { nowInstant } from '../ui/time.ts';
import { type Period, QUICK, type Quick, readBound } from './period.ts';

interface Props {
  chosen: Quick | null;
  period: Period;
  onQuick(quick: Quick): void;
  onPeriod(period: Period): void;
}

/** Which period: one press for those of every day, two fields for any other. */
export function PeriodChoice({ chosen, period, onQuick, onPeriod }: Props) {
  const { t } = useTranslation();
  return (
    <div className="desk-period">
      <Radio.Group
        aria-label={t('reports.period')}
        optionType="button"
        buttonStyle="solid"
        value={chosen ?? 'own'}
        onChange={(event) => {
          const quick = QUICK.find((one) => one === event.target.value);
          if (quick) onQuick(quick);
        }}
      >
        {QUICK.map((quick) => (
          <Radio.Button key={quick} value={quick} onClick={() => quick === 'last24' && onQuick(quick)}>
            {t(`reports.quick.${quick}`)}
          </Radio.Button>
        ))}
      </Radio.Group>
      <Bound
        key={`from-${period.from}`}
        bound="from"
        value={period.from}
        onChange={(from) => onPeriod({ ...period, from })}
      />
      <Bound
        key={`to-${period.to}`}
        bound="to"
        value={period.to}
        onChange={(to) => onPeriod({ ...period, to })}
      />
    </div>
  );
}

interface BoundProps {
  bound: keyof Period;
  value: Instant;
  onChange(value: Instant): void;
}

/** One end of the period, as it is typed; taken when the field is left or with Enter. */
function Bound({ bound, value, onChange }: BoundProps) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const timeOf = useTimeOf();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readBound(typed, bound, nowInstant(), timeZone);
  const settle = () => {
    if (typed === null || read === null) return;
    setTyped(null);
    if (read !== value) onChange(read);
  };
  return (
    <div className="desk-bound">
      <label htmlFor={id}>{t(`reports.${bound}`)}</label>
      <Input
        id={id}
        style={{ width: 168 }}
        value={typed ?? timeOf(value)}
        status={read === null ? 'error' : ''}
        aria-invalid={read === null}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
      />
      <FieldError>{read === null && t('reports.unreadable')}</FieldError>
    </div>
  );
}
