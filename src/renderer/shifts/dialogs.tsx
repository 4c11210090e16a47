import { useTranslation } from 'react-i18next';
import { AssignDialog } from './assign-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { RotationDialog } from './rotation-dialog.tsx';
import type { Cell } from './shift-grid.tsx';
import { TeamDialog } from './team-dialog.tsx';
import type { ReliefTeam } from './team-list.tsx';
import type { ShiftsPage } from './use-shifts-page.ts';

/** The dialog that is open. */
export type Opened =
  | { what: 'team'; team: ReliefTeam | null }
  | { what: 'assign'; cell: Cell }
  | { what: 'members' | 'copy' | 'rotation' | 'pattern' };

export function ShiftDialogs({
  opened,
  page,
  onClose,
}: {
  opened: Opened | null;
  page: ShiftsPage;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { plan, board, codes, from } = page;
  const teams = page.teams.data ?? [];
  if (!opened || !plan.data) return null;
  switch (opened.what) {
    case 'team':
      return (
        <TeamDialog
          team={opened.team}
          zones={plan.data.zones}
          units={plan.data.careUnits}
          onClose={onClose}
        />
      );
    case 'members':
      return <MembersDialog teams={teams} onClose={onClose} />;
    case 'copy':
      return <CopyDialog day={from} onClose={onClose} />;
    case 'rotation':
      return <RotationDialog teams={teams} codes={codes} onClose={onClose} />;
    case 'pattern':
      return board.data ? (
        <PatternDialog
          pattern={board.data.pattern}
          version={board.data.patternVersion}
          day={from}
          onClose={onClose}
        />
      ) : null;
    case 'assign': {
      const { zoneId } = opened.cell;
      const units = plan.data.careUnits.filter((unit) => unit.zoneId === zoneId);
      const zone = zoneId === null ? t('shifts.everywhere') : codes.zone(zoneId);
      return <AssignDialog cell={opened.cell} zone={zone} teams={teams} units={units} onClose={onClose} />;
    }
  }
}
