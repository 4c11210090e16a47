import type { RowClassRules } from 'ag-grid-community';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { Allowed } from '../people/allowed.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { openPatient } from '../ways.ts';
import { DroppedBand } from './dropped-band.tsx';
import { memberColumns } from './list-columns.tsx';
import { MoveDialog } from './move-dialog.tsx';
import type { MemberRow, ReleaseList } from './use-release-list.ts';

const BAD_ROWS: RowClassRules<MemberRow> = {
  'desk-row-bad': ({ data }) => data?.state === 'dropped',
  'desk-row-gone': ({ data }) => data?.state === 'left',
};

interface Props {
  release: ReleaseList;
  day: LocalDate;
  onPropose(): void;
}

/** The people on the list, those who dropped off on top. */
export function Members({ release, day, onPropose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { list, members, locked } = release;
  const grid = useRef<WardGridHandle<MemberRow>>(null);
  const columns = useMemo(() => memberColumns(t, timeZone), [t, timeZone]);
  const [leaving, setLeaving] = useState<readonly MemberRow[]>([]);
  const [moving, setMoving] = useState<readonly MemberRow[]>([]);
  const set = useAct('releases.setMembers');
  const open = list?.listId !== undefined && list.listId !== null && !locked && members.length > 0;
  const askRemove = () => setLeaving(grid.current?.chosen() ?? []);
  const askMove = () => setMoving(grid.current?.chosen() ?? []);
  const remove = async (reason: string) => {
    if (!list?.listId) return false;
    const input = { listId: list.listId, remove: leaving.map(({ stayId }) => stayId) };
    const done = (await set.run(input, { reason, quiet: true })).ok;
    if (done) grid.current?.clearSelection();
    return done;
  };
  const takeOff = async (some: readonly StayId[]) => {
    if (!list?.listId || some.length === 0 || set.busy) return;
    const reason = t('releases.dropped.takeOffReason');
    await set.run({ listId: list.listId, remove: [...some] }, { reason, quiet: true });
  };
  const dropped = members.flatMap(({ state, stayId }) => (state === 'dropped' ? [stayId] : []));
  const buses = (list?.buses.length ?? 0) > 0;
  useKeys(t('releases.title'), [
    { keys: 'Delete', does: t('releases.keys.remove'), run: askRemove, when: open },
    {
      keys: 'Shift+Delete',
      does: t('releases.keys.takeOff'),
      run: () => void takeOff(dropped),
      when: open && dropped.length > 0,
    },
    { keys: 'M', does: t('releases.keys.move'), run: askMove, when: open && buses },
  ]);
  return (
    <>
      <DroppedBand
        members={members}
        state={list?.state ?? 'proposed'}
        onTakeOff={open ? (some) => void takeOff(some) : null}
      />
      {leaving.length === 0 && <RefusedNotice refused={set.refused} />}
      <WardGrid<MemberRow>
        name="release-members"
        label={t('releases.title')}
        ref={grid}
        rows={list ? members : undefined}
        columns={columns}
        rowId={(row) => row.stayId}
        rowClassRules={BAD_ROWS}
        onOpen={(row) => openPatient(row.stayId)}
        tools={
          open && (
            <>
              <Allowed to="releases.setMembers">
                <Button onClick={askRemove}>
                  {t('releases.remove.verb')} <kbd>Del</kbd>
                </Button>
              </Allowed>
              {buses && (
                <Allowed to="releases.assignBuses">
                  <Button onClick={askMove}>
                    {t('releases.buses.move')} <kbd>M</kbd>
                  </Button>
                </Allowed>
              )}
            </>
          )
        }
        empty={
          <EmptyState
            title={list?.listId ? t('releases.empty.noMembers') : t('releases.empty.noList', { day })}
            hint={t(list?.listId ? 'releases.empty.noMembersHint' : 'releases.empty.noListHint')}
          >
            <Button type="primary" autoFocus onClick={onPropose}>
              {t('releases.empty.propose')} <kbd>P</kbd>
            </Button>
          </EmptyState>
        }
      />
      <ReasonDialog
        open={leaving.length > 0}
        title={t('releases.remove.title', { count: leaving.length, day })}
        verb={t('releases.remove.verb')}
        consequences={leaving.map(({ name, bed }) => t('releases.remove.line', { name, bed, day }))}
        example={t('releases.remove.example')}
        act={set}
        onGo={remove}
        onClose={() => setLeaving([])}
      />
      <MoveDialog list={list} people={moving} onClose={() => setMoving([])} />
    </>
  );
}
