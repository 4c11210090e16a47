import type { QueryHandler } from '../ipc/context.ts';
import { cutOf, requirePastPeriod } from './knowledge.ts';
import { readFlow } from './read-flow.ts';

/** The accounts of (from, to]. Refuses a period without an instant in it, and what has not come yet. */
export const showFlow: QueryHandler<'figures.flow'> = async (db, { from, to, knownAt }, context) => {
  requirePastPeriod({ from, to }, context);
  const flow = await readFlow(db, { from, to }, await cutOf(db, knownAt, context));
  return { ...flow, knownAt: knownAt ?? null };
};
