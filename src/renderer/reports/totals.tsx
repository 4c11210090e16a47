import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { WAYS_OF_LEAVING } from '#shared/contract/vocabulary.ts';

type Report = OutputOf<'reports.discharges'>;

/** How many, by way of leaving and by district: figures first, a plain bar beside them. */
export function Totals({ totals }: { totals: Report['totals'] }) {
  const { t } = useTranslation();
  return (
    <aside className="desk-totals" aria-label={t('reports.totals')}>
      <p className="desk-totals-all">
        {t('reports.total')} <strong>{totals.all}</strong>
      </p>
      <Counts
        title={t('reports.columns.way')}
        all={totals.all}
        lines={WAYS_OF_LEAVING.map((way) => ({
          word: t(`vocabulary.waysOfLeaving.${way}`),
          people: totals.byWay[way],
        }))}
      />
      <Counts
        title={t('reports.columns.district')}
        all={totals.all}
        lines={totals.byDistrict.map(({ district, people }) => ({
          word: district || t('reports.noDistrict'),
          people,
        }))}
      />
    </aside>
  );
}

interface CountsProps {
  title: string;
  all: number;
  lines: readonly { word: string; people: number }[];
}

function Counts({ title, all, lines }: CountsProps) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <table className="desk-counts">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('reports.people')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ word, people }) => (
          <tr key={word} data-some={people > 0}>
            <th scope="row">
              <span>{word}</span>
              <span className="desk-bar" aria-hidden>
                <span style={{ width: `${all === 0 ? 0 : (100 * people) / all}%` }} />
              </span>
            </th>
            <td>{people}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
