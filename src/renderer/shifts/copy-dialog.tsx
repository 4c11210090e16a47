import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { addDays } from '#shared/rules/shift-rules.ts';
import { useAct } from '../act.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError, Notice } from '../ui/notices.tsx';
import { Field, Form } from './form.tsx';

/** Plans a day as the one before, or with everybody some shifts later. */
export function CopyDialog({ day, onClose }: { day: LocalDate; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('shifts.copy.title')} onClose={onClose}>
      <Facts day={day} onClose={onClose} />
    </Dialog>
  );
}

function Facts({ day, onClose }: { day: LocalDate; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [from, setFrom] = useState<LocalDate | null>(day);
  const [to, setTo] = useState<LocalDate | null>(addDays(day, 1));
  const [later, setLater] = useState(0);
  const [tried, setTried] = useState(false);
  const [nothing, setNothing] = useState<string | null>(null);
  const copy = useAct('shifts.copyDay');
  const save = async () => {
    setTried(true);
    setNothing(null);
    if (from === null || to === null) return;
    const answer = await copy.run(
      { from, to, later },
      {
        quiet: true,
        says: (t, { copied, alreadyOn, notThere }) => t('shifts.copy.done', { copied, alreadyOn, notThere }),
      },
    );
    if (!answer.ok) return;
    const { actId, alreadyOn, notThere } = answer.value;
    if (actId === null) setNothing(t('shifts.copy.none', { alreadyOn, notThere }));
    else onClose();
  };
  return (
    <Form
      title={t('shifts.copy.title')}
      verb={t('shifts.copy.verb')}
      busy={copy.busy}
      refused={copy.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field id={`${id}-from`} label={t('shifts.copy.from')}>
        <DateField id={`${id}-from`} value={from} onChange={setFrom} />
      </Field>
      <Field id={`${id}-to`} label={t('shifts.copy.to')}>
        <DateField id={`${id}-to`} value={to} onChange={setTo} />
      </Field>
      <Field id={`${id}-later`} label={t('shifts.copy.later')}>
        <Select<number>
          id={`${id}-later`}
          style={{ width: '100%' }}
          value={later}
          onChange={setLater}
          options={[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: value }))}
        />
      </Field>
      <p className="desk-quiet">{t('shifts.copy.laterHint')}</p>
      <FieldError>{tried && (from === null || to === null) && t('shifts.copy.wrong')}</FieldError>
      {nothing && <Notice tone="warn">{nothing}</Notice>}
    </Form>
  );
}
