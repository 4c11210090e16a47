import { Input, Radio } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BedCounts,
  type BedView,
  CLOSING_REASONS,
  type ClosingReason,
  type Place,
} from '#shared/contract/beds.ts';
import { useAct } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';

/** A place about to be closed, with what is in it. */
export type Closing = { place: Place; name: string } & (
  | { counts: BedCounts; beds?: never }
  | { beds: readonly BedView[]; counts?: never }
);

interface Props {
  closing: Closing | null;
  onClose(): void;
}

/** Why it is closed, and what that does to whom: nobody is moved, nobody new comes. */
export function ClosePlace({ closing, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const close = useAct('beds.close');
  const [reason, setReason] = useState<ClosingReason | null>(null);
  const [note, setNote] = useState('');
  const { clear } = close;
  useEffect(() => {
    if (!closing) return;
    setReason(null);
    setNote('');
    clear();
  }, [closing, clear]);
  const noteMissing = reason === 'other' && note.trim() === '';
  const go = async () => {
    if (!closing || !reason || noteMissing) return;
    const { place } = closing;
    const answer = await close.run({ place, reason, note: note.trim() }, { quiet: true });
    if (answer.ok) onClose();
  };
  const consequences = useConsequences(closing);
  return (
    <ConfirmConsequences
      open={closing !== null}
      title={t('settings.places.closeTitle', { place: closing?.name ?? '' })}
      verb={t('settings.places.closeGo')}
      consequences={consequences}
      busy={close.busy}
      blocked={reason === null || noteMissing}
      onGo={() => void go()}
      onCancel={onClose}
    >
      <fieldset className="desk-rules">
        <legend>{t('settings.places.reason')}</legend>
        <Radio.Group
          className="desk-reasons"
          aria-label={t('settings.places.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        >
          {CLOSING_REASONS.map((one, index) => (
            <Radio key={one} value={one} data-first={index === 0 || undefined}>
              {t(`vocabulary.closureReasons.${one}`)}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <label htmlFor={id}>{t('settings.places.note')}</label>
      <Input id={id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      <FieldError>{noteMissing && t('settings.places.noteMissing')}</FieldError>
      <RefusedNotice refused={close.refused} />
    </ConfirmConsequences>
  );
}

function useConsequences(closing: Closing | null): string[] {
  const { t } = useTranslation();
  if (!closing) return [];
  const count = (state: 'available' | 'occupied' | 'reserved' | 'awaitingDisinfection') =>
    closing.counts ? closing.counts[state] : closing.beds.filter((bed) => bed.state === state).length;
  const lines = (['available', 'reserved', 'occupied', 'awaitingDisinfection'] as const).flatMap((state) =>
    count(state) > 0 ? [t(`settings.places.does.${state}`, { count: count(state) })] : [],
  );
  return lines.length > 0 ? lines : [t('settings.places.does.nothing')];
}
