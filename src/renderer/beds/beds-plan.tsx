import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
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
import { SelectionBar } from './selection-bar.tsx';
import type { PageState } from './use-page-state.ts';
import type { WardFloor } from './use-ward-floor.ts';

interface Props {
  ward: WardFloor;
  state: PageState;
  filter: BedFilter | null;
  carry: Carry | null;
  drag: PatientDrag;
  acts: BedActs;
  now: number;
  /** A press on a bed; `again` where the cursor was there already. */
  onPress(index: number, again: boolean): void;
}

/** The picture of the ward with what the page lays over it. */
export function BedsPlan({ ward, state, filter, carry, drag, acts, now, onPress }: Props) {
  const { t } = useTranslation();
  const { floor, views } = ward;
  const memory = useBoardMemory();
  const { cursor, selected, typed, found } = state;
  const at = drag.over ?? cursor;
  const look = useMemo<Look>(() => {
    const isSearch = typed !== null && found.size > 0;
    const shown = isSearch
      ? (index: number) => found.has(index)
      : filter && ((index: number) => passes(filter, views[index]));
    return { ...(carry?.look ?? PLAIN), shown };
  }, [carry?.look, typed, found, filter, views]);
  const words = useCallback(
    (index: number) => {
      const bed = floor.beds[index];
      return bed ? bedWords(bed, views[index], now, t) : '';
    },
    [floor, views, now, t],
  );
  return (
    <div className="desk-beds-main">
      <Board
        ref={state.board}
        label={t('beds.title')}
        {...{ floor, views, look, now, cursor, selected, words }}
        onCursor={state.setCursor}
        onPress={(index) => onPress(index, index === cursor)}
        onSelect={state.select}
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
      {selected.size > 0 && <SelectionBar {...{ views, selected, acts }} onClear={state.clear} />}
      <div className="desk-hidden" role="status">
        {carry && <VerdictWords verdict={carry.verdict} />}
      </div>
    </div>
  );
}
