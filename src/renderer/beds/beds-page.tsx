import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { go, narrow, type Route } from '../route.ts';
import type { WardGridHandle } from '../ui/grid.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { takeKeyboard, takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { useBedActs } from './acts/use-bed-acts.tsx';
import { filterOf } from './bed-filter.ts';
import type { BedRow } from './bed-rows.ts';
import { BedsGrid } from './beds-grid.tsx';
import { BedsPlan } from './beds-plan.tsx';
import { BedsSide } from './beds-side.tsx';
import { CarryBar } from './carry/carry-bar.tsx';
import { carriedBy, putDown, useCarry } from './carry/use-carry.ts';
import { usePatientDrag } from './carry/use-patient-drag.tsx';
import { usePlacing } from './carry/use-placing.tsx';
import { BedsHead } from './head.tsx';
import { usePlanLayer } from './layers/use-layer.ts';
import { lookKeys } from './look-keys.ts';
import { actKeys, carryKeys, pageKeys } from './page-keys.ts';
import { pastActs } from './past/past-acts.ts';
import { PastBand } from './past/past-band.tsx';
import { usePlanTime } from './past/use-plan-time.ts';
import { StandingNotice } from './standing-notice.tsx';
import { isActKey, useLetters } from './use-letters.ts';
import { usePageState } from './use-page-state.ts';
import type { WardFloor } from './use-ward-floor.ts';

const STEP = 1.25;

/** All beds in one picture or as a list, and everything that is done with them. */
export function BedsPage({ ward: present, route }: { ward: WardFloor; route: Route }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { floor } = present;
  const now = millisOf(useNow());
  const state = usePageState(floor, route);
  const asked = carriedBy(route);
  const time = usePlanTime(present, now, asked !== null);
  const { ward, past } = time;
  const { views, counts } = ward;
  const plan = usePlanLayer(floor, views, past?.at ?? null);
  const [choosing, setChoosing] = useState(false);
  // The list of layers would cover what the slider is about to show.
  useEffect(() => {
    if (time.isOpen) setChoosing(false);
  }, [time.isOpen]);
  const { board, cursor, selected, panel } = state;
  const grid = useRef<WardGridHandle<BedRow>>(null);
  const waiting = useWard('stays.list', { scope: 'waiting' }).data?.rows ?? [];
  const filter = filterOf(route);
  const isPlan = route.query.get('view') !== 'list' || asked !== null;

  const drag = usePatientDrag({
    ...{ views, board },
    onDrop: (index) => {
      state.setCursor(index);
      placing.place(index, { dropped: true });
    },
  });
  const { carry, refused } = useCarry(asked, floor, views, drag.over ?? cursor);
  const placing = usePlacing(carry, floor, views);
  // The keyboard comes back to the bed when a dialog has closed, or to the list of those who wait.
  const toBoard = () => takeKeyboardNext(() => board.current?.focus());
  const doing = useBedActs(floor, present.views, {
    onWaiting: () => state.setPanel('waiting'),
    onDone: toBoard,
  });
  const acts = past ? pastActs(doing, timeOf(past.at)) : doing;
  const isFree = asked === null;
  const hasList = useRef(false);
  hasList.current = panel === 'waiting';
  useEffect(() => {
    const timer = setTimeout(() => isFree && !hasList.current && takeKeyboard(board.current));
    return () => clearTimeout(timer);
  }, [isFree, board]);

  const back = () => {
    if (asked) putDown();
    else if (selected.size > 0) state.clear();
    else if (panel) state.setPanel(null);
    else if (filter) narrow({ state: undefined, alert: undefined });
    else if (plan.bands.size > 0) plan.clear();
    else if (time.isOpen) time.close();
    board.current?.focus();
  };
  const zoom = (steps: number) => (steps === 0 ? board.current?.fit() : board.current?.zoom(STEP ** steps));
  /** What keys act on: the beds chosen, or the one where the keyboard stands. */
  const subject = (): number[] => {
    if (!isPlan) return grid.current?.chosen().flatMap(({ id }) => floor.indexOf.get(id) ?? []) ?? [];
    return selected.size > 0 ? [...selected] : [cursor];
  };
  const toggleWaiting = () => state.setPanel(panel === 'waiting' ? null : 'waiting');
  const proposeAll = () => go('beds', null, { propose: 'all' });
  const page = { t, acts, subject, toggleWaiting, proposeAll, people: waiting.length, carrying: !isFree };
  const looks = lookKeys({ t, plan, time, isPlan, choose: () => setChoosing(true) });
  const letters = useLetters(
    [...actKeys(page), ...looks],
    state.find,
    { '-': () => zoom(-1), '0': () => zoom(0) },
    t,
  );
  useKeys(t('beds.title'), [
    ...(isPlan ? letters : letters.filter(isActKey)),
    ...pageKeys({ ...page, state, back, isPlan }),
  ]);
  useKeys(
    t('beds.carry.label'),
    carryKeys({ t, carry, go: state.goTo, place: (withDetails) => placing.place(cursor, { withDetails }) }),
  );

  const press = (index: number, again: boolean) => {
    state.setCursor(index);
    if (asked && again) placing.place(index);
    else if (!asked && panel === null) state.setPanel('card');
  };
  return (
    <div className="desk-beds">
      {carry ? (
        <CarryBar
          {...{ carry, floor }}
          cursor={drag.over ?? cursor}
          onGo={state.goTo}
          onPlace={() => placing.place(cursor)}
          onPutDown={back}
        />
      ) : (
        <BedsHead
          {...{ counts, views, now, filter, isPlan, plan, time }}
          onLayers={() => setChoosing(!choosing)}
          onBoard={() => board.current?.focus()}
          waiting={waiting.length}
          waitingOpen={panel === 'waiting'}
          onWaiting={toggleWaiting}
          onReady={acts.signOffReady}
          onZoom={zoom}
        />
      )}
      <RefusedNotice refused={refused} />
      <RefusedNotice refused={time.refused ?? plan.refused} />
      {past ? (
        <PastBand board={past} isLate={time.isLate} />
      ) : (
        <StandingNotice
          {...{ floor, views, counts, now }}
          waiting={waiting.length}
          onReady={acts.signOffReady}
          onBed={state.goTo}
        />
      )}
      <div className="desk-beds-body">
        {isPlan ? (
          <BedsPlan
            {...{ ward, state, filter, carry, drag, acts, now, plan, time }}
            choosing={choosing}
            onChosen={() => {
              setChoosing(false);
              board.current?.focus();
            }}
            onPress={press}
          />
        ) : (
          <div className="desk-beds-main">
            <BedsGrid
              ref={grid}
              state={filter === 'alert' ? null : filter}
              onOpen={({ id }) => narrow({ bed: id, view: undefined })}
            />
          </div>
        )}
        <BedsSide
          {...{ ward, state, carry, drag, acts, waiting, now }}
          isPast={past !== null}
          onPlace={() => placing.place(cursor)}
          onProposeAll={proposeAll}
        />
      </div>
      {drag.chip}
      {acts.dialog}
      {placing.dialog}
    </div>
  );
}
