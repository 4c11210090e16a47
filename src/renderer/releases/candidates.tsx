import { Button } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '#shared/contract/release-list.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { type CandidateRow, candidateColumns } from './list-columns.tsx';
import type { ReleaseList } from './use-release-list.ts';

interface Props {
  release: ReleaseList;
  day: LocalDate;
  onCount(people: number): void;
  onAdded(): void;
}

/** Who could be put on the list: those who are eligible, and below them those who are only expected to be. */
export function Candidates({ release, day, onCount, onAdded }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { list, locked } = release;
  const { data, refused } = useWard('releases.propose', { day });
  const grid = useRef<WardGridHandle<CandidateRow>>(null);
  const columns = useMemo(() => candidateColumns(t, timeZone), [t, timeZone]);
  const rows = useMemo(() => {
    const plates = new Map(list?.buses.map(({ busId, plate }) => [busId, plate]));
    return (
      data &&
      [...data.eligible, ...data.expected].map(
        (one): CandidateRow => ({ ...one, plate: (one.busId && plates.get(one.busId)) ?? '' }),
      )
    );
  }, [data, list]);
  const open = useAct('releases.open');
  const set = useAct('releases.setMembers');
  const eligible = data?.eligible ?? [];
  useEffect(() => {
    if (data) onCount(data.eligible.length);
  }, [data, onCount]);

  const add = async (people: readonly Candidate[]) => {
    const ids = people.filter(({ verdict }) => verdict === 'eligible').map(({ stayId }) => stayId);
    if (ids.length === 0) return;
    const listId = list?.listId ?? (await openList());
    if (!listId) return;
    const answer = await set.run(
      { listId, add: ids },
      { quiet: true, says: (say, value) => say('releases.add.done', { count: value.added }) },
    );
    if (answer.ok) onAdded();
  };
  const openList = async () => {
    const answer = await open.run({ day }, { quiet: true });
    return answer.ok ? answer.value.listId : null;
  };
  const addChosen = () => void add(grid.current?.chosen() ?? []);
  const busy = set.busy || open.busy;
  const may = !locked && eligible.length > 0 && !busy;
  useKeys(t('releases.title'), [
    { keys: 'Ctrl+Enter', does: t('releases.keys.add'), run: addChosen, when: may },
    {
      keys: 'Shift+A',
      does: t('releases.add.all', { count: eligible.length }),
      run: () => void add(eligible),
      when: may,
    },
  ]);
  return (
    <>
      <div className="desk-release-says">
        <RefusedNotice refused={refused ?? open.refused ?? set.refused} />
        {data && data.expected.length > 0 && !locked && (
          <span className="desk-quiet">{t('releases.add.notYet')}</span>
        )}
        {set.busy && (
          <LongProgress progress={set.progress} fallback={t('progress.judging-list')} onCancel={set.cancel} />
        )}
      </div>
      <WardGrid<CandidateRow>
        name="release-candidates"
        label={t('releases.title')}
        ref={grid}
        rows={rows}
        columns={columns}
        rowId={(row) => row.stayId}
        onOpen={(row) => openPatient(row.stayId)}
        tools={
          <>
            <Allowed to="releases.setMembers">
              <Button type="primary" disabled={!may} loading={busy} onClick={() => void add(eligible)}>
                {t('releases.add.all', { count: eligible.length })} <kbd>Shift+A</kbd>
              </Button>
            </Allowed>
            <Allowed to="releases.setMembers">
              <Button disabled={!may} onClick={addChosen}>
                {t('releases.add.chosen')} <kbd>Ctrl+Enter</kbd>
              </Button>
            </Allowed>
          </>
        }
        empty={<EmptyState title={t('releases.empty.nobody')} hint={t('releases.empty.nobodyHint')} />}
      />
    </>
  );
}
