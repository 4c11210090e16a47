import { Button } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';
import { useAct } from '../act.ts';
import { language } from '../i18n/index.ts';
import { go } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { CommitRoster } from './commit-roster.tsx';
import { DropRow } from './drop-row.tsx';
import { countRows, readyRows, withoutBed } from './roster-steps.ts';
import { rowColumns } from './row-columns.tsx';
import { RowDetail } from './row-detail.tsx';
import { RowFilters, type Shown } from './row-filters.tsx';
import { inWorkingOrder, type Pending, pendingKey, stillPending } from './row-order.ts';
import './rows.css';

/** In a cell F2 edits, as in every spreadsheet (the grid has done it by now); elsewhere it leads to Admit. */
function editOrAdmit({ target }: KeyboardEvent): void {
  if (!(target instanceof Element) || !target.closest('.ag-cell')) go('admit');
}

const NOTHING: Pending = new Map();

/** Third step: everybody on the list, the bad rows on top, mended in place; then the good ones come in. */
export function RowsStep({ view }: { view: RosterView }) {
  const { t, i18n } = useTranslation();
  const { rosterId } = view.summary;
  const grid = useRef<WardGridHandle<RosterRow>>(null);
  const edit = useAct('rosters.editRow');
  const [typed, setTyped] = useState(NOTHING);
  const [shown, setShown] = useState<Shown>('all');
  const [at, setAt] = useState<number | null>(null);
  const [dropping, setDropping] = useState<RosterRow | null>(null);
  const [committing, setCommitting] = useState(false);
  const pending = useMemo(() => stillPending(typed, view), [typed, view]);
  const counts = countRows(view.rows);
  const ready = readyRows(view.rows);
  const waiting = withoutBed(view.rows);
  const rows = useMemo(
    () => inWorkingOrder(view.rows).filter(({ status }) => shown === 'all' || status === shown),
    [view.rows, shown],
  );

  const { run } = edit;
  const shownView = useRef(view);
  useLayoutEffect(() => {
    shownView.current = view;
  });
  const change = useCallback(
    async (row: RosterRow, position: number, text: string) => {
      const key = pendingKey(row.row, position);
      setTyped((was) => new Map(was).set(key, { text, takenAt: null }));
      const answer = await run({ rosterId, row: row.row, cells: [{ position, text }] }, { quiet: true });
      setTyped((was) => {
        const next = new Map(was);
        if (answer.ok) next.set(key, { text, takenAt: shownView.current });
        else next.delete(key);
        return next;
      });
    },
    [rosterId, run],
  );
  // The grid asks its columns for every cell: they are only made anew when something of theirs changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  const columns = useMemo(
    () => rowColumns({ t, language: language(), view, pending, onEdit: (...one) => void change(...one) }),
    [i18n.language, view, pending, change],
  );
  // A row that was mended moves away under the keyboard: what is told is about the one that stands there now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the rows
  useEffect(() => {
    const row = grid.current?.current();
    if (row) setAt(row.row);
  }, [rows]);
  const current = rows.find(({ row }) => row === at) ?? null;
  const drop = () => {
    const row = grid.current?.current();
    if (row && row.status !== 'admitted' && row.status !== 'dropped') setDropping(row);
  };
  const goOn = () => {
    if (ready.length > 0) setCommitting(true);
    else if (waiting.length > 0) go('roster', rosterId, { step: 'beds' });
    else if (counts.admitted > 0) go('roster', rosterId, { step: 'done' });
  };
  useKeys(t('roster.title'), [
    { keys: 'Ctrl+Enter', does: t('roster.commit.verb', { count: ready.length }), run: goOn },
    { keys: 'F2', does: t('roster.rows.edit'), run: editOrAdmit },
    { keys: 'Delete', does: t('roster.drop.title'), run: drop, inFields: false },
  ]);

  return (
    <>
      <RefusedNotice refused={edit.refused} />
      <div className="desk-roster-rows">
        <WardGrid<RosterRow>
          ref={grid}
          name={`roster-${rosterId}`}
          label={view.summary.fileName}
          plain
          rows={rows}
          total={view.rows.length}
          columns={columns}
          rowId={({ row }) => String(row)}
          rowClass={({ status }) => `desk-row-${status}`}
          onAt={({ row }) => setAt(row)}
          tools={<RowFilters counts={counts} total={view.rows.length} shown={shown} onShow={setShown} />}
        />
      </div>
      <div className="desk-roster-foot">
        <RowDetail row={current} view={view} onChange={change} onDrop={setDropping} />
        <Button
          type="primary"
          size="large"
          disabled={ready.length === 0 && counts.admitted === 0}
          onClick={goOn}
        >
          {ready.length > 0
            ? t('roster.commit.verb', { count: ready.length })
            : t(waiting.length > 0 ? 'roster.beds.go' : 'roster.done.go')}{' '}
          <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
      <DropRow
        view={view}
        row={dropping}
        onClose={() => {
          setDropping(null);
          takeKeyboardNext(() => grid.current?.focus());
        }}
      />
      <CommitRoster open={committing} view={view} onClose={() => setCommitting(false)} />
    </>
  );
}
