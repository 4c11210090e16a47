import type { QueryHandler } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';

/** Written by whoever builds the figures. */
export const showFlow: QueryHandler<'figures.flow'> = async () => {
  throw new Refusal('period-empty');
};
