import { useTranslation } from 'react-i18next';
import type { RosterRow } from '#shared/contract/rosters.ts';
import type { Counts } from './roster-steps.ts';
import { RowStatus } from './row-columns.tsx';

export type Shown = 'all' | RosterRow['status'];

const ORDER = ['refused', 'duplicate', 'warning', 'ready', 'dropped', 'admitted'] as const;

interface Props {
  counts: Counts;
  total: number;
  shown: Shown;
  onShow(shown: Shown): void;
}

/** How many of each, and one press to see only those. */
export function RowFilters({ counts, total, shown, onShow }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className="desk-row-filters" aria-label={t('roster.rows.filter')}>
      <button type="button" aria-pressed={shown === 'all'} onClick={() => onShow('all')}>
        {t('ui.all')} <strong>{total}</strong>
      </button>
      {ORDER.filter((status) => counts[status] > 0 || shown === status).map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={shown === status}
          onClick={() => onShow(shown === status ? 'all' : status)}
        >
          <RowStatus status={status} /> <strong>{counts[status]}</strong>
        </button>
      ))}
    </fieldset>
  );
}
