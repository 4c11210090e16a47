import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedId } from '#shared/contract/values.ts';
import { useAct } from '../../act.ts';
import type { Refused } from '../../client.ts';
import { Notice } from '../../ui/notices.tsx';
import { useRefusedSentence } from '../../ui/refusal.ts';
import { ActDialog } from '../act-dialog.tsx';

interface Props {
  bedIds: readonly BedId[];
  refusal: Refused;
  onDone(): void;
}

/** The contact time is not over: signed off all the same only with a reason, which stays on record. */
export function EarlyDialog({ bedIds, refusal, onDone }: Props) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const signOff = useAct('beds.signOffDisinfection');
  const [reason, setReason] = useState('');
  const go = async () => {
    const answer = await signOff.run({ bedIds: [...bedIds] }, { reason: reason.trim(), quiet: true });
    if (answer.ok) onDone();
  };
  return (
    <ActDialog
      title={t('beds.early.title')}
      name={t('beds.early.title')}
      verb={t('beds.early.go')}
      danger
      busy={signOff.busy}
      refused={signOff.refused}
      ready={reason.trim() !== ''}
      onGo={() => void go()}
      onCancel={onDone}
    >
      <Notice tone="warn">{say(refusal)}</Notice>
      <Input
        value={reason}
        maxLength={200}
        aria-label={t('ui.reason')}
        placeholder={t('beds.early.why')}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
