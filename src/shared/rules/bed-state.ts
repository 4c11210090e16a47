import type { BedState } from '../contract/vocabulary.ts';

/** The facts that hold for a bed at one instant. */
export interface BedFacts {
  occupied: boolean;
  /** The bed itself, its care unit or its zone is closed. */
  closed: boolean;
  awaitingDisinfection: boolean;
  reserved: boolean;
}

/**
 * The one state that a bed shows. Somebody in it comes first, for a patient must never be hidden behind a
 * closure; a closed bed is out of service however clean it is; a used bed is offered to nobody, whoever it
 * is held for.
 */
export function bedState(facts: BedFacts): BedState {
  if (facts.occupied) return 'occupied';
  if (facts.closed) return 'outOfService';
  if (facts.awaitingDisinfection) return 'awaitingDisinfection';
  return facts.reserved ? 'reserved' : 'available';
}
