import { Button, Input } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { millisOf } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant, spanText, timeOf } from '../ui/time.ts';
import { readExpectedTime } from './expected-time.ts';

const BLANK = { plate: '', people: '', origin: '', expectedAt: '', note: '' };
type Field = keyof typeof BLANK;
const FIELDS = Object.keys(BLANK) as Field[];
const LONGEST = { plate: 40, people: 3, origin: 80, expectedAt: 30, note: 200 } as const satisfies Record<
  Field,
  number
>;

/** Announces a bus: plate, how many, from where, when. */
export function ExpectConvoy({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={t('convoys.expectTitle')} width={520} onClose={onClose}>
      {open && <Facts onDone={onClose} />}
    </Dialog>
  );
}

const peopleIn = (text: string): number | null => {
  const digits = text.normalize('NFKC').trim();
  if (digits === '') return 0;
  return /^\d{1,3}$/.test(digits) && Number(digits) <= 500 ? Number(digits) : null;
};

function Facts({ onDone }: { onDone(): void }) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const id = useId();
  const [draft, change, clear] = useDraft('convoy', BLANK);
  const [tried, setTried] = useState(false);
  const expect = useAct('convoys.expect');

  const now = nowInstant();
  const people = peopleIn(draft.people);
  const expectedAt = readExpectedTime(draft.expectedAt, now, timeZone);
  const wrong: Partial<Record<Field, string>> = {
    ...(draft.plate.trim() === '' ? { plate: t('convoys.wrong.plate') } : {}),
    ...(people === null ? { people: t('convoys.wrong.people') } : {}),
    ...(expectedAt === null ? { expectedAt: t('convoys.wrong.expectedAt') } : {}),
  };
  const save = async () => {
    setTried(true);
    const first = FIELDS.find((field) => wrong[field]);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    if (people === null || expectedAt === null) return;
    const { plate, origin, note } = draft;
    const answer = await expect.run({ plate, origin, note, people, expectedAt }, { quiet: true });
    if (!answer.ok) return;
    clear();
    onDone();
  };
  useKeys(
    t('convoys.expectTitle'),
    [{ keys: 'Ctrl+Enter', does: t('ui.save'), run: () => void save() }],
    true,
  );
  const enter = (event: KeyboardEvent, field: Field) => {
    if (event.nativeEvent.isComposing || event.ctrlKey) return;
    event.preventDefault();
    const next = FIELDS[FIELDS.indexOf(field) + 1];
    if (next) document.getElementById(`${id}-${next}`)?.focus();
    else void save();
  };
  const says = expectedAt
    ? t('convoys.reading', {
        at: timeOf(expectedAt, timeZone),
        span: spanText(Math.max(0, millisOf(expectedAt) - millisOf(now)), t),
      })
    : t('convoys.expectedExample');
  return (
    <div className="desk-convoy-form">
      {FIELDS.map((field) => (
        <div key={field}>
          <label htmlFor={`${id}-${field}`}>{t(`convoys.fields.${field}`)}</label>
          <Input
            id={`${id}-${field}`}
            maxLength={LONGEST[field]}
            value={draft[field]}
            status={tried && wrong[field] ? 'error' : ''}
            aria-invalid={tried && wrong[field] !== undefined}
            inputMode={field === 'people' ? 'numeric' : 'text'}
            onChange={(event) => change({ [field]: event.target.value })}
            onPressEnter={(event) => enter(event, field)}
          />
          {field === 'expectedAt' && <span className="desk-quiet">{says}</span>}
          <FieldError>{tried && wrong[field]}</FieldError>
        </div>
      ))}
      <RefusedNotice refused={expect.refused} />
      <div className="desk-dialog-acts">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button type="primary" loading={expect.busy} onClick={() => void save()}>
          {t('convoys.expect')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
