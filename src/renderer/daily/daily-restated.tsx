import { useTranslation } from 'react-i18next';
import type { DailyReport } from './daily-figures.tsx';
import { figureWord } from './figure-words.ts';

/** Every figure that is another one than was signed, in full: cards and tables have no room for all of their parts. */
export function DailyRestated({ report: { body, restated } }: { report: DailyReport }) {
  const { t } = useTranslation();
  if (restated.length === 0) return null;
  return (
    <section className="desk-daily-restated">
      <h3>{t('daily.restatedList', { count: restated.length })}</h3>
      <ul>
        {restated.map(({ path, signed, now }) => (
          <li key={path}>{t('daily.wasIs', { figure: figureWord(path, body, t), signed, now })}</li>
        ))}
      </ul>
    </section>
  );
}
