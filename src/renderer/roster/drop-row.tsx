import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterRow } from '#shared/contract/rosters.ts';
import type { RosterId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

interface Props {
  rosterId: RosterId;
  row: RosterRow | null;
  onClose(): void;
}

/** Puts a row aside that needs nobody's work any more, with the reason. Undo brings it back. */
export function DropRow({ rosterId, row, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const drop = useAct('rosters.dropRow');
  const close = () => {
    setReason('');
    drop.clear();
    onClose();
  };
  const go = async () => {
    if (!row || reason.trim() === '') return;
    const answer = await drop.run({ rosterId, row: row.row }, { reason: reason.trim(), quiet: true });
    if (answer.ok) close();
  };
  const who = row?.details?.name ?? row?.cells.find((cell) => cell !== '') ?? '';
  return (
    <ConfirmConsequences
      open={row !== null}
      title={t('roster.drop.title')}
      verb={t('roster.drop.verb')}
      consequences={row ? [t('roster.drop.what', { row: row.row, name: who })] : []}
      busy={drop.busy}
      blocked={reason.trim() === ''}
      onGo={() => void go()}
      onCancel={close}
    >
      <label htmlFor={id}>{t('ui.reason')}</label>
      <Input
        id={id}
        data-first
        maxLength={300}
        value={reason}
        placeholder={t('roster.drop.example')}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
      />
      <RefusedNotice refused={drop.refused} />
    </ConfirmConsequences>
  );
}
