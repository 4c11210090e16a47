import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { useWard } from '../client.ts';
import { useCheckWords } from '../home/check-words.ts';
import { Notice } from '../ui/notices.tsx';

/** What was heard of somebody in the days after release; a positive stands on top. */
export function HomeCard({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const { data } = useWard('home.ofStay', { stayId: stay.stayId });
  const words = useCheckWords();
  if (!data || (data.from === null && data.checks.length === 0)) return null;
  return (
    <section className="desk-card" aria-label={t('care.home.title')}>
      <h2>{t('care.home.title')}</h2>
      {data.positiveOn && <Notice>{t('care.home.positive', { day: data.positiveOn })}</Notice>}
      {data.from && data.until && (
        <p className="desk-quiet">{t('care.home.span', { from: data.from, until: data.until })}</p>
      )}
      {data.checks.length === 0 && <p className="desk-quiet">{t('care.home.none')}</p>}
      <ul className="desk-lines">
        {data.checks.map((check) => (
          <li key={check.day}>
            <span>{check.day}</span>
            <span>{words(check)}</span>
            <span className="desk-quiet">{check.who}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
