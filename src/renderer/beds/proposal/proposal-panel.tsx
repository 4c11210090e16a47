import { Button, Progress } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../../client.ts';
import { inWaitingOrder } from '../../patients/waiting-order.ts';
import { useKeys } from '../../ui/keys.ts';
import { EmptyState, Notice, RefusedNotice } from '../../ui/notices.tsx';
import { useProgressWord } from '../../ui/progress-word.ts';
import { useNow } from '../../ui/time.ts';
import { BedCallout } from '../bed-callout.tsx';
import { Board, type BoardHandle } from '../board/board.tsx';
import { bedWords } from '../board/use-words.ts';
import { useBoardMemory } from '../board-memory.ts';
import { DragChip } from '../carry/drag-chip.tsx';
import { isPossible } from '../carry/verdict.ts';
import { useWardFloor, type WardFloor } from '../use-ward-floor.ts';
import { CommitDialog } from './commit-dialog.tsx';
import type { Choice } from './proposal-draft.ts';
import { ProposalList } from './proposal-list.tsx';
import { type ProposalWork, useProposal } from './use-proposal.ts';
import { useProposalBoard } from './use-proposal-board.ts';
import '../beds.css';

interface Props {
  /** Null: everybody who waits. The list has to be the same object as long as the same people are meant. */
  stayIds: readonly StayId[] | null;
  /** Committed: so many got a bed. */
  onDone(placed: number): void;
  onLeave(): void;
}

const NOBODY: readonly StayRow[] = [];

/** A proposal of beds, as a list and on the plan side by side: looked through, changed by hand, committed whole. */
export function ProposalPanel(props: Props) {
  const { t } = useTranslation();
  const { ward, refused } = useWardFloor();
  if (!ward) {
    return refused ? <RefusedNotice refused={refused} /> : <p className="desk-loading">{t('ui.loading')}</p>;
  }
  return <Panel {...props} ward={ward} />;
}

