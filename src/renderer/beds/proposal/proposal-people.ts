import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { inWaitingOrder } from '../../patients/waiting-order.ts';
import type { ProposalDraft } from './proposal-draft.ts';

/**
 * Those the proposal is for: without a bed first, then those put against a rule, then the rest; within each
 * the longest wait on top, families together.
 */
export function peopleOf(
  waiting: readonly StayRow[],
  stayIds: readonly StayId[] | null,
  { placed, unplaced }: ProposalDraft,
): StayRow[] {
  const wanted = stayIds && new Set<string>(stayIds);
  const ordered = inWaitingOrder(waiting.filter(({ stayId }) => !wanted || wanted.has(stayId)));
  const rank = ({ stayId }: StayRow) => {
    if (unplaced.has(stayId)) return 0;
    return (placed.get(stayId)?.against.length ?? 0) > 0 ? 1 : 2;
  };
  return [0, 1, 2].flatMap((wantedRank) => ordered.filter((row) => rank(row) === wantedRank));
}

/** Those who wait but were not there when the proposal was worked out. */
export const newcomers = (
  waiting: readonly StayRow[],
  { placed, unplaced, leftOut }: ProposalDraft,
): number =>
  waiting.filter(({ stayId }) => !placed.has(stayId) && !unplaced.has(stayId) && !leftOut.has(stayId)).length;
