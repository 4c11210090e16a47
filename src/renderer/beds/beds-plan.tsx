import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { millisOf } from '#shared/rules/instant.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import type { BedActs } from './acts/use-bed-acts.tsx';
import { BedCallout } from './bed-callout.tsx';
import { type BedFilter, passes } from './bed-filter.ts';
import { Board } from './board/board.tsx';
import { type Look, PLAIN } from './board/scene.ts';
import { bedWords } from './board/use-words.ts';
import { useBoardMemory } from './board-memory.ts';
import type { Carry } from './carry/use-carry.ts';
import type { PatientDrag } from './carry/use-patient-drag.tsx';
import { isPossible } from './carry/verdict.ts';
import { VerdictWords } from './carry/verdict-words.tsx';
import { FindBox } from './find-box.tsx';
import { LayerChoice } from './layers/layer-choice.tsx';
import type { PlanLayer } from './layers/use-layer.ts';
import { TimeSlider } from './past/time-slider.tsx';
import type { PlanTime } from './past/use-plan-time.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { PageState } from './use-page-state.ts';
import type { WardFloor } from './use-ward-floor.ts';
import './layers/layers.css';

interface Props {
  ward: WardFloor;
  state: PageState;
  filter: BedFilter | null;
  carry: Carry | null;
  drag: PatientDrag;
  acts: BedActs;
  now: number;
  plan: PlanLayer;
  time: PlanTime;
  /** The choice of layers is open. */
  choosing: boolean;
  onChosen(): void;
  /** A press on a bed; `again` where the cursor was there already. */
  onPress(index: number, again: boolean): void;
}

/** The picture of the ward with what the page lays over it. */
export function BedsPlan(props: Props) {
  const { ward, state, filter, carry, drag, acts, plan, time, choosing, onChosen, onPress } = props;

  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { floor, views } = ward;
  // What is shown of the past is told of the past: minutes left, how long somebody has been here.
  const now = time.past ? millisOf(time.past.at) : props.now;
  const memory = useBoardMemory();
  const { cursor, selected, typed, found } = state;
  const at = drag.over ?? cursor;
  const look = useMemo<Look>(() => {
    const isSearch = typed !== null && found.size > 0;
    const shown = isSearch
      ? (index: number) => found.has(index)
      : filter && ((index: number) => passes(filter, views[index]));
    const marks = carry ? null : plan.marks;
    return {
      ...(carry?.look ?? PLAIN),
      marks,
      shown: bothOf(shown, isSearch || carry ? null : plan.isShown),
    };
  }, [carry, typed, found, filter, views, plan.marks, plan.isShown]);
  const words = useCallback(
    (index: number) => {
      const bed = floor.beds[index];
      if (!bed) return '';
      const layer = plan.words(index);
      const words = bedWords(bed, views[index], now, t);
      return layer === '' ? words : `${words}${t('beds.comma')}${layer}`;
    },
    [floor, views, now, t, plan.words],
  );
  return (
    <div className="desk-beds-main" data-past={time.past !== null}>
      <Board
        ref={state.board}
        label={time.past ? t('layers.past.asOf', { at: timeOf(time.past.at) }) : t('beds.title')}
        {...{ floor, views, look, now, cursor, selected, words }}
        onCursor={state.setCursor}
        onPress={(index) => onPress(index, index === cursor)}
        onSelect={state.select}
        callout={(index) => (
          <BedCallout
            {...{ floor, views, now, index }}
            layer={carry ? '' : plan.words(index)}
            since
            verdict={carry && index === at ? carry.verdict : null}
          />
        )}
        drag={drag.onBoard}
        target={drag.over === null || !carry ? null : { index: drag.over, good: isPossible(carry.verdict) }}
        memory={memory.aim}
      >
        {choosing && (
          <LayerChoice
            layer={plan.layer}
            onChoose={(layer) => {
              plan.choose(layer);
              onChosen();
            }}
            onClose={onChosen}
          />
        )}
        {typed !== null && (
          <FindBox
            {...{ floor, views, now, typed }}
            onTyped={state.setTyped}
            onAt={(index) => {
              state.setCursor(index);
              state.board.current?.reveal(index);
            }}
            onFound={(indices) => state.setFound(new Set(indices))}
            onClose={state.endFind}
          />
        )}
      </Board>
      {time.isOpen && (
        <TimeSlider
          {...time}
          onAt={time.go}
          onClose={() => {
            time.close();
            state.board.current?.focus();
          }}
        />
      )}
      {selected.size > 0 && <SelectionBar {...{ views, selected, acts }} onClear={state.clear} />}
      <div className="desk-hidden" role="status">
        {carry && <VerdictWords verdict={carry.verdict} />}
      </div>
    </div>
  );
}

type Test = ((index: number) => boolean) | null;

/** Beds that pass both, where both ask. */
const bothOf = (one: Test, other: Test): Test =>
  one && other ? (index) => one(index) && other(index) : (one ?? other);
