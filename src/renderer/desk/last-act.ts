import type { TFunction } from 'i18next';
import type { CommandName } from '#shared/contract/index.ts';
import type { ActId } from '#shared/contract/values.ts';
import type { Refused } from '../client.ts';
import { held } from './kept.ts';

export interface LastAct {
  actId: ActId;
  name: CommandName;
  /** Said again when the language changes; left out, the sentence comes from the ward's history. */
  says: ((t: TFunction) => string) | undefined;
  at: number;
}

/** What the status bar tells: the last act of this desk, to be taken back until the next one. */
export const lastAct = held<LastAct | null>(null);

/** A refusal that no field has taken up; it stays until the next act or until it was read. */
export const lastRefusal = held<Refused | null>(null);

/** Something worth a line that is no act: a file that was written, a key that has nothing to do here. */
export const lastNote = held<((t: TFunction) => string) | null>(null);

/** Nothing that was told before is about what is shown now: another person, another ward, or the ward of another day. */
export function forgetTold(): void {
  lastAct.set(null);
  lastNote.set(null);
  lastRefusal.set(null);
}
