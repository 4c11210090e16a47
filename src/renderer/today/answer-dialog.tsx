import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CARE_OUTCOMES, type CareOutcome } from '#shared/contract/clinical-vocabulary.ts';
import { Labelled } from '../care/labelled.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import type { TurnRow } from './turn-rows.ts';

export interface Answered {
  outcome: CareOutcome;
  note: string;
  againInHours: number | null;
}

interface Props {
  row: TurnRow | null;
  busy: boolean;
  onAnswer(row: TurnRow, answer: Answered): void;
  onClose(): void;
}

const AGAIN = [4, 8, 12, 24, 48] as const;

/** An answer with a note; after a talk also when the next one is due. */
export function AnswerDialog({ row, busy, onAnswer, onClose }: Props) {
  const { t } = useTranslation();
  const title = row ? t('today.tick.title', { bed: row.bed, name: row.name, what: row.what }) : '';
  return (
    <Dialog open={row !== null} title={title} onClose={onClose}>
      {row && (
        <AnswerForm row={row} busy={busy} onAnswer={(answer) => onAnswer(row, answer)} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface FormProps {
  row: TurnRow;
  busy: boolean;
  onAnswer(answer: Answered): void;
  onClose(): void;
}

function AnswerForm({ row, busy, onAnswer, onClose }: FormProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<CareOutcome>(row.answer?.outcome ?? 'done');
  const [note, setNote] = useState(row.answer?.note ?? '');
  const [again, setAgain] = useState<number | null>(null);
  const isTalk = row.kind === 'talk' && row.answer === null;
  const go = () =>
    onAnswer({ outcome, note: note.trim(), againInHours: isTalk && outcome === 'done' ? again : null });
  useKeys(
    t('today.title'),
    [
      ...CARE_OUTCOMES.map((one, i) => ({
        keys: `Alt+${i + 1}`,
        does: t(`today.outcome.${one}`),
        run: () => setOutcome(one),
      })),
      ...AGAIN.map((hours, i) => ({
        keys: `Alt+${i + 5}`,
        does: `${t('today.tick.again')} ${t('today.tick.againHours', { hours })}`,
        run: () => setAgain(hours),
        when: isTalk,
      })),
      { keys: 'Ctrl+Enter', does: t('today.tick.go'), run: go, inFields: true },
    ],
    true,
  );
  return (
    <form
      className="desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <fieldset className="desk-fieldset">
        <legend>{t('today.tick.outcome')}</legend>
        <Radio.Group value={outcome} onChange={(event) => setOutcome(event.target.value)}>
          {CARE_OUTCOMES.map((one, i) => (
            <Radio key={one} value={one}>
              {t(`today.outcome.${one}`)} <kbd>Alt+{i + 1}</kbd>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {isTalk && outcome === 'done' && (
        <fieldset className="desk-fieldset">
          <legend>{t('today.tick.again')}</legend>
          <Radio.Group value={again} onChange={(event) => setAgain(event.target.value)}>
            <Radio value={null}>{t('today.tick.againNone')}</Radio>
            {AGAIN.map((hours, i) => (
              <Radio key={hours} value={hours}>
                {t('today.tick.againHours', { hours })} <kbd>Alt+{i + 5}</kbd>
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      <Labelled label={t('today.tick.note')}>
        {(id) => (
          <Input
            id={id}
            data-first
            value={note}
            maxLength={300}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Labelled>
      <div className="desk-form-acts">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('today.tick.go')} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
