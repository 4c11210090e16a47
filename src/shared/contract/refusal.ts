import { z } from 'zod';
import { REFUSAL_CODES } from '../messages/refusals.ts';

/** A refusal as it crosses the border: a code that every side translates, and the words it names. */
export const refusalView = z.strictObject({
  code: z.enum(REFUSAL_CODES as [string, ...string[]]),
  params: z.record(z.string(), z.string()),
});
export type RefusalView = z.infer<typeof refusalView>;

/**
 * Ids of defects that are no answers at all: whether anything was done is not known. The same gesture may be repeated,
 * since an act is done once. The first is the page's own, where nobody answered; the second, where the thread of long
 * work ended before it did.
 */
export const NO_ANSWER = 'no-answer';
export const WORKER_ENDED = 'worker-ended';

/** What a call answers. Nothing is ever thrown across the border. */
export type Reply<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; kind: 'refused'; refusal: RefusalView }
  | { ok: false; kind: 'defect'; id: string };

export const isUnanswered = (reply: Reply): boolean =>
  !reply.ok && reply.kind === 'defect' && (reply.id === NO_ANSWER || reply.id === WORKER_ENDED);
