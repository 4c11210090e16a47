import { useTranslation } from 'react-i18next';
import { hrefOf } from '../route.ts';
import type { AdmitDesk } from './use-admit-desk.ts';

/** The last ten of this desk, each with where they are now. */
export function AdmittedList({ desk: { latest, where } }: { desk: AdmitDesk }) {
  const { t } = useTranslation();
  if (latest.length === 0) return <p className="desk-quiet">{t('admit.latest.none')}</p>;
  return (
    <ol className="desk-admitted-list">
      {latest.map(({ stayId, name, number, bed }) => {
        const now =
          where.get(stayId) ?? (bed === null ? { at: 'waiting' as const } : { at: 'bed' as const, bed });
        return (
          <li key={stayId} data-gone={now.at === 'gone'}>
            <a href={hrefOf('patients', stayId)}>
              <bdi className="desk-admitted-name">{name}</bdi>
              <span className="desk-quiet">{number}</span>
              <strong>
                {now.at === 'bed'
                  ? now.bed
                  : t(now.at === 'gone' ? 'admit.latest.gone' : 'admit.bed.waiting')}
              </strong>
            </a>
          </li>
        );
      })}
    </ol>
  );
}
