import { useTranslation } from 'react-i18next';
import type { ZoneRow } from '#shared/contract/zones.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';

/** What keeps the zone from its next step, each in a sentence. */
export function useHindranceWords(): (one: ZoneRow['hindrances'][number]) => string {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const list = (words: readonly string[], count: number) =>
    words.join(t('ui.listComma')) + (count > words.length ? ' …' : '');
  return (one) => {
    const { kind } = one;
    switch (kind) {
      case 'people':
        return t('zones.hindrance.people', { count: one.count, names: list(one.names, one.count) });
      case 'unconfirmed':
        return t('zones.hindrance.unconfirmed', { count: one.count });
      case 'contact-time':
        return t('zones.hindrance.contactTime', { until: timeOf(one.until) });
      case 'held': {
        const beds = one.beds.map(({ bed, forWhom }) => `${bed} ${forWhom}`.trim());
        return t('zones.hindrance.held', { count: one.count, beds: list(beds, one.count) });
      }
    }
  };
}

/** What is in the way of the next step, and that the zone was closed by hand, whatever its steps. */
export function Hindrances({ zone }: { zone: ZoneRow }) {
  const { t } = useTranslation();
  const say = useHindranceWords();
  const byHand = zone.closedByHand;
  const reason = byHand ? [t(`vocabulary.closureReasons.${byHand.reason}`), byHand.note] : [];
  return (
    <>
      {byHand && (
        <Notice tone="warn">
          {t('zones.closedByHand', { reason: reason.filter((word) => word !== '').join(' · ') })}
        </Notice>
      )}
      {zone.next !== null && zone.hindrances.length === 0 && (
        <Notice tone="good">{t('zones.hindrance.none')}</Notice>
      )}
      {zone.next !== null && zone.hindrances.length > 0 && (
        <Notice tone="warn">
          <strong>{t('zones.hindrance.title')}</strong>
          {zone.hindrances.map((one) => (
            <p key={one.kind}>{say(one)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
