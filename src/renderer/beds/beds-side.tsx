import type { StayRow } from '#shared/contract/stays.ts';
import type { BedActs } from './acts/use-bed-acts.tsx';
import { BedCard } from './card/bed-card.tsx';
import type { Carry } from './carry/use-carry.ts';
import { type PatientDrag, pickUp } from './carry/use-patient-drag.tsx';
import type { PageState } from './use-page-state.ts';
import type { WardFloor } from './use-ward-floor.ts';
import { WaitingPanel } from './waiting/waiting-panel.tsx';

interface Props {
  ward: WardFloor;
  state: PageState;
  carry: Carry | null;
  drag: PatientDrag;
  acts: BedActs;
  waiting: readonly StayRow[];
  now: number;
  /** The plan shows a moment of the past, in which nothing is done. */
  isPast: boolean;
  onPlace(): void;
  onProposeAll(): void;
}

/** Beside the picture: the card of the bed where the keyboard stands, or those who wait. */
export function BedsSide({
  ward,
  state,
  carry,
  drag,
  acts,
  waiting,
  now,
  isPast,
  onPlace,
  onProposeAll,
}: Props) {
  const { floor, views } = ward;
  const { panel, cursor, board } = state;
  const close = () => {
    state.setPanel(null);
    board.current?.focus();
  };
  if (panel === 'waiting') {
    return (
      <WaitingPanel
        rows={waiting}
        {...{ now, drag, onProposeAll }}
        carried={carry?.stay.stayId ?? null}
        onPick={(stayId) => {
          pickUp(stayId, 'assign');
          board.current?.focus();
        }}
        onClose={close}
      />
    );
  }
  const bed = floor.beds[cursor];
  if (panel !== 'card' || !bed) return null;
  return (
    <BedCard
      {...{ floor, bed, now, isPast }}
      view={views[cursor]}
      anyoneWaits={waiting.length > 0}
      carrying={carry && { verdict: carry.verdict, name: carry.stay.name, onPlace }}
      onAct={(act) => acts.run(act, [cursor])}
      onBed={state.goTo}
      onClose={close}
    />
  );
}
