import { Button } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { lastNote } from '../desk/last-act.ts';
import { Allowed } from '../people/allowed.tsx';
import type { WardGridHandle } from '../ui/grid.tsx';
import { useKeys } from '../ui/keys.ts';
import { openBedsFor, openDischarge, openPatient, openProposal } from '../ways.ts';
import type { Scope } from './patient-columns.ts';
import { type Wrong, whatForbids } from './what-forbids.ts';

interface Props {
  grid: RefObject<WardGridHandle<StayRow> | null>;
  scope: Scope;
}

const ACT_OF = {
  open: 'stays.record',
  assign: 'stays.assign',
  move: 'stays.move',
  swap: 'stays.swap',
  propose: 'allocation.commit',
  discharge: 'discharges.commit',
} as const;

/** What can be done with the patient in hand: the row of the keyboard, or for a discharge all that are ticked. */
export function PatientActs({ grid, scope }: Props) {
  const { t } = useTranslation();
  const say = (wrong: Wrong | 'nobody', name = '') =>
    lastNote.set((words) => words(`patients.wrong.${wrong}`, { name }));
  const forCurrent = (act: 'assign' | 'move' | 'swap') => () => {
    const row = grid.current?.current();
    if (!row) return say('nobody');
    const wrong = whatForbids(act, row);
    if (wrong) say(wrong, row.name);
    else openBedsFor(row.stayId, act);
  };
  const discharge = () => {
    const rows = grid.current?.chosen() ?? [];
    const barred = rows.find((row) => whatForbids('discharge', row) !== null);
    if (barred) say('hasLeft', barred.name);
    else if (rows.length === 0) say('nobody');
    else openDischarge(rows.map((row) => row.stayId));
  };
  const open = () => {
    const row = grid.current?.current();
    if (row) openPatient(row.stayId);
    else say('nobody');
  };
  const all = [
    { keys: 'Enter', act: 'open', run: open, shown: scope !== 'left' },
    { keys: 'B', act: 'assign', run: forCurrent('assign'), shown: scope === 'waiting' },
    { keys: 'M', act: 'move', run: forCurrent('move'), shown: scope === 'present' },
    { keys: 'W', act: 'swap', run: forCurrent('swap'), shown: scope === 'present' },
    { keys: 'A', act: 'propose', run: openProposal, shown: scope === 'waiting' },
    { keys: 'D', act: 'discharge', run: discharge, shown: scope !== 'left' },
  ] as const;
  useKeys(
    t('patients.title'),
    // The grid itself answers Enter, where the keyboard stands in a row.
    all.map(({ keys, act, run }) => ({ keys, does: t(`patients.acts.${act}`), run, when: keys !== 'Enter' })),
  );
  return (
    <div className="desk-acts">
      {all
        .filter(({ shown }) => shown)
        .map(({ keys, act, run }) => (
          <Allowed key={act} to={ACT_OF[act]}>
            <Button onClick={run}>
              {t(`patients.acts.${act}`)} <kbd>{keys}</kbd>
            </Button>
          </Allowed>
        ))}
    </div>
  );
}
