import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { BedView } from '#shared/contract/beds.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { useWard } from '../../client.ts';
import type { BoardHandle, By } from '../board/board.tsx';
import type { Floor } from '../board/floor.ts';
import { type Ghost, type Look, PLAIN } from '../board/scene.ts';
import type { BoardDrag } from '../board/use-mouse.ts';
import { useCursor } from '../board-memory.ts';
import { dragPoint } from '../carry/drag-chip.tsx';
import { type Verdict, verdictOf } from '../carry/verdict.ts';
import { holderOf, type ProposalDraft } from './proposal-draft.ts';

interface Wishes {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  draft: ProposalDraft;
  active: StayId | null;
  setActive(stayId: StayId): void;
  board: RefObject<BoardHandle | null>;
  choose(stayId: StayId, bed: { id: BedId; code: string }): Promise<boolean>;
  /** The keyboard goes back to the list. */
  toList(): void;
}

const NONE: ReadonlySet<number> = new Set();
const NO_BED = '00000000-0000-0000-0000-000000000000' as BedId;
const NO_STAY = '00000000-0000-0000-0000-000000000000' as StayId;

/** The proposal on the plan: people shown in beds that are to be theirs, taken up and put elsewhere. */
export function useProposalBoard(wishes: Wishes) {
  const { floor, views, draft, active, setActive, board, choose, toList } = wishes;
  const [cursor, setCursor] = useCursor(floor);
  /** In hand on the plan: Enter puts them down where the cursor is. */
  const [inHand, setInHand] = useState<StayId | null>(null);
  const [dragging, setDragging] = useState<StayId | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const dragged = useRef<StayId | null>(null);

  const asked = dragging ?? inHand;
  const at = over ?? cursor;
  const bed = floor.beds[at];
  const check = useWard(
    'allocation.check',
    { stayId: asked ?? NO_STAY, bedId: bed?.id ?? NO_BED },
    { enabled: asked !== null && bed !== undefined },
  );
  const verdictAt = (index: number): Verdict | null =>
    asked === null || index !== at ? null : verdictOf('assign', asked, views[index], check.data);

  const look = useMemo<Look>(() => {
    const ghosts = new Map<number, Ghost>();
    for (const { stayId, name, bedId, byHand, warnings, against } of draft.placed.values()) {
      const index = floor.indexOf.get(bedId);
      const mark = byHand ? 'hand' : warnings.length + against.length > 0 ? 'warn' : null;
      if (index !== undefined) ghosts.set(index, { name, initials: '', active: stayId === active, mark });
    }
    const own = active === null ? undefined : draft.placed.get(active);
    const choices = (own?.alternatives ?? []).slice(0, 3).flatMap(({ bedId }) => {
      const index = floor.indexOf.get(bedId);
      return index === undefined || bedId === own?.bedId ? [] : [index];
    });
    // Who lies in bed already only shows where the free beds are.
    const shown = (index: number) => ghosts.has(index) || views[index]?.state === 'available';
    return { ...PLAIN, ghosts, choices, shown };
  }, [floor, views, draft.placed, active]);

  const ownBed = active === null ? undefined : draft.placed.get(active)?.bedId;
  const show = useRef({ setCursor, reveal: (index: number) => board.current?.reveal(index) });
  show.current = { setCursor, reveal: (index) => board.current?.reveal(index) };
  useEffect(() => {
    const index = ownBed === undefined ? undefined : floor.indexOf.get(ownBed);
    if (index === undefined) return;
    show.current.setCursor(index);
    show.current.reveal(index);
  }, [ownBed, floor]);

  const put = async (stayId: StayId, index: number) => {
    const to = floor.beds[index];
    if (to && (await choose(stayId, { id: to.id, code: to.code }))) {
      setInHand(null);
      toList();
    }
  };
  const takeInHand = (stayId: StayId) => {
    setActive(stayId);
    setInHand(stayId);
    board.current?.focus();
  };
  const holderAt = (index: number): StayId | null => {
    const there = floor.beds[index];
    return there ? holderOf(draft, there.id) : null;
  };
  const onPress = (index: number) => {
    const holder = holderAt(index);
    if (inHand !== null && index === cursor) return void put(inHand, index);
    setCursor(index);
    if (inHand === null && holder !== null) setActive(holder);
  };
  const letGo = () => {
    dragged.current = null;
    setDragging(null);
    setOver(null);
    dragPoint.set(null);
  };
  const drag: BoardDrag = {
    can: (index) => holderAt(index) !== null,
    begin: (index) => {
      dragged.current = holderAt(index);
      setDragging(dragged.current);
      if (dragged.current) setActive(dragged.current);
    },
    move: (index, x, y) => {
      dragPoint.set({ x, y });
      setOver(index);
    },
    end: (index) => {
      const who = dragged.current;
      letGo();
      if (who !== null && index !== null && holderAt(index) !== who) void put(who, index);
    },
    cancel: letGo,
  };
  return {
    look,
    over,
    verdictAt,
    takeInHand,
    activate: setActive,
    /** Enter on the plan. */
    enter: () => {
      const holder = holderAt(cursor);
      if (inHand !== null) void put(inHand, cursor);
      else if (holder !== null) takeInHand(holder);
    },
    /** Escape: true where somebody was put back. */
    back: (): boolean => {
      if (inHand === null) return false;
      setInHand(null);
      toList();
      return true;
    },
    dragged: dragging === null ? null : (draft.placed.get(dragging)?.name ?? null),
    props: {
      look,
      cursor,
      onCursor: (index: number, _by: By) => setCursor(index),
      onPress,
      selected: NONE,
      drag,
    },
  };
}
