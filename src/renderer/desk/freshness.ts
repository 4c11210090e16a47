import type { QueryClient } from '@tanstack/react-query';
import type { DeskBridge } from '#shared/contract/bridge.ts';
import { contract, isProcedureName } from '#shared/contract/index.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import { tellProgress } from '../client.ts';

/** Is what this query answered stale once these topics have changed? */
export function readsAny(name: unknown, topics: ReadonlySet<Topic>): boolean {
  if (typeof name !== 'string' || !isProcedureName(name)) return false;
  const procedure = contract[name];
  return procedure.kind === 'query' && procedure.reads.some((topic: Topic) => topics.has(topic));
}

/**
 * Asks again for whatever a change made stale. Changes that come while the screen is still asking are taken
 * together, so that a storm of them costs one round after another and never starves the grid.
 */
export function keepFresh(desk: DeskBridge, queries: QueryClient): () => void {
  let stale = new Set<Topic>();
  let asking = false;
  const askAgain = async () => {
    if (asking) return;
    asking = true;
    while (stale.size > 0) {
      const topics = stale;
      stale = new Set();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => readsAny(queryKey[0], topics) });
    }
    asking = false;
  };
  return desk.on((event) => {
    if (event.type === 'progress') return tellProgress(event.callId, event.progress);
    for (const topic of event.topics) stale.add(topic);
    void askAgain();
  });
}
