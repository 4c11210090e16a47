import { useEffect, useState } from 'react';
import type { Instant } from '#shared/rules/instant.ts';
import { prefetch, useWard } from '../../client.ts';
import type { Hours } from './hours.ts';

/**
 * The board as of a past instant (null: nobody asks). The picture of before stays until the next one is there;
 * only one moment is asked for at a time and those passed over meanwhile never are, so a held key does not pile up
 * questions. The hours on either side are fetched ahead.
 */
export function usePastBoard(at: Instant | null, hours: Hours) {
  const [asked, setAsked] = useState(at);
  const board = useWard('beds.board', asked === null ? {} : { at: asked }, {
    enabled: asked !== null,
    keep: true,
    brief: true,
  });
  const { isFetching } = board;
  useEffect(() => {
    if (at === null || !isFetching) setAsked(at);
  }, [at, isFetching]);
  useEffect(() => {
    if (asked === null || isFetching) return;
    const here = hours.of(asked);
    for (const step of [here - 1, here + 1]) {
      const beside = step < 0 ? null : hours.at(step);
      if (beside !== null) prefetch('beds.board', { at: beside });
    }
  }, [asked, isFetching, hours]);
  return {
    past: at === null || asked === null ? null : (board.data ?? null),
    refused: at === null ? null : board.refused,
    isLate: at !== null && (at !== asked || isFetching),
  };
}
