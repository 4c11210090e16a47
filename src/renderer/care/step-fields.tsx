import { AutoComplete, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReferralView } from '#shared/contract/referrals.ts';
import { useDestinations } from '../discharge/destinations.ts';
import { Labelled } from './labelled.tsx';

export type NextStep = 'requested' | 'accepted' | 'vehicle' | 'left';
/** What is about to be noted for a referral: its next step, or that it is called off. */
export type Asked = { referral: ReferralView; what: NextStep | 'cancel' };

export const isOpenStage = (stage: ReferralView['stage']): stage is NextStep =>
  stage === 'requested' || stage === 'accepted' || stage === 'vehicle' || stage === 'left';

/** What is typed for any of the steps. */
export interface Typed {
  hospital: string;
  contact: string;
  plate: string;
  hold: boolean;
  companion: string;
  reason: string;
}

interface FieldsProps {
  what: Asked['what'];
  referral: ReferralView;
  typed: Typed;
  onChange(some: Partial<Typed>): void;
}

/** What the step needs to know, and for leaving what it will do. */
export function StepFields({ what, referral, typed, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const places = useDestinations('to-hospital', what === 'requested');
  switch (what) {
    case 'requested':
      return (
        <>
          <Labelled label={t('care.referral.hospital')}>
            {(id) => (
              <AutoComplete
                id={id}
                style={{ width: '100%' }}
                value={typed.hospital}
                maxLength={120}
                options={places.map((place) => ({ value: place }))}
                onChange={(hospital: string) => onChange({ hospital: hospital ?? '' })}
              />
            )}
          </Labelled>
          <TextField
            name="contact"
            label={t('care.referral.contactField')}
            typed={typed}
            onChange={onChange}
          />
        </>
      );
    case 'accepted':
      return (
        <TextField name="plate" label={t('care.referral.plateField')} typed={typed} onChange={onChange} />
      );
    case 'vehicle':
      return <LeaveFields referral={referral} typed={typed} onChange={onChange} />;
    case 'cancel':
      return (
        <TextField name="reason" label={t('care.referral.cancelReason')} typed={typed} onChange={onChange} />
      );
    default:
      return null;
  }
}

function LeaveFields({ referral, typed, onChange }: Omit<FieldsProps, 'what'>) {
  const { t } = useTranslation();
  const { name, hospital, bed } = referral;
  return (
    <>
      {bed !== '' && (
        <fieldset className="desk-fieldset">
          <legend>{t('care.referral.bedChoice')}</legend>
          <Radio.Group value={typed.hold} onChange={(event) => onChange({ hold: event.target.value })}>
            <Radio value={false}>{t('care.referral.free')}</Radio>
            <Radio value={true}>{t('care.referral.hold')}</Radio>
          </Radio.Group>
        </fieldset>
      )}
      <TextField name="companion" label={t('care.referral.companion')} typed={typed} onChange={onChange} />
      <h2>{t('ui.consequences.title')}</h2>
      <ul className="desk-consequences">
        <li>{t('care.referral.leaveLines.stay', { name, hospital })}</li>
        {bed !== '' && <li>{t('care.referral.leaveLines.bed', { bed })}</li>}
        {bed !== '' && (
          <li>
            {typed.hold ? t('care.referral.leaveLines.held', { name }) : t('care.referral.leaveLines.freed')}
          </li>
        )}
      </ul>
    </>
  );
}

interface TextProps {
  name: 'contact' | 'plate' | 'companion' | 'reason';
  label: string;
  typed: Typed;
  onChange(some: Partial<Typed>): void;
}

function TextField({ name, label, typed, onChange }: TextProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          value={typed[name]}
          maxLength={name === 'plate' ? 40 : name === 'reason' ? 300 : 120}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Labelled>
  );
}
