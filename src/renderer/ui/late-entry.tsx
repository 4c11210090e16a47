import { Input, Switch } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Instant, millisOf } from '#shared/rules/instant.ts';
import { useHospital } from './hospital.tsx';
import { type LateEntry, NOT_LATE, readLateEntry } from './late-entry-rules.ts';
import { FieldError } from './notices.tsx';
import { agoText, nowInstant, timeOf } from './time.ts';
import './pieces.css';

export { readLateEntry } from './late-entry-rules.ts';

/** State for one form: `control` goes into it, `read()` is asked at the moment of the act. */
export function useLateEntry() {
  const [late, setLate] = useState(NOT_LATE);
  const { timeZone } = useHospital();
  return {
    late,
    setLate,
    read: () => readLateEntry(late, nowInstant(), timeZone),
    reset: () => setLate(NOT_LATE),
  };
}

interface Props {
  value: LateEntry;
  onChange(value: LateEntry): void;
}

/** "It was on paper first": a switch, and the time at which it really happened, in the hospital's zone. */
export function LateEntryControl({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const [left, setLeft] = useState(false);
  const id = useId();
  const now = nowInstant();
  const reading = readLateEntry(value, now, timeZone);
  const problem = !reading.ok && value.text !== '' && left ? t(`ui.late.${reading.problem}`) : '';
  return (
    <div className="desk-late">
      <label htmlFor={`${id}-on`} title={t('ui.late.hint')}>
        {t('ui.late.label')}
      </label>
      <Switch id={`${id}-on`} checked={value.on} onChange={(on) => onChange({ ...value, on })} />
      {value.on && (
        <>
          <label htmlFor={id}>{t('ui.late.when')}</label>
          <Input
            id={id}
            autoFocus
            style={{ width: 190 }}
            value={value.text}
            placeholder={timeOf(now, timeZone)}
            status={problem ? 'error' : ''}
            aria-describedby={`${id}-says`}
            onBlur={() => setLeft(true)}
            onChange={(event) => onChange({ ...value, text: event.target.value })}
          />
          <span id={`${id}-says`} className="desk-quiet">
            {reading.ok && reading.happenedAt
              ? t('ui.late.reading', {
                  at: timeOf(reading.happenedAt, timeZone),
                  zone: timeZone,
                  ago: agoText(millisOf(now) - millisOf(reading.happenedAt), t),
                })
              : t('ui.late.example')}
          </span>
          <FieldError>{problem}</FieldError>
        </>
      )}
    </div>
  );
}

interface MarkProps {
  happenedAt: Instant;
  recordedAt: Instant;
}

/** The mark of what was written down later than it happened. */
export function LateMark({ happenedAt, recordedAt }: MarkProps) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const hint = t('ui.late.markHint', {
    happened: timeOf(happenedAt, timeZone),
    recorded: timeOf(recordedAt, timeZone),
  });
  return (
    <span className="desk-late-mark" title={hint}>
      {t('ui.late.mark')}
    </span>
  );
}
