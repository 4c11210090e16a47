import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { DayBar } from './day-bar.tsx';
import { type Opened, ShiftDialogs } from './dialogs.tsx';
import { LoadBars } from './load-bars.tsx';
import { OnNow } from './on-now.tsx';
import { ShiftGrid } from './shift-grid.tsx';
import { ShortRests } from './short-rests.tsx';
import { TeamList } from './team-list.tsx';
import { useShiftsPage } from './use-shifts-page.ts';
import './shifts.css';

/** Who is on now, today's and tomorrow's shifts zone by zone, what a nurse has to look after, and the relief teams. */
export default function ShiftsScreen() {
  const { t } = useTranslation();
  const page = useShiftsPage();
  const { plan, board, teams, onNow, load, codes } = page;
  const [opened, setOpened] = useState<Opened | null>(null);
  const acts = [
    { keys: 'T', does: t('shifts.teams.add'), run: () => setOpened({ what: 'team', team: null }) },
    { keys: 'N', does: t('shifts.members.add'), run: () => setOpened({ what: 'members' }) },
    { keys: 'C', does: t('shifts.copy.verb'), run: () => setOpened({ what: 'copy' }) },
    { keys: 'R', does: t('shifts.rotation.verb'), run: () => setOpened({ what: 'rotation' }) },
    { keys: 'P', does: t('shifts.pattern.set'), run: () => setOpened({ what: 'pattern' }) },
  ];
  useKeys(t('shifts.title'), [
    ...acts,
    { keys: 'PageUp', does: t('shifts.days.earlier'), run: page.earlier },
    { keys: 'PageDown', does: t('shifts.days.later'), run: page.later },
    { keys: 'Home', does: t('shifts.days.today'), run: page.backToToday },
    // The roster answers to these itself.
    { keys: 'Enter', does: t('shifts.keys.open'), run: () => undefined, when: false },
    {
      keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
      does: t('shifts.keys.walk'),
      run: () => undefined,
      when: false,
    },
  ]);
  const ready = plan.data && board.data && teams.data && onNow.data && load.data;
  const rows = [
    ...(plan.data?.zones ?? []).map(({ id, code, name }) => ({ id, code, name })),
    { id: null, code: t('shifts.everywhere'), name: '' },
  ];
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('shifts.title')}</h1>
        {acts.map(({ keys, does, run }) => (
          <Allowed key={keys} to="shifts.assign">
            <Button onClick={run}>
              {does} <kbd aria-hidden>{keys}</kbd>
            </Button>
          </Allowed>
        ))}
      </div>
      <RefusedNotice refused={page.refused} />
      {ready && teams.data?.length === 0 && (
        <EmptyState title={t('shifts.empty.title')} hint={t('shifts.empty.hint')}>
          <Button type="primary" onClick={() => setOpened({ what: 'team', team: null })}>
            {t('shifts.teams.add')} <kbd aria-hidden>T</kbd>
          </Button>
        </EmptyState>
      )}
      {plan.data && board.data && teams.data && onNow.data && load.data && teams.data.length > 0 && (
        <div className="desk-page-body desk-shifts">
          <div className="desk-shifts-main">
            <OnNow onNow={onNow.data} codes={codes} />
            <DayBar page={page} pattern={board.data.pattern} />
            <ShortRests rests={board.data.shortRests} />
            <div className="desk-shifts-scroll">
              <ShiftGrid
                board={board.data}
                zones={rows}
                codes={codes}
                onOpen={(cell) => setOpened({ what: 'assign', cell })}
              />
            </div>
          </div>
          <div className="desk-shifts-side">
            <LoadBars units={load.data.units} kept={load.data.kept} />
            <TeamList
              teams={teams.data}
              codes={codes}
              onChange={(team) => setOpened({ what: 'team', team })}
            />
          </div>
        </div>
      )}
      <ShiftDialogs opened={opened} page={page} onClose={() => setOpened(null)} />
    </div>
  );
}
