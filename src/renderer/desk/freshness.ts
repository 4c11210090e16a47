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

/** What judges the whole ward (`WardOptions.seldom`) is asked again no sooner than this after the last time. */
export const SELDOM_MS = 3_000;

/**
 * Asks again for whatever a change made stale. Changes that come while the screen is still asking are taken
 * together, so that a storm of them costs one round after another and never starves the grid. What is asked
 * seldom has its own rounds, and so makes nothing else wait; after the last change it is always asked once more.
 */
export function keepFresh(desk: DeskBridge, queries: QueryClient): () => void {
  const often = askAgainFor(queries, { seldom: false, pause: async () => {} });
  const seldom = askAgainFor(queries, {
    seldom: true,
    pause: () => new Promise((resolve) => setTimeout(resolve, SELDOM_MS)),
  });
  return desk.on((event) => {
    if (event.type === 'progress') return tellProgress(event.callId, event.progress);
    often(event.topics);
    seldom(event.topics);
  });
}

function askAgainFor(
  queries: QueryClient,
  rounds: { seldom: boolean; pause: () => Promise<void> },
): (topics: readonly Topic[]) => void {
  let stale = new Set<Topic>();
  let asking = false;
  const askAgain = async () => {
    if (asking) return;
    asking = true;
    while (stale.size > 0) {
      const topics = stale;
      stale = new Set();
      const pause = rounds.pause();
      await queries.invalidateQueries({
        predicate: ({ queryKey, meta }) =>
          (meta?.seldom === true) === rounds.seldom && readsAny(queryKey[0], topics),
      });
      await pause;
    }
    asking = false;
  };
  return (topics) => {
    for (const topic of topics) stale.add(topic);
    void askAgain();
  };
}
