import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeOf } from '../ui/hospital.tsx';
import type { LateReading } from '../ui/late-entry-rules.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { type BedDecision, bedOf } from './bed-choice-rules.ts';
import { mayInsist, partOf, type useAdmission } from './use-admission.ts';

export const GO_BUTTON = 'admit-go';

interface Props {
  decision: BedDecision;
  someone: boolean;
  blocked: boolean;
  admission: ReturnType<typeof useAdmission>;
  late: LateReading | null;
  onGo(): void;
}

/** The one button: it says into which bed, and from when. */
export function AdmitBar({ decision, someone, blocked, admission, late, onGo }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const id = useId();
  const { refused } = admission;
  const bed = bedOf(decision);
  const at = late?.ok && late.happenedAt ? timeOf(late.happenedAt) : null;
  return (
    <div className="desk-admit-bar">
      {refused && partOf(refused) === 'bed' && <RefusedNotice refused={refused} />}
      {mayInsist(refused) && (
        <div className="desk-admit-insist">
          <label htmlFor={id}>{t('admit.insist.label')}</label>
          <Input
            id={id}
            autoFocus
            maxLength={300}
            value={admission.reason}
            placeholder={t('admit.insist.example')}
            onChange={(event) => admission.setReason(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && onGo()}
          />
        </div>
      )}
      {at && <p className="desk-admit-late">{t('admit.late.from', { at })}</p>}
      {late && !late.ok && <p className="desk-field-warning">{t('admit.late.needed')}</p>}
      <Button
        id={GO_BUTTON}
        type="primary"
        size="large"
        block
        loading={admission.busy}
        disabled={!someone || blocked}
        onClick={onGo}
      >
        {bed
          ? t('admit.go.inBed', { bed: bed.bed })
          : t(decision.kind === 'asking' ? 'admit.go.plain' : 'admit.go.waiting')}
        <kbd>Ctrl+Enter</kbd>
      </Button>
    </div>
  );
}
