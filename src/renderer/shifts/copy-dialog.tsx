import { Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { addDays } from '#shared/rules/shift-rules.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
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

interface Draft {
  from: LocalDate | '';
  to: LocalDate | '';
  later: number;
}

function Facts({ day, onClose }: { day: LocalDate; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const initial = useMemo((): Draft => ({ from: day, to: addDays(day, 1), later: 0 }), [day]);
  const [draft, change, clear] = useDraft(`shift-copy-${day}`, initial);
  const { later } = draft;
  const from = draft.from === '' ? null : draft.from;
  const to = draft.to === '' ? null : draft.to;
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
    else {
      clear();
      onClose();
    }
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
        <DateField id={`${id}-from`} value={from} onChange={(value) => change({ from: value ?? '' })} />
      </Field>
      <Field id={`${id}-to`} label={t('shifts.copy.to')}>
        <DateField id={`${id}-to`} value={to} onChange={(value) => change({ to: value ?? '' })} />
      </Field>
      <Field id={`${id}-later`} label={t('shifts.copy.later')}>
        <Select<number>
          id={`${id}-later`}
          style={{ width: '100%' }}
          value={later}
          onChange={(value) => change({ later: value })}
          options={[0, 1, 2, 3, 4, 5].map((value) => ({ value, label: value }))}
        />
      </Field>
      <p className="desk-quiet">{t('shifts.copy.laterHint')}</p>
      <FieldError>{tried && (from === null || to === null) && t('shifts.copy.wrong')}</FieldError>
      {nothing && <Notice tone="warn">{nothing}</Notice>}
    </Form>
  );
}
