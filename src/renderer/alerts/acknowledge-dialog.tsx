import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '#shared/contract/alerts.ts';
import { useAct } from '../act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

interface Props {
  alerts: readonly Alert[];
  onClose(): void;
  onDone(): void;
}

/** "I have seen this": who and when are kept, a note is welcome. Enter, Enter. */
export function AcknowledgeDialog({ alerts, onClose, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const act = useAct('alerts.acknowledge');
  const [note, setNote] = useState('');
  const id = useId();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const close = () => {
    act.clear();
    setNote('');
    onClose();
  };
  const take = async () => {
    const answer = await act.run(
      { alerts: alerts.map(({ stayId, kind, since }) => ({ stayId, kind, since })), note: note.trim() },
      { quiet: true, says: (say, { acknowledged }) => say('alerts.say', { count: acknowledged }) },
    );
    if (!answer.ok) return;
    setNote('');
    onDone();
  };
  return (
    <Dialog
      open={alerts.length > 0}
      title={
        alerts.length > 1 ? t('alerts.acknowledgeMany', { count: alerts.length }) : t('alerts.acknowledge')
      }
      onClose={close}
      footer={
        <div className="desk-dialog-acts">
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button type="primary" loading={act.busy} onClick={() => void take()}>
            {t('alerts.acknowledge')} <kbd>Enter</kbd>
          </Button>
        </div>
      }
    >
      <ul className="desk-consequences">
        {alerts.slice(0, 20).map(({ stayId, kind, bed, name, sentence }) => (
          <li key={`${stayId} ${kind}`}>
            <strong>{bed}</strong> <bdi>{name}</bdi> · {t(`vocabulary.alertKinds.${kind}`)} ·{' '}
            {sentence[language]}
          </li>
        ))}
        {alerts.length > 20 && <li>…</li>}
      </ul>
      <label htmlFor={id}>{t('alerts.note')}</label>
      <Input
        id={id}
        data-first
        value={note}
        maxLength={300}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={() => void take()}
      />
      <p className="desk-quiet">{t('alerts.acknowledgeWhy')}</p>
      <RefusedNotice refused={act.refused} />
    </Dialog>
  );
}
