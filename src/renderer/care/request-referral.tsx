import { AutoComplete, Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { useDestinations } from '../discharge/destinations.ts';
import { Dialog } from '../ui/dialog.tsx';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { Labelled } from './labelled.tsx';

const BLANK = { hospital: '', reason: '', urgent: false, holdBed: false, contact: '', note: '' };

interface Props {
  stay: StayRow;
  open: boolean;
  onClose(): void;
}

/** Asks for a place in a designated hospital; what was typed is still there after a reload. */
export function RequestReferral({ stay, open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={`${t('care.referral.request')} · ${stay.name}`} onClose={onClose}>
      {open && <RequestForm stay={stay} onDone={onClose} />}
    </Dialog>
  );
}

function RequestForm({ stay, onDone }: { stay: StayRow; onDone(): void }) {
  const { t } = useTranslation();
  const [draft, change, clear] = useDraft(`referral-${stay.stayId}`, BLANK);
  const places = useDestinations('to-hospital', true);
  const late = useLateEntry();
  const request = useAct('referrals.request');
  const [tried, setTried] = useState(false);
  const noHospital = draft.hospital.trim() === '';
  const noReason = draft.reason.trim() === '';
  const go = async () => {
    setTried(true);
    const when = late.read();
    if (noHospital || noReason || !when.ok || request.busy) return;
    const answer = await request.run(
      { stayId: stay.stayId, ...draft },
      { happenedAt: when.happenedAt, quiet: true },
    );
    if (!answer.ok) return;
    clear();
    onDone();
  };
  return (
    <form
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <Labelled label={t('care.referral.hospital')}>
        {(id) => (
          <AutoComplete
            id={id}
            style={{ width: '100%' }}
            value={draft.hospital}
            maxLength={120}
            options={places.map((place) => ({ value: place }))}
            showSearch={{
              filterOption: (typed, option) => String(option?.value ?? '').includes(typed.trim()),
            }}
            onChange={(hospital: string) => change({ hospital: hospital ?? '' })}
          />
        )}
      </Labelled>
      <FieldError>{tried && noHospital && t('care.referral.hospitalMissing')}</FieldError>
      <Labelled label={t('care.referral.reasonField')}>
        {(id) => (
          <Input
            id={id}
            value={draft.reason}
            maxLength={300}
            onChange={(event) => change({ reason: event.target.value })}
          />
        )}
      </Labelled>
      <FieldError>{tried && noReason && t('care.referral.reasonMissing')}</FieldError>
      <Checkbox checked={draft.urgent} onChange={(event) => change({ urgent: event.target.checked })}>
        {t('care.referral.urgent')}
      </Checkbox>
      <fieldset className="desk-fieldset">
        <legend>{t('care.referral.bedChoice')}</legend>
        <Radio.Group value={draft.holdBed} onChange={(event) => change({ holdBed: event.target.value })}>
          <Radio value={false}>{t('care.referral.free')}</Radio>
          <Radio value={true}>{t('care.referral.hold')}</Radio>
        </Radio.Group>
      </fieldset>
      <Labelled label={t('care.referral.contactField')}>
        {(id) => (
          <Input
            id={id}
            value={draft.contact}
            maxLength={120}
            onChange={(event) => change({ contact: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('care.referral.note')}>
        {(id) => (
          <Input
            id={id}
            value={draft.note}
            maxLength={300}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Labelled>
      <LateEntryControl value={late.late} onChange={late.setLate} />
      <RefusedNotice refused={request.refused} />
      <div className="desk-form-acts">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={request.busy}>
          {t('care.referral.request')} <kbd>Enter</kbd>
        </Button>
      </div>
    </form>
  );
}
