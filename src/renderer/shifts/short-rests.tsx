import { useTranslation } from 'react-i18next';
import type { ShortRest } from '#shared/contract/shift-facts.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { Notice } from '../ui/notices.tsx';

const SHOWN = 3;

/** Who goes on again before the rest is over. */
export function ShortRests({ rests }: { rests: readonly ShortRest[] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (rests.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{t('shifts.short.title', { count: rests.length })}</strong>
      <ul className="desk-shift-rests">
        {rests.slice(0, SHOWN).map(({ operatorId, name, off, on }) => (
          <li key={`${operatorId}${on}`}>
            {t('shifts.short.line', { name, off: timeOf(off), on: timeOf(on) })}
          </li>
        ))}
        {rests.length > SHOWN && <li>{t('shifts.short.more', { count: rests.length - SHOWN })}</li>}
      </ul>
    </Notice>
  );
}
