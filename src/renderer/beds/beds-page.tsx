import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BED_STATES } from '#shared/contract/vocabulary.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { go, narrow, type Route } from '../route.ts';
import type { WardGridHandle } from '../ui/grid.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { useBedActs } from './acts/use-bed-acts.tsx';
import { BedCallout } from './bed-callout.tsx';
import type { BedRow } from './bed-rows.ts';
import { BedsGrid } from './beds-grid.tsx';
import { Board, type BoardHandle } from './board/board.tsx';
import { type Look, PLAIN } from './board/scene.ts';
import { bedWords } from './board/use-words.ts';
import { useBoardMemory, useCursor } from './board-memory.ts';
import { BedCard } from './card/bed-card.tsx';
import { CarryBar } from './carry/carry-bar.tsx';
import { carriedBy, putDown, useCarry } from './carry/use-carry.ts';
import { pickUp, usePatientDrag } from './carry/use-patient-drag.tsx';
import { usePlacing } from './carry/use-placing.tsx';
import { isPossible } from './carry/verdict.ts';
import { FindBox } from './find-box.tsx';
import { type BedFilter, BedsHead, type Show } from './head.tsx';
import { actKeys, carryKeys } from './page-keys.ts';
import { SelectionBar } from './selection-bar.tsx';
import { StandingNotice } from './standing-notice.tsx';
import { useLetters } from './use-letters.ts';
import type { WardFloor } from './use-ward-floor.ts';
import { WaitingPanel } from './waiting/waiting-panel.tsx';

const STEP = 1.25;
const NONE: ReadonlySet<number> = new Set();

function filterOf({ query }: Route): BedFilter | null {
  if (query.has('alert')) return 'alert';
  return BED_STATES.find((state) => state === query.get('state')) ?? null;
}

