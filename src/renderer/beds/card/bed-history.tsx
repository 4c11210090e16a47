import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { hrefOf } from '../../route.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { useSpans } from '../../ui/time.ts';

interface Props {
  history: OutputOf<'beds.card'>['history'];
  now: number;
}

/** Everybody who ever had the bed, the latest first. */
export function BedHistory({ history, now }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { span } = useSpans();
  return (
    <section>
      <h3>{t('beds.card.history')}</h3>
      {history.length === 0 && <p className="desk-quiet">{t('beds.card.nobodyYet')}</p>}
      <ol className="desk-beds-history">
        {history.map(({ stayId, name, from, to }) => (
          <li key={`${stayId}${from}`}>
            <a href={hrefOf('patients', stayId)}>
              <bdi>{name}</bdi>
            </a>
            <span>
              {timeOf(from).slice(5)} – {to ? timeOf(to).slice(5) : t('beds.card.stillThere')}
            </span>
            <span className="desk-quiet">{span((to ? millisOf(to) : now) - millisOf(from))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
