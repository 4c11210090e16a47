import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { type Asked, StepFields, type Typed } from './step-fields.tsx';

/** One dialog for every step: what it needs to know, when it was, and what it will do. */
export function StepDialog({ asked, onClose }: { asked: Asked | null; onClose(): void }) {
  const { t } = useTranslation();
  const title = asked
    ? `${asked.what === 'cancel' ? t('care.referral.cancel') : t(`care.referral.next.${asked.what}`)} · ${asked.referral.name}`
    : '';
  return (
    <Dialog open={asked !== null} title={title} onClose={onClose}>
      {asked && <StepForm asked={asked} title={title} onDone={onClose} />}
    </Dialog>
  );
}

function useStep({ referral, what }: Asked) {
  const accept = useAct('referrals.accept');
  const vehicle = useAct('referrals.sendVehicle');
  const leave = useAct('referrals.leave');
  const arrive = useAct('referrals.arrive');
  const cancel = useAct('referrals.cancel');
  const { referralId } = referral;
  const acts = { requested: accept, accepted: vehicle, vehicle: leave, left: arrive, cancel };
  const run = (typed: Typed, options: { happenedAt: Instant | undefined; quiet: boolean }) => {
    switch (what) {
      case 'requested':
        return accept.run(
          { referralId, hospital: typed.hospital.trim(), contact: typed.contact.trim() },
          options,
        );
      case 'accepted':
        return vehicle.run({ referralId, plate: typed.plate.trim() }, options);
      case 'vehicle':
        return leave.run({ referralId, holdBed: typed.hold, companion: typed.companion.trim() }, options);
      case 'left':
        return arrive.run({ referralId }, options);
      case 'cancel':
        return cancel.run({ referralId }, { ...options, reason: typed.reason.trim() });
      default:
        return what satisfies never;
    }
  };
  return { run, act: acts[what] };
}

/** The field without which the step cannot be noted, and what to say then. */
const missing = (what: Asked['what'], typed: Typed) => {
  if (what === 'requested' && typed.hospital.trim() === '') return 'care.referral.hospitalMissing' as const;
  if (what === 'accepted' && typed.plate.trim() === '') return 'care.referral.plateMissing' as const;
  return what === 'cancel' && typed.reason.trim() === '' ? ('care.referral.cancelReason' as const) : null;
};

function StepForm({ asked, title, onDone }: { asked: Asked; title: string; onDone(): void }) {
  const { t } = useTranslation();
  const { referral, what } = asked;
  const [typed, setTyped] = useState<Typed>({
    ...{ hospital: referral.hospital, contact: referral.contact, plate: referral.plate },
    ...{ hold: referral.holdBed, companion: '', reason: '' },
  });
  const change = (some: Partial<Typed>) => setTyped((was) => ({ ...was, ...some }));
  const late = useLateEntry();
  const { run, act } = useStep(asked);
  const [tried, setTried] = useState(false);
  const problem = missing(what, typed);
  const { clear } = act;
  useEffect(() => clear, [clear]);
  const go = async () => {
    setTried(true);
    const when = late.read();
    if (problem || !when.ok || act.busy) return;
    const answer = await run(typed, { happenedAt: when.happenedAt, quiet: true });
    if (answer.ok) onDone();
  };
  useKeys(title, [{ keys: 'Ctrl+Enter', does: title, run: () => void go(), inFields: true }], true);
  return (
    <form
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <StepFields what={what} referral={referral} typed={typed} onChange={change} />
      <FieldError>{tried && problem && t(problem)}</FieldError>
      <LateEntryControl value={late.late} onChange={late.setLate} />
      <RefusedNotice refused={act.refused} />
      <div className="desk-form-acts">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button
          type="primary"
          htmlType="submit"
          data-first={what === 'left' || undefined}
          danger={what === 'cancel'}
          loading={act.busy}
        >
          {what === 'cancel' ? t('care.referral.cancel') : t(`care.referral.next.${what}`)} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
