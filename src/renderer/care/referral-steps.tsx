import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ReferralView } from '#shared/contract/referrals.ts';
import { useTimeOf } from '../ui/hospital.tsx';

const STEPS = [
  ['requested', 'requestedAt'],
  ['accepted', 'acceptedAt'],
  ['vehicle', 'vehicleAt'],
  ['left', 'leftAt'],
  ['arrived', 'arrivedAt'],
] as const;

/** The stages in a line: done with their times, the next one, and those that have to wait. */
export function ReferralSteps({ referral }: { referral: ReferralView }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  return (
    <ol className="desk-steps-line" aria-label={t('care.referral.steps')}>
      {STEPS.map(([stage, time]) => {
        const at = referral[time];
        return (
          <li
            key={stage}
            data-done={at !== null}
            aria-current={referral.stage === stage ? 'step' : undefined}
          >
            {at === null ? <ClockCircleOutlined aria-hidden /> : <CheckCircleFilled aria-hidden />}
            <span>{t(`care.stages.${stage}`)}</span>
            <time>{at === null ? '—' : timeOf(at).slice(5)}</time>
          </li>
        );
      })}
    </ol>
  );
}
