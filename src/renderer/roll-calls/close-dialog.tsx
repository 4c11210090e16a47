import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallHead } from '#shared/contract/roll-calls.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

interface Props {
  rollCall: RollCallHead;
  onClose(): void;
}

const BLANK = { reason: '' };

/** Ends the walk; beds that are left out need a reason. */
export function CloseDialog({ rollCall: { rollCallId, result }, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, change, clear] = useDraft(`roll-call-close-${rollCallId}`, BLANK);
  const act = useAct('rollCalls.close');
  const rest = result.beds - result.walked;
  const reason = draft.reason.trim();
  const go = async () => {
    if (rest > 0 && reason === '') return;
    const answer = await act.run({ rollCallId }, { reason: reason || undefined, quiet: true });
    if (!answer.ok) return;
    clear();
    onClose();
  };
  return (
    <ConfirmConsequences
      open
      danger={false}
      title={t('rollCalls.close.title')}
      verb={t('rollCalls.close.verb')}
      consequences={[
        t('rollCalls.result', result),
        rest > 0 ? t('rollCalls.close.rest', { count: rest }) : t('rollCalls.close.all'),
        ...(result.open > 0 ? [t('rollCalls.close.open', { count: result.open })] : []),
      ]}
      busy={act.busy}
      blocked={rest > 0 && reason === ''}
      onGo={() => void go()}
      onCancel={onClose}
    >
      {rest > 0 && (
        <>
          <label htmlFor={id}>{t('ui.reason')}</label>
          <Input
            id={id}
            data-first
            maxLength={300}
            value={draft.reason}
            placeholder={t('rollCalls.close.example')}
            onChange={(event) => change({ reason: event.target.value })}
            onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
          />
        </>
      )}
      <RefusedNotice refused={act.refused} />
    </ConfirmConsequences>
  );
}
