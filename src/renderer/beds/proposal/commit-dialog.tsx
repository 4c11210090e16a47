import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../../client.ts';
import { ActDialog } from '../act-dialog.tsx';
import { useReasonText } from '../carry/reason-words.ts';
import type { ProposalDraft } from './proposal-draft.ts';

interface Props {
  draft: ProposalDraft;
  /** What the ward said to it without a reason: a change for one may put another against a rule. */
  refused: Refused | null;
  onGo(reason: string): void;
  onCancel(): void;
}

/** Some were put by hand where the rules would not have them: who, against what, and why. */
export function CommitDialog({ draft, refused, onGo, onCancel }: Props) {
  const { t } = useTranslation();
  const say = useReasonText();
  const [reason, setReason] = useState('');
  const against = [...draft.placed.values()].filter((choice) => choice.against.length > 0);
  return (
    <ActDialog
      title={t('beds.proposal.against', { count: Math.max(against.length, 1) })}
      refused={refused}
      name={t('beds.proposal.title')}
      verb={t('beds.proposal.go', { count: draft.placed.size })}
      ready={reason.trim() !== ''}
      onGo={() => onGo(reason.trim())}
      onCancel={onCancel}
    >
      <ul className="desk-consequences">
        {against.map((choice) => (
          <li key={choice.stayId}>
            <bdi>{choice.name}</bdi> → <strong>{choice.bed}</strong>:{' '}
            {choice.against.map(say).join(t('ui.listComma'))}
          </li>
        ))}
      </ul>
      <Input
        value={reason}
        maxLength={300}
        aria-label={t('ui.reason')}
        placeholder={t('beds.place.whyOverride')}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}