/** All beds in one picture or as a list, and everything that is done with them. */
export function BedsPage({ ward, route }: { ward: WardFloor; route: Route }) {
  const { t } = useTranslation();
  const { floor, views, counts } = ward;
  const memory = useBoardMemory();
  const [cursor, setCursor] = useCursor(floor);
  const [selected, setSelected] = useState(NONE);
  const [panel, setPanel] = useState<'card' | 'waiting' | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<ReadonlySet<number>>(NONE);
  const now = millisOf(useNow());
  const board = useRef<BoardHandle>(null);
  const grid = useRef<WardGridHandle<BedRow>>(null);
  const before = useRef(cursor);
  const waiting = useWard('stays.list', { scope: 'waiting' }).data?.rows ?? [];
  const filter = filterOf(route);
  const asked = carriedBy(route);
  const show: Show = route.query.get('view') === 'list' && !asked ? 'list' : 'plan';

  const drag = usePatientDrag({
    ...{ views, board },
    onDrop: (index) => {
      setCursor(index);
      placing.place(index, { dropped: true });
    },
  });
  const at = drag.over ?? cursor;
  const { carry, refused } = useCarry(asked, floor, views, at);
  const placing = usePlacing(carry, floor, views);
  const acts = useBedActs(floor, views, () => setPanel('waiting'));

  const goTo = useCallback(
    (index: number) => {
      setCursor(index);
      board.current?.reveal(index);
      board.current?.focus();
    },
    [setCursor],
  );
  const wanted = route.query.get('bed');
  useEffect(() => {
    const bed = wanted === null ? undefined : floor.beds.find(({ id }) => id === wanted);
    if (!bed) return;
    narrow({ bed: undefined, view: undefined });
    setPanel('card');
    goTo(bed.index);
  }, [wanted, floor, goTo]);
  // Opened, or with somebody put down: the keyboard is at the bed again (or in the list of those who wait).
  const isFree = asked === null;
  useEffect(() => {
    if (!isFree) return;
    const timer = setTimeout(() => !document.querySelector('.desk-beds-list') && board.current?.focus());
    return () => clearTimeout(timer);
  }, [isFree]);

  const look = useMemo<Look>(() => {
    const shown =
      typed !== null && found.size > 0
        ? (index: number) => found.has(index)
        : filter === null
          ? null
          : (index: number) =>
              filter === 'alert'
                ? views[index]?.occupant?.alert === true
                : views[index]?.state === filter;
    return { ...(carry?.look ?? PLAIN), shown };
  }, [carry?.look, typed, found, filter, views]);

  const words = useCallback(
    (index: number) => {
      const bed = floor.beds[index];
      return bed ? bedWords(bed, views[index], now, t) : '';
    },
    [floor, views, now, t],
  );
  const find = useCallback(
    (start: string) => {
      before.current = cursor;
      setTyped((was) => (was ?? '') + start);
    },
    [cursor],
  );
  const endFind = (index: number | null) => {
    setTyped(null);
    setFound(NONE);
    goTo(index ?? before.current);
  };
  /** What keys act on: the beds chosen, or the one where the keyboard stands. */
  const subject = (): number[] => {
    if (show === 'list') {
      return grid.current?.chosen().flatMap(({ id }) => floor.indexOf.get(id) ?? []) ?? [];
    }
    return selected.size > 0 ? [...selected] : [cursor];
  };
  const toggleWaiting = () => setPanel((was) => (was === 'waiting' ? null : 'waiting'));
  const proposeAll = () => go('beds', null, { propose: 'all' });
  const escape = () => {
    if (asked) putDown();
    else if (selected.size > 0) setSelected(NONE);
    else if (panel) setPanel(null);
    else if (filter) narrow({ state: undefined, alert: undefined });
    board.current?.focus();
  };
  const openCard = () => {
    if (panel === 'card') document.querySelector<HTMLElement>('.desk-beds-panel button:not([aria-label])')?.focus();
    setPanel('card');
  };
  const zoom = (steps: number) => {
    if (steps === 0) board.current?.fit();
    else board.current?.zoom(STEP ** steps);
  };
  const letters = useLetters(
    actKeys({
      ...{ t, acts, subject, toggleWaiting, proposeAll },
      people: waiting.length,
      chosen: selected.size,
      carrying: asked !== null,
    }),
    find,
    { '-': () => zoom(-1), '0': () => zoom(0) },
    t,
  );
  useKeys(t('beds.title'), [
    ...(show === 'plan' ? letters : letters.filter(({ does }) => does !== '')),
    { keys: 'Enter', does: t('beds.keys.open'), run: openCard, when: show === 'plan' },
    {
      keys: 'Ctrl+Enter',
      does: t('beds.acts.patient'),
      run: () => acts.run('patient', subject()),
      inFields: false,
    },
    { keys: 'Escape', does: t('beds.keys.back'), run: escape },
  ]);
  useKeys(
    t('beds.carry.label'),
    carryKeys({ t, carry, go: goTo, place: (withDetails) => placing.place(cursor, { withDetails }) }),
  );

  const press = (index: number) => {
    const again = index === cursor;
    setCursor(index);
    if (asked && again) placing.place(index);
    else if (!asked && panel === null) setPanel('card');
  };
  const bed = floor.beds[cursor];
  return (
    <div className="desk-beds">
      {carry ? (
        <CarryBar
          {...{ carry, floor, cursor }}
          onGo={goTo}
          onPlace={() => placing.place(cursor)}
          onPutDown={() => {
            putDown();
            board.current?.focus();
          }}
        />
      ) : (
        <BedsHead
          {...{ counts, views, now, filter, show }}
          waiting={waiting.length}
          waitingOpen={panel === 'waiting'}
          onWaiting={toggleWaiting}
          onReady={acts.signOffReady}
          onZoom={zoom}
        />
      )}
      <RefusedNotice refused={refused} />
      <StandingNotice
        {...{ floor, views, counts, now }}
        waiting={waiting.length}
        onReady={acts.signOffReady}
        onBed={goTo}
      />
      <div className="desk-beds-body">
        <div className="desk-beds-main">
          {show === 'list' ? (
            <BedsGrid
              ref={grid}
              state={filter === 'alert' ? null : filter}
              onOpen={({ id }) => narrow({ bed: id, view: undefined })}
            />
          ) : (
            <Board
              ref={board}
              label={t('beds.title')}
              {...{ floor, views, look, now, cursor, selected, words }}
              onCursor={setCursor}
              onPress={press}
              onSelect={(indices, how) => setSelected((was) => choose(was, indices, how))}
              callout={(index) => (
                <BedCallout
                  {...{ floor, views, now, index }}
                  verdict={carry && index === at ? carry.verdict : null}
                />
              )}
              drag={drag.onBoard}
              target={drag.over === null || !carry ? null : { index: drag.over, good: isPossible(carry.verdict) }}
              memory={memory.aim}
            >
              {typed !== null && (
                <FindBox
                  {...{ floor, views, now, typed }}
                  onTyped={setTyped}
                  onAt={(index) => {
                    setCursor(index);
                    board.current?.reveal(index);
                  }}
                  onFound={(indices) => setFound(new Set(indices))}
                  onClose={endFind}
                />
              )}
            </Board>
          )}
          {selected.size > 0 && show === 'plan' && (
            <SelectionBar {...{ views, selected, acts }} onClear={() => setSelected(NONE)} />
          )}
        </div>
        {panel === 'card' && bed && show === 'plan' && (
          <BedCard
            {...{ floor, bed, now }}
            view={views[cursor]}
            anyoneWaits={waiting.length > 0}
            carrying={carry && { verdict: carry.verdict, name: carry.stay.name, onPlace: () => placing.place(cursor) }}
            onAct={(act) => acts.run(act, [cursor])}
            onBed={goTo}
            onClose={escape}
          />
        )}
        {panel === 'waiting' && (
          <WaitingPanel
            rows={waiting}
            {...{ now, drag }}
            carried={asked?.stayId ?? null}
            onPick={(stayId) => {
              pickUp(stayId, 'assign');
              board.current?.focus();
            }}
            onProposeAll={proposeAll}
            onClose={() => {
              setPanel(null);
              board.current?.focus();
            }}
          />
        )}
      </div>
      {drag.chip}
      {acts.dialog}
      {placing.dialog}
    </div>
  );
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
