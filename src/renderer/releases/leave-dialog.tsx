import { Button, Input } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleaseListView } from '#shared/contract/release-list.ts';
import type { ActId, StayId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { lastAct } from '../desk/last-act.ts';
import { undoAct } from '../desk/undo.ts';
import { type BatchRow, goersOf, mayLeave } from '../discharge/batch-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useKeys } from '../ui/keys.ts';
import { LateEntryControl, useLateEntry } from '../ui/late-entry.tsx';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { leaveColumns } from './leave-columns.tsx';
import { useListDay } from './use-release-list.ts';

interface Props {
  open: boolean;
  list: ReleaseListView;
  day: LocalDate;
  onClose(): void;
}

/** Everybody on the list with a pass or the reason why not; discharges all who may, or those ticked. */
export function LeaveDialog({ open, list, day, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} title={t('releases.leave.title', { day })} width={1040} onClose={onClose}>
      {open && <Leaving list={list} onClose={onClose} />}
    </Dialog>
  );
}

const WAY = { way: 'on-order', destination: '' } as const;
const BAD_ROWS = {
  'desk-row-bad': ({ data }: { data?: BatchRow | undefined }) => data !== undefined && !mayLeave(data),
};

function Leaving({ list, onClose }: { list: ReleaseListView; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const listId = list.listId ?? undefined;
  const stayIds = useMemo(
    () => list.members.filter(({ state }) => state !== 'left').map(({ stayId }) => stayId),
    [list],
  );
  const { today } = useListDay();
  const late = useLateEntry();
  const when = late.read();
  const at = when.ok ? when.happenedAt : undefined;
  const [companion, setCompanion] = useState('');
  const [note, setNote] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<StayId>>(new Set());
  const [done, setDone] = useState<{ actId: ActId; people: number } | null>(null);
  const grid = useRef<WardGridHandle<BatchRow>>(null);
  const commit = useAct('discharges.commit');
  const preview = useWard(
    'discharges.preview',
    {
      stayIds,
      leaving: { ...WAY, companion: '', note: '' },
      ...(listId ? { listId } : {}),
      ...(at ? { at } : {}),
    },
    { enabled: stayIds.length > 0, keep: true },
  );
  const rows = useMemo(
    () =>
      preview.data
        ?.map((row): BatchRow => ({ ...row, refusedAtCommit: null }))
        .sort((a, b) => Number(mayLeave(a)) - Number(mayLeave(b))),
    [preview.data],
  );
  const columns = useMemo(() => leaveColumns(t), [t]);
  const here = new Set([...ticked].filter((one) => stayIds.includes(one)));
  const goers = goersOf(rows ?? [], here);
  const failing = (rows ?? []).filter((row) => !mayLeave(row)).length;
  const ready = goers.length > 0 && !commit.busy && !preview.isFormer && when.ok && listId !== undefined;

  const go = async () => {
    if (!ready || listId === undefined) return;
    const answer = await commit.run(
      {
        stays: goers.map(({ stayId, version }) => ({ stayId, expectedVersion: version })),
        leaving: { ...WAY, companion: companion.trim(), note: note.trim() },
        listId,
      },
      {
        ...{ happenedAt: at, quiet: true },
        says: (say, value) => say('releases.leave.done', { count: value.discharged }),
      },
    );
    if (!answer.ok) return;
    setTicked(new Set());
    grid.current?.clearSelection();
    setDone({ actId: answer.value.actId, people: answer.value.discharged });
  };
  useKeys(
    t('releases.leave.open'),
    [
      {
        keys: 'Ctrl+Enter',
        does: t('releases.leave.open'),
        run: () => void go(),
        when: ready,
        inFields: true,
      },
    ],
    true,
  );
  const verb = here.size > 0 ? 'releases.leave.verbTicked' : 'releases.leave.verb';
  return (
    <div className="desk-release-leave">
      {done && <DoneNotice {...done} />}
      {list.day !== today && !done && (
        <Notice tone="warn">{t('releases.leave.otherDay', { day: list.day })}</Notice>
      )}
      <RefusedNotice refused={preview.refused} />
      {commit.refused && (
        <>
          <RefusedNotice refused={commit.refused} />
          <span>{t('releases.leave.nobodyLeft')}</span>
        </>
      )}
      <div className="desk-release-counts" role="status">
        <strong>{t('releases.leave.going', { count: (rows?.length ?? 0) - failing })}</strong>
        {failing > 0 && <strong data-tone="bad">{t('releases.leave.failing', { count: failing })}</strong>}
        <span className="desk-quiet">{t('releases.leave.hint')}</span>
      </div>
      <div className="desk-release-leave-grid">
        <WardGrid<BatchRow>
          name="release-leave"
          label={t('releases.leave.open')}
          ref={grid}
          rows={stayIds.length === 0 ? [] : rows}
          columns={columns}
          rowId={(row) => row.stayId}
          rowClassRules={BAD_ROWS}
          onChosen={(some) => setTicked(new Set(some.map(({ stayId }) => stayId)))}
          empty={<p className="desk-quiet">{t('releases.leave.nobody')}</p>}
        />
      </div>
      <div className="desk-release-leave-form">
        <label htmlFor={`${id}-with`}>{t('releases.leave.companion')}</label>
        <Input
          id={`${id}-with`}
          value={companion}
          maxLength={120}
          onChange={(event) => setCompanion(event.target.value)}
        />
        <label htmlFor={`${id}-note`}>{t('releases.leave.note')}</label>
        <Input
          id={`${id}-note`}
          value={note}
          maxLength={300}
          onChange={(event) => setNote(event.target.value)}
        />
        <LateEntryControl value={late.late} onChange={late.setLate} />
      </div>
      {commit.busy && <LongProgress progress={commit.progress} fallback={t('progress.discharging')} />}
      <div className="desk-dialog-acts">
        <Button onClick={commit.busy ? commit.cancel : onClose}>
          {t(commit.busy || !done ? 'ui.cancel' : 'ui.close')}
        </Button>
        <Button type="primary" danger disabled={!ready} loading={commit.busy} onClick={() => void go()}>
          {t(verb, { count: goers.length })} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}

/** What was done, with the way back, until the next act. */
function DoneNotice({ actId, people }: { actId: ActId; people: number }) {
  const { t } = useTranslation();
  const last = useHeld(lastAct);
  if (last?.actId !== actId) return null;
  return (
    <Notice tone="good">
      <strong>{t('releases.leave.done', { count: people })}</strong>{' '}
      <Button onClick={() => void undoAct(actId)}>{t('ui.undo')}</Button>
    </Notice>
  );
}
