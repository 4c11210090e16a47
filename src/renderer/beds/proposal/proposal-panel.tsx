import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../../client.ts';
import { type KeyBinding, useKeys } from '../../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../../ui/notices.tsx';
import { useNow } from '../../ui/time.ts';
import type { BoardHandle } from '../board/board.tsx';
import { DragChip } from '../carry/drag-chip.tsx';
import { useWardFloor, type WardFloor } from '../use-ward-floor.ts';
import { CommitDialog } from './commit-dialog.tsx';
import type { Choice } from './proposal-draft.ts';
import { ProposalHead } from './proposal-head.tsx';
import { ProposalList } from './proposal-list.tsx';
import { newcomers, peopleOf } from './proposal-people.ts';
import { ProposalPlan } from './proposal-plan.tsx';
import { useProposal } from './use-proposal.ts';
import { useProposalBoard } from './use-proposal-board.ts';
import '../beds.css';
import '../card/card.css';
import { takeKeyboard } from '../../ui/keyboard.ts';

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
  const board = useRef<BoardHandle>(null);
  const list = useRef<{ focus(): void }>(null);
  const work = useProposal(stayIds);
  const { draft } = work;
  const waiting = useWard('stays.list', { scope: 'waiting' }).data?.rows ?? NOBODY;
  const people = useMemo(() => peopleOf(waiting, stayIds, draft), [waiting, stayIds, draft]);
  const [active, setActive] = useState<StayId | null>(null);
  const [asksWhy, setAsksWhy] = useState(false);
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

  const gone = work.committing.busy ? 0 : [...draft.placed.values()].filter(isGone).length;
  const canCommit = draft.placed.size > 0 && gone === 0 && !work.asking.busy && !work.committing.busy;
  const commit = async (reason: string) => {
    setAsksWhy(false);
    const answer = await work.commit(reason);
    if ('placed' in answer) onDone(answer.placed);
    else setAsksWhy(answer.needsReason);
  };
  const tryCommit = () => {
    if (!canCommit) return;
    if ([...draft.placed.values()].some(({ against }) => against.length > 0)) setAsksWhy(true);
    else void commit('');
  };
  const alternative = (stayId: StayId, at: number) => {
    const other = draft.placed.get(stayId)?.alternatives[at];
    if (other) void work.choose(stayId, { id: other.bedId, code: other.bed });
  };
  const forActive = (act: (stayId: StayId) => void) => () => active !== null && act(active);
  const go = t('beds.proposal.go', { count: draft.placed.size });
  useKeys(t('beds.proposal.title'), [
    ...[0, 1, 2].map(
      (at): KeyBinding => ({
        keys: String(at + 1),
        does: t('beds.keys.choice', { number: at + 1 }),
        run: forActive((stayId) => alternative(stayId, at)),
      }),
    ),
    { keys: 'R', does: t('beds.proposal.again'), run: work.again },
    { keys: 'Delete', does: t('beds.proposal.leaveOut'), run: forActive(work.leaveOut) },
    { keys: 'Enter', does: t('beds.keys.place'), run: plan.enter },
    { keys: 'Ctrl+Enter', does: go, run: tryCommit, inFields: false },
    { keys: 'Escape', does: t('beds.keys.back'), run: () => !plan.back() && onLeave() },
  ]);
  useEffect(() => {
    if (work.ready) takeKeyboard(list.current);
  }, [work.ready]);

  if (work.ready && people.length === 0 && !work.committing.busy) {
    return (
      <EmptyState title={t('beds.waiting.nobody')} hint={t('beds.waiting.nobodyHint')}>
        <Button onClick={onLeave}>{t('ui.back')}</Button>
      </EmptyState>
    );
  }
  return (
    <div className="desk-beds">
      <ProposalHead
        {...{ work, gone, canCommit, onLeave }}
        people={people.length}
        newcomers={stayIds || !work.ready ? 0 : newcomers(waiting, draft)}
        onCommit={tryCommit}
      />
      <div className="desk-beds-body">
        <ProposalPlan {...{ floor, views, now, plan, board }} />
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
      {asksWhy && (
        <CommitDialog
          draft={draft}
          refused={work.committing.refused}
          onGo={(reason) => void commit(reason)}
          onCancel={() => setAsksWhy(false)}
        />
      )}
    </div>
  );
}
