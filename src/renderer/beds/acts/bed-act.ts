import type { BedView } from '#shared/contract/beds.ts';

/** What can be done with one bed, by the names of the words on its buttons. */
export type BedAct =
  | 'assign'
  | 'settle'
  | 'move'
  | 'swap'
  | 'discharge'
  | 'patient'
  | 'reserve'
  | 'release'
  | 'signOff'
  | 'close'
  | 'reopen';

export const ACT_KEYS = {
  assign: 'W',
  settle: 'M',
  move: 'M',
  swap: 'S',
  discharge: 'D',
  patient: 'Ctrl+Enter',
  reserve: 'R',
  release: 'R',
  signOff: 'F',
  close: 'C',
  reopen: 'C',
} as const satisfies Record<BedAct, string>;

/** What each leads to, for whoever may not do it. */
export const PROCEDURE_OF = {
  assign: 'stays.assign',
  settle: 'stays.assign',
  move: 'stays.move',
  swap: 'stays.swap',
  discharge: 'discharges.commit',
  patient: 'stays.record',
  reserve: 'beds.reserve',
  release: 'beds.release',
  signOff: 'beds.signOffDisinfection',
  close: 'beds.close',
  reopen: 'beds.reopen',
} as const satisfies Record<BedAct, string>;

/** In this state; what is most likely next comes first. */
export function actsOf({ state, occupant, closure, reservation }: BedView, anyoneWaits: boolean): BedAct[] {
  const service = closure ? 'reopen' : 'close';
  switch (state) {
    case 'occupied':
      return occupant ? ['move', 'swap', 'discharge', 'patient', service] : [service];
    case 'available':
      return anyoneWaits ? ['assign', 'reserve', 'close'] : ['reserve', 'close'];
    case 'reserved':
      return reservation?.stayId ? ['settle', 'release', 'close'] : ['release', 'close'];
    case 'awaitingDisinfection':
      return ['signOff', 'close'];
    case 'outOfService':
      return ['reopen'];
  }
}
