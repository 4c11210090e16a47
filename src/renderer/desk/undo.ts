import type { InputOf } from '#shared/contract/index.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import type { ActId } from '#shared/contract/values.ts';
import { perform } from '../act.ts';
import { held } from './kept.ts';
import { lastRefusal } from './last-act.ts';

export type UndoBeds = NonNullable<InputOf<'acts.undo'>['beds']>;

export interface UndoInTheWay {
  actId: ActId;
  /** What was chosen so far for those who cannot have their bed back. */
  beds: UndoBeds;
  refusal: RefusalView;
}

/** Open while somebody has to say where a patient goes whose bed was taken meanwhile. */
export const undoInTheWay = held<UndoInTheWay | null>(null);

/**
 * Takes an act back. Where a bed was taken meanwhile the undo dialog (frame/undo-dialog.tsx) asks where to,
 * and tries again with the answer; each further bed in the way is asked for in turn.
 */
export async function undoAct(actId: ActId, beds: UndoBeds = []): Promise<boolean> {
  const answer = await perform('acts.undo', { actId, beds }, { quiet: true });
  if (answer.ok) {
    undoInTheWay.set(null);
    return true;
  }
  if (answer.kind === 'refused' && answer.refusal.code === 'undo-bed-taken') {
    undoInTheWay.set({ actId, beds, refusal: answer.refusal });
  } else {
    undoInTheWay.set(null);
    lastRefusal.set(answer);
  }
  return false;
}
