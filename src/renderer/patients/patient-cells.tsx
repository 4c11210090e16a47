import type { ICellRendererParams } from 'ag-grid-community';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { AlertMark } from '../ui/state-mark.tsx';

/** The name, with a mark where somebody needs watching, and one where it is not their real name yet. */
export function NameCell({ data, value }: ICellRendererParams<StayRow, string>) {
  const { t } = useTranslation();
  if (!data) return null;
  const groups = data.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`));
  return (
    <span className="desk-name">
      {groups.length > 0 && (
        <AlertMark label={t('patients.key', { groups: groups.join(t('ui.listComma')) })} />
      )}
      <bdi className="desk-name-text">{value}</bdi>
      {data.provisional && <span className="desk-late-mark">{t('fields.provisional')}</span>}
    </span>
  );
}

/** The bed, or that there is none yet. */
export function BedCell({ data, value }: ICellRendererParams<StayRow, string>) {
  const { t } = useTranslation();
  if (data?.status === 'waiting') return <span className="desk-quiet">{t('patients.scopes.waiting')}</span>;
  return <strong>{value}</strong>;
}
