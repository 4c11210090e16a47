import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { narrow, type Route } from '../route.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import type { BoardHandle } from './board/board.tsx';
import type { Floor } from './board/floor.ts';
import { useCursor } from './board-memory.ts';

type Panel = 'card' | 'waiting' | null;

const NONE: ReadonlySet<number> = new Set();

export interface PageState {
  board: RefObject<BoardHandle | null>;
  cursor: number;
  setCursor(index: number): void;
  /** To a bed: seen, and the keyboard on it. */
  goTo(index: number): void;
  selected: ReadonlySet<number>;
  select(indices: readonly number[], how: 'toggle' | 'add'): void;
  clear(): void;
  panel: Panel;
  setPanel(panel: Panel): void;
  /** What letters have gathered; null while nothing is searched for. */
  typed: string | null;
  setTyped(typed: string): void;
  found: ReadonlySet<number>;
  setFound(found: ReadonlySet<number>): void;
  find(start: string): void;
  /** With the bed found, or null: back to where the search began. */
  endFind(index: number | null): void;
}

/** Where the keyboard is, what is chosen, what stands beside the picture, what is being searched for. */
export function usePageState(floor: Floor, route: Route): PageState {
  const board = useRef<BoardHandle>(null);
  const [cursor, setCursor] = useCursor(floor);
  const [selected, setSelected] = useState(NONE);
  const [panel, setPanel] = useState<Panel>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState(NONE);
  const before = useRef(cursor);

  const goTo = useCallback(
    (index: number) => {
      setCursor(index);
      board.current?.reveal(index);
      takeKeyboard(board.current);
    },
    [setCursor],
  );
  const find = useCallback(
    (start: string) => {
      setTyped((was) => {
        if (was === null) before.current = cursor;
        return (was ?? '') + start;
      });
    },
    [cursor],
  );
  const endFind = useCallback(
    (index: number | null) => {
      setTyped(null);
      setFound(NONE);
      goTo(index ?? before.current);
    },
    [goTo],
  );
  // A bed named in the address is opened once; afterwards one walks on from there.
  const wanted = route.query.get('bed');
  useEffect(() => {
    const bed = wanted === null ? undefined : floor.beds.find(({ id }) => id === wanted);
    if (!bed) return;
    narrow({ bed: undefined, view: undefined });
    setPanel('card');
    goTo(bed.index);
  }, [wanted, floor, goTo]);

  return {
    ...{ board, cursor, setCursor, goTo, selected, panel, setPanel, typed, setTyped, found, setFound },
    select: useCallback((indices, how) => setSelected((was) => choose(was, indices, how)), []),
    clear: useCallback(() => setSelected(NONE), []),
    ...{ find, endFind },
  };
}

function choose(
  was: ReadonlySet<number>,
  indices: readonly number[],
  how: 'toggle' | 'add',
): ReadonlySet<number> {
  const next = new Set(was);
  for (const index of indices) {
    if (how === 'toggle' && next.has(index)) next.delete(index);
    else next.add(index);
  }
  return next;
}
