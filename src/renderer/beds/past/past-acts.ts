import { lastNote } from '../../desk/last-act.ts';
import type { BedActs } from '../acts/use-bed-acts.tsx';

/** In the past nothing is done, and a word says why; a patient's record may be read all the same. */
export function pastActs(acts: BedActs, at: string): BedActs {
  const refuse = () => {
    lastNote.set((t) => t('layers.past.refused', { at }));
    return false;
  };
  return {
    ...acts,
    run: (act, beds) => (act === 'patient' ? acts.run(act, beds) : refuse()),
    close: refuse,
    signOffReady: refuse,
  };
}
