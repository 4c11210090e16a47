import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralView } from '#shared/contract/referrals.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { narrow } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow, useSpans } from '../ui/time.ts';
import { ReferralSteps } from './referral-steps.tsx';
import { RequestReferral } from './request-referral.tsx';
import { StepDialog } from './step-dialog.tsx';
import { type Asked, isOpenStage } from './step-fields.tsx';

/** The patient's referrals, the one under way first, with its next step as the button to press. */
export function ReferralCard({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('referrals.ofStay', { stayId: stay.stayId });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [requesting, setRequesting] = useState(false);
  const open = data?.find(({ stage }) => isOpenStage(stage));
  const mayAsk = stay.status !== 'left' && data !== undefined && open === undefined;
  const next = () => {
    if (open && isOpenStage(open.stage)) setAsked({ referral: open, what: open.stage });
  };
  useKeys(t('care.referral.title'), [
    { keys: 'R', does: t('care.keys.referral'), run: () => setRequesting(true), when: mayAsk },
    { keys: 'G', does: t('care.keys.next'), run: next, when: open !== undefined },
  ]);
  return (
    <section className="desk-card" aria-label={t('care.referral.title')}>
      <div className="desk-card-head">
        <h2>{t('care.referral.title')}</h2>
        <span className="desk-spread" />
        {mayAsk && (
          <Allowed to="referrals.request">
            <Button onClick={() => setRequesting(true)}>
              {t('care.referral.request')} <kbd>R</kbd>
            </Button>
          </Allowed>
        )}
      </div>
      <RefusedNotice refused={refused} />
      {data?.length === 0 && <p className="desk-quiet">{t('care.referral.none')}</p>}
      {data?.map((referral) => (
        <OneReferral key={referral.referralId} referral={referral} onAsk={setAsked} />
      ))}
      <StepDialog asked={asked} onClose={() => setAsked(null)} />
      <RequestReferral stay={stay} open={requesting} onClose={() => setRequesting(false)} />
    </section>
  );
}

function OneReferral({ referral, onAsk }: { referral: ReferralView; onAsk(asked: Asked): void }) {
  const { t } = useTranslation();
  const { span } = useSpans();
  const now = useNow();
  const { stage } = referral;
  return (
    <article className="desk-referral">
      <div className="desk-referral-head">
        {referral.urgent && (
          <span className="desk-flag" data-alert>
            ! {t('care.referral.urgent')}
          </span>
        )}
        <strong>{t('care.referral.to', { hospital: referral.hospital })}</strong>
        <span>{t('care.referral.reason', { reason: referral.reason })}</span>
        {isOpenStage(stage) && (
          <span className="desk-quiet">
            {t('care.referral.waits', { span: span(millisOf(now) - millisOf(referral.since)) })}
          </span>
        )}
      </div>
      <ReferralSteps referral={referral} />
      <p className="desk-quiet">
        <Facts referral={referral} />
      </p>
      <div className="desk-form-acts">
        {stage !== 'cancelled' && stage !== 'overtaken' && (
          <Button onClick={() => narrow({ view: 'papers' })}>{t('care.referral.print')}</Button>
        )}
        {isOpenStage(stage) && stage !== 'left' && (
          <Allowed to="referrals.cancel">
            <Button onClick={() => onAsk({ referral, what: 'cancel' })}>{t('care.referral.cancel')}</Button>
          </Allowed>
        )}
        {isOpenStage(stage) && (
          <Allowed to="referrals.accept">
            <Button type="primary" onClick={() => onAsk({ referral, what: stage })}>
              {t(`care.referral.next.${stage}`)} <kbd>G</kbd>
            </Button>
          </Allowed>
        )}
      </div>
    </article>
  );
}

function Facts({ referral }: { referral: ReferralView }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { endedBy, cancelledAt } = referral;
  const words = [
    referral.holdBed ? t('care.referral.held') : t('care.referral.freed'),
    referral.plate && t('care.referral.plate', { plate: referral.plate }),
    referral.contact && t('care.referral.contact', { contact: referral.contact }),
    referral.note,
    cancelledAt && t('care.referral.cancelled', { at: timeOf(cancelledAt), reason: referral.cancelReason }),
    endedBy &&
      t('care.referral.overtaken', {
        at: timeOf(endedBy.at),
        way: t(`vocabulary.waysOfLeaving.${endedBy.way}`),
        place: endedBy.destination,
      }),
  ];
  return <>{words.filter(Boolean).join(' · ')}</>;
}
