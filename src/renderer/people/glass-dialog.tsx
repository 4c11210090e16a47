import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAK_GLASS_MINUTES, OFFERED_GLASS_MINUTES } from '#shared/rules/people-limits.ts';
import { useAct } from '../act.ts';
import { useHeld } from '../desk/kept.ts';
import { lastRefusal } from '../desk/last-act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { askingGlass } from './glass.ts';
import './secrets.css';

/** Break-glass: why, and for how long. */
export function GlassDialog() {
  const { t } = useTranslation();
  const open = useHeld(askingGlass);
  return (
    <Dialog open={open} title={t('people.glass.title')} onClose={() => askingGlass.set(false)}>
      {open && <Ask />}
    </Dialog>
  );
}

function Ask() {
  const { t } = useTranslation();
  const id = useId();
  const timeOf = useTimeOf();
  const begin = useAct('people.breakGlass');
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number>(BREAK_GLASS_MINUTES.usual);
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '';
  const go = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await begin.run(
      { minutes },
      {
        reason: reason.trim(),
        quiet: true,
        says: (say, { until }) => say('people.glass.began', { until: timeOf(until).slice(11) }),
      },
    );
    if (!answer.ok) return;
    lastRefusal.set(null);
    askingGlass.set(false);
  };
  return (
    <form
      className="desk-change-secret"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p>{t('people.glass.why')}</p>
      <div>
        <label htmlFor={id}>{t('people.glass.reason')}</label>
        <Input
          id={id}
          maxLength={200}
          placeholder={t('people.glass.example')}
          value={reason}
          status={missing ? 'error' : ''}
          aria-invalid={missing}
          aria-describedby={`${id}-missing`}
          onChange={(event) => setReason(event.target.value)}
        />
        <FieldError id={`${id}-missing`}>{missing && t('people.glass.reasonMissing')}</FieldError>
      </div>
      <div>
        <span id={`${id}-for`}>{t('people.glass.minutes')} </span>
        <Radio.Group
          aria-labelledby={`${id}-for`}
          optionType="button"
          value={minutes}
          options={OFFERED_GLASS_MINUTES.map((count) => ({
            value: count,
            label: t('people.glass.minutesOf', { count }),
          }))}
          onChange={(event) => setMinutes(Number(event.target.value))}
        />
      </div>
      <RefusedNotice refused={begin.refused} />
      <div className="desk-dialog-acts">
        <Button onClick={() => askingGlass.set(false)}>{t('ui.cancel')}</Button>
        <Button type="primary" danger htmlType="submit" loading={begin.busy}>
          {t('people.glass.go')}
        </Button>
      </div>
    </form>
  );
}
