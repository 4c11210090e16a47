import { z } from 'zod';
import { REFUSAL_CODES } from '../messages/refusals.ts';

/** A refusal as it crosses the border: a code that every side translates, and the words it names. */
export const refusalView = z.strictObject({
  code: z.enum(REFUSAL_CODES as [string, ...string[]]),
  params: z.record(z.string(), z.string()),
});
export type RefusalView = z.infer<typeof refusalView>;

/** What a call answers. Nothing is ever thrown across the border. */
export type Reply<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; kind: 'refused'; refusal: RefusalView }
  | { ok: false; kind: 'defect'; id: string };
