import { Button } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalDate, localDateOf, localOf } from '#shared/rules/instant.ts';
import { type Refused, useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { DateField } from '../ui/date-field.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { nowInstant, useNow } from '../ui/time.ts';
import { CLOCKS, type Clock, cutOffOf, cutOffOfAddress, cutOffText } from './cut-off.ts';
import { DailyFigures } from './daily-figures.tsx';
import { DailySide } from './daily-side.tsx';
import './daily.css';

/** The report of one cut-off: its figures, what was signed of them, and the files that go out. */
export function DailyView() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const cutOff = cutOffOfAddress(query, useNow(60_000), timeZone);
  const { data, refused } = useWard('daily.show', { cutOff }, { keep: true });
  const shown = data?.body.cutOff === cutOff ? data : undefined;
  const isTooEarly = refused?.kind === 'refused' && refused.refusal.code === 'before-opening';
  return (
    <>
      <div className="desk-report-head">
        <CutOffChoice />
        {shown && (
          <p className="desk-quiet">
            {t('daily.period', { from: timeOf(shown.body.from), cutOff: cutOffText(cutOff, timeZone) })}
          </p>
        )}
        {!isTooEarly && <RefusedNotice refused={refused} />}
      </div>
      {isTooEarly && <BeforeOpening refused={refused} />}
      {shown && !refused && (
        <div className="desk-daily">
          <DailyFigures report={shown} />
          <DailySide report={shown} />
        </div>
      )}
      {!shown && !refused && <p className="desk-loading">{t('daily.loading')}</p>}
    </>
  );
}

/** Nothing was on record at that cut-off, as on a hospital's first day: the figures of this moment are one key away. */
function BeforeOpening({ refused }: { refused: Refused }) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  return (
    <EmptyState title={say(refused)}>
      <Button type="primary" onClick={() => narrow({ cutOff: nowInstant() })}>
        {t('daily.now')}
      </Button>
    </EmptyState>
  );
}

function CutOffChoice() {
  const { t } = useTranslation();
  const id = useId();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const cutOff = cutOffOfAddress(query, useNow(60_000), timeZone);
  // Midnight belongs to the day that it ends.
  const isMidnight = localOf(cutOff, timeZone).slice(11) === '00:00:00';
  const day = isMidnight
    ? localDateOf(new Date(Date.parse(cutOff) - 1).toISOString() as typeof cutOff, timeZone)
    : localDateOf(cutOff, timeZone);
  const choose = (at: LocalDate, clock: Clock) => {
    const next = cutOffOf(at, clock, timeZone);
    if (next) narrow({ cutOff: next });
  };
  return (
    <div className="desk-period">
      <div className="desk-bound desk-daily-day">
        <label htmlFor={id}>{t('daily.day')}</label>
        <DateField
          id={id}
          value={day}
          onChange={(value) => value && choose(value, isMidnight ? '24:00' : '12:00')}
        />
      </div>
      <fieldset className="desk-bound" aria-label={t('daily.clock')}>
        {t('daily.clock')}
        {CLOCKS.map((clock) => (
          <Button
            key={clock}
            type={cutOff === cutOffOf(day, clock, timeZone) ? 'primary' : 'default'}
            aria-pressed={cutOff === cutOffOf(day, clock, timeZone)}
            onClick={() => choose(day, clock)}
          >
            {clock}
          </Button>
        ))}
        <Button onClick={() => narrow({ cutOff: nowInstant() })}>{t('daily.now')}</Button>
      </fieldset>
    </div>
  );
}
