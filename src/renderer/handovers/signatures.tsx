import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { HandoverHead } from '#shared/contract/handovers.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';

/** Who handed over and who took over; that it was withdrawn, where it was. */
export function Signatures({ head }: { head: HandoverHead }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  return (
    <>
      {head.withdrawn && (
        <Notice tone="warn">
          {t('handovers.withdrawn', { ...head.withdrawn, at: timeOf(head.withdrawn.at) })}
        </Notice>
      )}
      <p className="desk-handover-signatures">
        <span data-signed="true">
          <CheckCircleFilled aria-hidden />{' '}
          {t('handovers.signedBy', { who: head.giver, at: timeOf(head.givenAt) })}
        </span>
        {head.taker !== null && head.takenAt !== null ? (
          <span data-signed="true">
            <CheckCircleFilled aria-hidden />{' '}
            {t('handovers.takenBy', { who: head.taker, at: timeOf(head.takenAt) })}
          </span>
        ) : (
          <span data-signed="false">
            <ClockCircleOutlined aria-hidden /> {t('handovers.notTaken')}
          </span>
        )}
      </p>
    </>
  );
}
