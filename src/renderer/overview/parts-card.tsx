import { useTranslation } from 'react-i18next';
import type { RowsOf } from '#shared/contract/overview.ts';
import { NumberLink } from './number-link.tsx';

interface Props {
  title: string;
  all: number;
  parts: readonly { word: string; value: number; of: RowsOf }[];
}

/** Everybody in house, in parts: figures first, a plain bar beside them. */
export function PartsCard({ title, all, parts }: Props) {
  const { t } = useTranslation();
  return (
    <section className="desk-overview-card" aria-label={title}>
      <table className="desk-overview-table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('overview.figures.inHouse')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ word, value, of }) => (
            <tr key={word}>
              <th scope="row">
                {word}
                <span className="desk-overview-bar" aria-hidden>
                  <span style={{ width: `${all === 0 ? 0 : (100 * value) / all}%` }} />
                </span>
              </th>
              <td>
                <NumberLink says={`${title} ${word}`} value={value} of={of} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
