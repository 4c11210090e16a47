import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOME_TEST_RESULTS, SYMPTOMS, type Symptom } from '#shared/contract/clinical-vocabulary.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { Labelled } from '../care/labelled.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { checkInput, draftOf, readTemperature } from './check-draft.ts';
import { checkOf, type HomeRow } from './home-columns.tsx';

interface Props {
  row: HomeRow | null;
  onSaved(row: HomeRow): void;
  onClose(): void;
}

/** One call to one person: Enter saves and goes on to the next who was not called. */
export function CheckDialog({ row, onSaved, onClose }: Props) {
  const { t } = useTranslation();
  const title = row ? t('home.form.title', { name: row.name, phone: row.phone || '—', day: row.day }) : '';
  return (
    <Dialog open={row !== null} title={title} onClose={onClose}>
      {row && <CheckForm key={row.stayId} row={row} onSaved={() => onSaved(row)} onClose={onClose} />}
    </Dialog>
  );
}

function CheckForm({ row, onSaved, onClose }: { row: HomeRow; onSaved(): void; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(checkOf(row)));
  const change = (some: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...some }));
  const record = useAct('home.record');
  const bad = draft.reached && readTemperature(draft.temperature) === undefined;
  const go = async () => {
    if (bad || record.busy) return;
    const answer = await record.run(
      { stayId: row.stayId, day: row.day as LocalDate, ...checkInput(draft) },
      { quiet: true, says: (say) => say('home.saved', { name: row.name, day: row.day }) },
    );
    if (answer.ok) onSaved();
  };
  useKeys(
    t('home.title'),
    [
      { keys: 'Alt+1', does: t('home.form.reached'), run: () => change({ reached: true }) },
      { keys: 'Alt+2', does: t('home.form.notReached'), run: () => change({ reached: false }) },
      ...HOME_TEST_RESULTS.map((nat, i) => ({
        keys: `Alt+${i + 3}`,
        does: `${t('home.form.nat')} ${t(`vocabulary.homeTestResults.${nat}`)}`,
        run: () => change({ nat }),
      })),
    ],
    true,
  );
  return (
    <form
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <fieldset className="desk-fieldset">
        <legend>{t('home.form.contact')}</legend>
        <Radio.Group value={draft.reached} onChange={(event) => change({ reached: event.target.value })}>
          <Radio value={true}>
            {t('home.form.reached')} <kbd>Alt+1</kbd>
          </Radio>
          <Radio value={false}>
            {t('home.form.notReached')} <kbd>Alt+2</kbd>
          </Radio>
        </Radio.Group>
      </fieldset>
      <Labelled label={t('home.form.temperature')}>
        {(field) => (
          <Input
            id={field}
            data-first
            inputMode="decimal"
            style={{ width: 140 }}
            disabled={!draft.reached}
            value={draft.temperature}
            status={bad ? 'error' : ''}
            aria-describedby={`${id}-bad`}
            onChange={(event) => change({ temperature: event.target.value })}
          />
        )}
      </Labelled>
      <FieldError id={`${id}-bad`}>{bad && t('home.form.temperatureBad')}</FieldError>
      <Labelled label={t('home.form.symptoms')}>
        {(field) => (
          <Select<Symptom[]>
            id={field}
            mode="multiple"
            disabled={!draft.reached}
            value={draft.symptoms}
            placeholder={t('home.fine')}
            optionFilterProp="label"
            onChange={(symptoms) => change({ symptoms })}
            options={SYMPTOMS.map((one) => ({ value: one, label: t(`vocabulary.symptoms.${one}`) }))}
          />
        )}
      </Labelled>
      <fieldset className="desk-fieldset" disabled={!draft.reached}>
        <legend>{t('home.form.nat')}</legend>
        <Radio.Group
          disabled={!draft.reached}
          value={draft.nat}
          onChange={(event) => change({ nat: event.target.value })}
        >
          {HOME_TEST_RESULTS.map((nat, i) => (
            <Radio key={nat} value={nat}>
              {t(`vocabulary.homeTestResults.${nat}`)} <kbd>Alt+{i + 3}</kbd>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <Labelled label={t('home.form.note')}>
        {(field) => (
          <Input
            id={field}
            value={draft.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Labelled>
      <RefusedNotice refused={record.refused} />
      <div className="desk-form-acts">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={record.busy}>
          {t('home.form.go')} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
