import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { useAct } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { whoIs } from './row-order.ts';

interface Props {
  view: RosterView;
  row: RosterRow | null;
  onClose(): void;
}

/** Puts a row aside that needs nobody's work any more, with the reason. Undo brings it back. */
export function DropRow({ view, row, onClose }: Props) {
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
    const answer = await drop.run(
      { rosterId: view.summary.rosterId, row: row.row },
      { reason: reason.trim(), quiet: true },
    );
    if (answer.ok) close();
  };
  return (
    <ConfirmConsequences
      open={row !== null}
      title={t('roster.drop.title')}
      verb={t('roster.drop.verb')}
      consequences={row ? [t('roster.drop.what', { row: row.row, name: whoIs(row, view) })] : []}
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
