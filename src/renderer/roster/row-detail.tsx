import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { language } from '../i18n/index.ts';
import { hrefOf } from '../route.ts';
import { issueText, RowStatus } from './row-columns.tsx';
import { inOrderOfGravity } from './row-order.ts';

interface Props {
  row: RosterRow | null;
  view: RosterView;
  onChange(row: RosterRow, position: number, text: string): void;
  onDrop(row: RosterRow): void;
}

const NEEDS_DOCUMENT: ReadonlySet<string> = new Set([
  'document-missing',
  'document-invalid',
  'id-length',
  'id-characters',
  'id-province',
  'id-birth-date',
  'id-check-character',
  'id-lost-digits',
]);

/** The row under the keyboard: what is wrong with it in full, and the ways out. */
export function RowDetail({ row, view, onChange, onDrop }: Props) {
  const { t } = useTranslation();
  if (!row) return <div className="desk-row-detail desk-quiet">{t('roster.rows.hint')}</div>;
  const document = view.columns.find(({ field }) => field === 'documentNumber');
  const lacksDocument = row.issues.some(
    ({ code, severity }) => severity === 'refused' && NEEDS_DOCUMENT.has(code),
  );
  const isOpen = row.status !== 'admitted' && row.status !== 'dropped';
  return (
    <div className="desk-row-detail" aria-live="polite">
      <div className="desk-row-detail-head">
        <RowStatus status={row.status} />
        <span className="desk-quiet">{t('roster.rows.rowOf', { row: row.row })}</span>
        {row.stayId && <a href={hrefOf('patients', row.stayId)}>{t('roster.rows.showPatient')}</a>}
        {isOpen && document && lacksDocument && (
          <Button
            size="small"
            onClick={() => onChange(row, document.position, t('vocabulary.documentTypes.none'))}
          >
            {t('roster.rows.noDocument')}
          </Button>
        )}
        {isOpen && (
          <Button size="small" onClick={() => onDrop(row)}>
            {t('roster.drop.title')} <kbd>Delete</kbd>
          </Button>
        )}
      </div>
      {row.issues.length === 0 ? (
        <span className="desk-quiet">{t('roster.rows.hint')}</span>
      ) : (
        <ul>
          {inOrderOfGravity(row.issues).map((issue) => (
            <li key={`${issue.code}${issue.column}`} data-severity={issue.severity}>
              {issueText(issue, language())}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