function Panel({ stayIds, onDone, onLeave, ward }: Props & { ward: WardFloor }) {
  const { t } = useTranslation();
  const { floor, views } = ward;
  const now = millisOf(useNow());
  const memory = useBoardMemory();
  const board = useRef<BoardHandle>(null);
  const list = useRef<{ focus(): void }>(null);
  const work = useProposal(stayIds);
  const { draft } = work;
  const waiting = useWard('stays.list', { scope: 'waiting' }).data?.rows ?? NOBODY;
  const people = useMemo(() => peopleOf(waiting, stayIds, draft), [waiting, stayIds, draft]);
  const [active, setActive] = useState<StayId | null>(null);
  const [askingReason, setAskingReason] = useState(false);
  const isGone = useCallback(
    ({ bedId, stayId }: Choice) => {
      const view = views[floor.indexOf.get(bedId) ?? -1];
      const isMine = view?.state === 'reserved' && view.reservation?.stayId === stayId;
      return view !== undefined && view.state !== 'available' && !isMine;
    },
    [floor, views],
  );
  const plan = useProposalBoard({
    ...{ floor, views, draft, active, setActive, board },
    choose: work.choose,
    toList: () => list.current?.focus(),
  });

  const gone = [...draft.placed.values()].filter(isGone).length;
  const strangers = stayIds
    ? 0
    : waiting.filter(
        ({ stayId }) =>
          !draft.placed.has(stayId) && !draft.unplaced.has(stayId) && !draft.leftOut.has(stayId),
      ).length;
  const canCommit = draft.placed.size > 0 && gone === 0 && !work.asking.busy && !work.committing.busy;
  const commit = async (reason: string) => {
    setAskingReason(false);
    const placed = await work.commit(reason);
    if (placed !== null) onDone(placed);
  };
  const tryCommit = () => {
    if (!canCommit) return;
    if ([...draft.placed.values()].some(({ against }) => against.length > 0)) setAskingReason(true);
    else void commit('');
  };
  const alternative = (stayId: StayId, at: number) => {
    const other = draft.placed.get(stayId)?.alternatives[at];
    if (other) void work.choose(stayId, { id: other.bedId, code: other.bed });
  };
  useKeys(t('beds.proposal.title'), [
    ...[0, 1, 2].map((at) => ({
      keys: String(at + 1),
      does: t('beds.keys.choice', { number: at + 1 }),
      run: () => active !== null && alternative(active, at),
    })),
    { keys: 'R', does: t('beds.proposal.again'), run: work.again },
    {
      keys: 'Delete',
      does: t('beds.proposal.leaveOut'),
      run: () => active !== null && work.leaveOut(active),
    },
    { keys: 'Enter', does: t('beds.keys.place'), run: plan.enter },
    {
      keys: 'Ctrl+Enter',
      does: t('beds.proposal.go', { count: draft.placed.size }),
      run: tryCommit,
      inFields: false,
    },
    { keys: 'Escape', does: t('beds.keys.back'), run: () => !plan.back() && onLeave() },
  ]);
  useEffect(() => {
    if (work.ready) list.current?.focus();
  }, [work.ready]);

  const words = (index: number) => {
    const bed = floor.beds[index];
    const ghost = plan.look.ghosts.get(index);
    const whose = ghost ? `${t('beds.comma')}${t('beds.proposal.for', { name: ghost.name })}` : '';
    return bed ? `${bedWords(bed, views[index], now, t)}${whose}` : '';
  };
  if (work.ready && people.length === 0) {
    return (
      <EmptyState title={t('beds.waiting.nobody')} hint={t('beds.waiting.nobodyHint')}>
        <Button onClick={onLeave}>{t('ui.back')}</Button>
      </EmptyState>
    );
  }
  return (
    <div className="desk-beds">
      <div className="desk-beds-head">
        <h1>{t('beds.proposal.title')}</h1>
        <span>{t('beds.proposal.counts', { placed: draft.placed.size, total: people.length })}</span>
        {draft.unplaced.size > 0 && (
          <strong className="desk-beds-row-bad">
            {t('beds.proposal.without', { count: draft.unplaced.size })}
          </strong>
        )}
        {work.asking.busy && <Asking work={work} />}
        <span className="desk-spread" />
        <Button onClick={work.again} disabled={work.asking.busy}>
          {t('beds.proposal.again')} <kbd>R</kbd>
        </Button>
        <Button type="primary" disabled={!canCommit} loading={work.committing.busy} onClick={tryCommit}>
          {t('beds.proposal.go', { count: draft.placed.size })} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button onClick={onLeave}>
          {t('ui.back')} <kbd>Esc</kbd>
        </Button>
      </div>
      <RefusedNotice refused={work.asking.refused ?? work.committing.refused} />
      {(gone > 0 || strangers > 0) && !work.asking.busy && (
        <Notice tone="warn">
          {gone > 0 && t('beds.proposal.goneHint', { count: gone })}
          {strangers > 0 && t('beds.proposal.newHint', { count: strangers })}
        </Notice>
      )}
      <div className="desk-beds-body">
        <div className="desk-beds-main">
          <Board
            ref={board}
            label={t('beds.proposal.plan')}
            {...{ floor, views, now, words }}
            {...plan.props}
            memory={memory.aim}
            callout={(index) => (
              <>
                {plan.look.ghosts.get(index) && (
                  <strong>{t('beds.proposal.for', { name: plan.look.ghosts.get(index)?.name ?? '' })}</strong>
                )}
                <BedCallout {...{ floor, views, now, index }} verdict={plan.verdictAt(index)} />
              </>
            )}
            target={
              plan.over === null
                ? null
                : { index: plan.over, good: isPossible(plan.verdictAt(plan.over) ?? { kind: 'asking' }) }
            }
          />
        </div>
        <aside className="desk-beds-panel" data-wide aria-label={t('beds.proposal.list')}>
          <ProposalList
            ref={list}
            {...{ people, draft, isGone, active }}
            onActive={plan.activate}
            onAlternative={alternative}
            onPlan={plan.takeInHand}
            onLeaveOut={work.leaveOut}
          />
        </aside>
      </div>
      {plan.dragged && <DragChip name={plan.dragged} />}
      {askingReason && (
        <CommitDialog
          draft={draft}
          onGo={(reason) => void commit(reason)}
          onCancel={() => setAskingReason(false)}
        />
      )}
    </div>
  );
}

/** How far it has come. */
function Asking({ work }: { work: ProposalWork }) {
  const { t } = useTranslation();
  const word = useProgressWord();
  const { progress } = work.asking;
  return (
    <span className="desk-beds-asking" role="status">
      {word(progress?.step ?? 'proposing')}…
      {progress?.total ? (
        <Progress percent={Math.round((progress.done / progress.total) * 100)} size="small" />
      ) : null}
      <Button size="small" onClick={work.asking.cancel}>
        {t('ui.cancel')}
      </Button>
    </span>
  );
}

/** Those without a bed first, then those with something to mind, then the rest; families together in each. */
function peopleOf(
  waiting: readonly StayRow[],
  stayIds: readonly StayId[] | null,
  { placed, unplaced }: ProposalWork['draft'],
): StayRow[] {
  const wanted = stayIds && new Set<string>(stayIds);
  const ordered = inWaitingOrder(waiting.filter(({ stayId }) => !wanted || wanted.has(stayId)));
  const rank = ({ stayId }: StayRow) =>
    unplaced.has(stayId) ? 0 : (placed.get(stayId)?.against.length ?? 0) > 0 ? 1 : 2;
  return ordered
    .map((row, at) => ({ row, at }))
    .sort((a, b) => rank(a.row) - rank(b.row) || a.at - b.at)
    .map(({ row }) => row);
}
