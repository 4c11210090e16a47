import { Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import type { ShiftHours, ShiftPattern } from '#shared/rules/shift-rules.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form } from './form.tsx';

interface Props {
  pattern: ShiftPattern;
  version: number;
  day: LocalDate;
  onClose(): void;
}

/** How the days are cut into shifts from a day on, and how much rest lies between two. */
export function PatternDialog(props: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('shifts.pattern.title')} onClose={props.onClose}>
      <Facts {...props} />
    </Dialog>
  );
}

interface Draft {
  hours: ShiftHours;
  start: string;
  rest: string;
  from: LocalDate | '';
}

function Facts(props: Props) {
  const { onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  // As it was when the dialog opened: what others change meanwhile must not look as if it had been seen.
  const [{ pattern, version: seen, day }] = useState(props);
  const initial = useMemo(
    (): Draft => ({
      hours: pattern.hours,
      start: pattern.firstStart,
      rest: String(pattern.restHours),
      from: day,
    }),
    [pattern, day],
  );
  const [draft, change, clear] = useDraft(`shift-pattern-${seen}`, initial);
  const { hours, start, rest } = draft;
  const from = draft.from === '' ? null : draft.from;
  const [tried, setTried] = useState(false);
  const set = useAct('shifts.setPattern');
  const clock = /^(\d{1,2}):?(\d{2})$/.exec(start.normalize('NFKC').trim());
  const firstStart =
    clock && Number(clock[1]) < 24 && Number(clock[2]) < 60
      ? `${clock[1]?.padStart(2, '0')}:${clock[2]}`
      : null;
  const restHours = /^\d{1,2}$/.test(rest.trim()) && Number(rest) <= 24 ? Number(rest) : null;
  const save = async () => {
    setTried(true);
    if (firstStart === null || restHours === null || from === null) return;
    const says = (t: TFunction, { dropped }: { dropped: number }) =>
      t('shifts.pattern.done', { count: dropped });
    if (!(await set.run({ from, hours, firstStart, restHours, seen }, { quiet: true, says })).ok) return;
    clear();
    onClose();
  };
  return (
    <Form
      title={t('shifts.pattern.title')}
      verb={t('ui.save')}
      busy={set.busy}
      refused={set.refused}
      onSave={() => void save()}
      onClose={onClose}
    >
      <Field id={`${id}-hours`} label={t('shifts.pattern.hours')}>
        <Select<ShiftHours>
          id={`${id}-hours`}
          style={{ width: '100%' }}
          value={hours}
          onChange={(value) => change({ hours: value })}
          options={[
            { value: 4, label: t('shifts.pattern.four') },
            { value: 6, label: t('shifts.pattern.six') },
          ]}
        />
      </Field>
      <Field
        id={`${id}-start`}
        label={t('shifts.pattern.firstStart')}
        wrong={tried && firstStart === null && t('shifts.pattern.wrongStart')}
      >
        <Input
          id={`${id}-start`}
          value={start}
          maxLength={5}
          onChange={(event) => change({ start: event.target.value })}
        />
      </Field>
      <Field
        id={`${id}-rest`}
        label={t('shifts.pattern.rest')}
        wrong={tried && restHours === null && t('shifts.pattern.wrongRest')}
      >
        <Input
          id={`${id}-rest`}
          value={rest}
          maxLength={2}
          inputMode="numeric"
          onChange={(event) => change({ rest: event.target.value })}
        />
      </Field>
      <Field
        id={`${id}-from`}
        label={t('shifts.pattern.from')}
        wrong={tried && from === null && t('shifts.pattern.wrongFrom')}
      >
        <DateField id={`${id}-from`} value={from} onChange={(value) => change({ from: value ?? '' })} />
      </Field>
      <p className="desk-quiet">{t('shifts.pattern.hint')}</p>
    </Form>
  );
}
