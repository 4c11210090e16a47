import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { useSpans } from '../ui/time.ts';
import { type BedToSignOff, isReady } from './bed-to-sign-off.ts';

interface Props {
  /** Those to be signed off, some before their time; null while nobody asks. */
  beds: readonly BedToSignOff[] | null;
  busy: boolean;
  onGo(reason: string): void;
  onCancel(): void;
}

/** Signed off before the contact time is over: which beds, how much is missing, and why. */
export function EarlyReason({ beds, busy, onGo, onCancel }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { span } = useSpans();
  const id = useId();
  const [reason, setReason] = useState('');
  const open = beds !== null;
  useEffect(() => {
    if (open) setReason('');
  }, [open]);
  const all = beds ?? [];
  const early = all.filter((bed) => !isReady(bed));
  const lines = [
    ...early.map((bed) =>
      t('discharge.early.line', { bed: bed.code, span: span(bed.left * 60_000), at: timeOf(bed.readyAt) }),
    ),
    ...(all.length > early.length ? [t('discharge.early.others', { count: all.length - early.length })] : []),
  ];
  return (
    <ConfirmConsequences
      open={open}
      title={t('discharge.early.title', { count: early.length })}
      verb={t('discharge.early.go', { count: all.length })}
      consequences={lines}
      busy={busy}
      blocked={reason.trim() === ''}
      onGo={() => onGo(reason.trim())}
      onCancel={onCancel}
    >
      <label htmlFor={id}>{t('discharge.early.reason')}</label>
      <Input
        id={id}
        data-first
        maxLength={300}
        value={reason}
        aria-required
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => reason.trim() !== '' && onGo(reason.trim())}
      />
    </ConfirmConsequences>
  );
}
