import type { OperatorId } from '#shared/contract/values.ts';

/** Somebody signed in at a desk. Rights are read anew at each call, so that taking one away holds at once. */
interface SignedInActor {
  operatorId: OperatorId;
  sessionId: string;
  /** Colleagues who have just proved who they are, each for one act at this desk. */
  proven: readonly OperatorId[];
}

/**
 * Who calls: somebody signed in, nobody (null), or the program itself (`desk`), such as the schedule of reports. Set by
 * the main process only; it is not part of any message that a page can send.
 */
export type Actor = SignedInActor | 'desk' | null;
