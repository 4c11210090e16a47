import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import { useAct } from '../act.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { convoyName } from './convoy-order.ts';

/** Takes an announced bus off the list, with the reason. */
export function CancelConvoy({ convoy, onClose }: { convoy: ConvoyView | null; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const cancel = useAct('convoys.cancel');
  const close = () => {
    setReason('');
    cancel.clear();
    onClose();
  };
  const go = async () => {
    if (!convoy || reason.trim() === '') return;
    const answer = await cancel.run({ convoyId: convoy.convoyId }, { reason: reason.trim(), quiet: true });
    if (answer.ok) close();
  };
  return (
    <ConfirmConsequences
      open={convoy !== null}
      title={t('convoys.cancel.title')}
      verb={t('convoys.cancel.verb')}
      consequences={
        convoy
          ? [
              t('convoys.cancel.what', {
                bus: convoyName(convoy),
                people: t('ui.people', { count: convoy.people }),
              }),
            ]
          : []
      }
      busy={cancel.busy}
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
        placeholder={t('convoys.cancel.reasonExample')}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
      />
      <RefusedNotice refused={cancel.refused} />
    </ConfirmConsequences>
  );
}
