import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { useTimeOf } from '../ui/hospital.tsx';

/** `设备损坏 · 床板断 · 2022-04-05 12:00 起` */
export function ClosureWords({ closure }: { closure: NonNullable<BedView['closure']> }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const words = [
    t(`vocabulary.closureReasons.${closure.reason}`),
    closure.note,
    t('settings.places.since', { at: timeOf(closure.since) }),
  ];
  return <span className="desk-closure">{words.filter((word) => word !== '').join(' · ')}</span>;
}
