import type { BedState } from '../contract/vocabulary.ts';

/** What has to hold besides the state of a bed before somebody may be sent there. */
export interface BedConditions {
  /** A nurse on duty now looks after its care unit. */
  staffed: boolean;
  /** Its zone takes patients. */
  open: boolean;
}

/**
 * A bed that somebody can be put into at this moment: disinfected, held for nobody, in service (that is, available),
 * and there is a nurse, and the zone is open. Every other available bed is merely empty.
 */
export const isUsable = (state: BedState, { staffed, open }: BedConditions): boolean =>
  state === 'available' && staffed && open;
