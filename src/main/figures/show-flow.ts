import { type Instant, localOf } from '#shared/rules/instant.ts';
import type { Context, QueryHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import type { Interval } from './journey-rules.ts';
import { cutOf, readFlow } from './read-flow.ts';

/** The accounts of (from, to]. Refuses a period without an instant in it, and what has not come yet. */
export const showFlow: QueryHandler<'figures.flow'> = async (db, { from, to, knownAt }, context) => {
  requirePast({ from, to }, knownAt, context);
  const flow = await readFlow(db, { from, to }, await cutOf(db, knownAt));
  return { ...flow, knownAt: knownAt ?? null };
};

/** Figures are told of what has been, and of what was known already. */
function requirePast({ from, to }: Interval, knownAt: Instant | undefined, { now, zone }: Context): void {
  refuseUnless(from < to, 'period-empty');
  for (const at of [to, knownAt ?? now])
    if (at > now) throw new Refusal('in-future', { at: localOf(at, zone) });
}
