import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { nameKey } from '#shared/rules/person-name.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { focusField } from './field-order.ts';
import type { AdmitForm } from './use-admit-form.ts';
import type { KnownPerson } from './use-known-person.ts';

/** Who this is, if the ward knows: in house already, or here before. */
export function KnownBanner({ known, form }: { known: KnownPerson | null; form: AdmitForm }) {
  const { t } = useTranslation();
  if (form.mixed) {
    return (
      <Notice tone="warn">
        {t('admit.mixed.says', { name: form.draft.name })}{' '}
        <Button size="small" onClick={form.startAnew}>
          {t('admit.mixed.clear')} <kbd>Alt+N</kbd>
        </Button>
      </Notice>
    );
  }
  if (!known) return null;
  return known.inHouse ? <InHouse known={known} form={form} /> : <Returning known={known} form={form} />;
}

interface Props {
  known: KnownPerson;
  form: AdmitForm;
}

function InHouse({ known, form }: Props) {
  const { t } = useTranslation();
  const { inHouse, details } = known;
  const show = () => inHouse && openPatient(inHouse.stayId);
  useKeys(t('admit.title'), [{ keys: 'Alt+S', does: t('admit.known.show'), run: show }]);
  // The next scan takes the place of this number.
  useEffect(() => focusField('documentNumber'), []);
  if (!inHouse) return null;
  const { bed, number } = inHouse;
  return (
    <Notice>
      <strong>
        {bed === ''
          ? t('admit.known.waiting', { name: details.name, number })
          : t('admit.known.inHouse', { name: details.name, bed, number })}
      </strong>{' '}
      {t('admit.known.notAgain')}
      <span className="desk-field-ways">
        <Button size="small" onClick={show}>
          {t('admit.known.show')} <kbd>Alt+S</kbd>
        </Button>
        <Button size="small" onClick={form.startAnew}>
          {t('admit.known.next')} <kbd>Alt+N</kbd>
        </Button>
      </span>
    </Notice>
  );
}

/** Here before: what is known has been filled in; only a name that differs is worth stopping for. */
function Returning({ known: { details, stays }, form }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const typed = form.draft.name.trim();
  const differs = typed !== '' && nameKey(typed) !== nameKey(details.name);
  const latest = stays[0];
  if (!latest && !differs) return null;
  return (
    <>
      {latest && (
        <div className="desk-returning" role="status">
          <HistoryOutlined aria-hidden /> <strong>{t('admit.known.returning')}</strong>{' '}
          {t('admit.known.before', {
            name: details.name,
            number: latest.number,
            from: timeOf(latest.arrivedAt).slice(0, 10),
            to: latest.leftAt ? timeOf(latest.leftAt).slice(0, 10) : '',
          })}
          {stays.length > 1 && t('admit.known.times', { count: stays.length })}{' '}
          <span className="desk-quiet">{t('admit.known.filled')}</span>
        </div>
      )}
      {differs && <Notice tone="warn">{t('admit.known.otherName', { name: details.name })}</Notice>}
    </>
  );
}
