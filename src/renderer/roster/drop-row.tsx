import { useTranslation } from 'react-i18next';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { useAct } from '../act.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { whoIs } from './row-order.ts';

interface Props {
  view: RosterView;
  row: RosterRow | null;
  onClose(): void;
}

/** Puts a row aside that needs nobody's work any more, with the reason. Undo brings it back. */
export function DropRow({ view, row, onClose }: Props) {
  const { t } = useTranslation();
  const drop = useAct('rosters.dropRow');
  const go = async (reason: string) =>
    row !== null &&
    (await drop.run({ rosterId: view.summary.rosterId, row: row.row }, { reason, quiet: true })).ok;
  return (
    <ReasonDialog
      open={row !== null}
      title={t('roster.drop.title')}
      verb={t('roster.drop.verb')}
      consequences={row ? [t('roster.drop.what', { row: row.row, name: whoIs(row, view) })] : []}
      example={t('roster.drop.example')}
      act={drop}
      onGo={go}
      onClose={onClose}
    />
  );
}
