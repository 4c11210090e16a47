import { useMemo } from 'react';
import { useWard } from '../client.ts';
import { floorOf, viewsOn } from './board/floor.ts';

/** The floor with the state of every bed, kept true. */
export function useWardFloor() {
  const plan = useWard('beds.plan', {});
  const board = useWard('beds.board', {});
  const floor = useMemo(() => plan.data && floorOf(plan.data), [plan.data]);
  const views = useMemo(() => floor && board.data && viewsOn(floor, board.data.beds), [floor, board.data]);
  return {
    ward: floor && views && board.data ? { floor, views, counts: board.data.counts } : null,
    refused: plan.refused ?? board.refused,
    retry: () => {
      plan.refetch();
      board.refetch();
    },
  };
}

export type WardFloor = NonNullable<ReturnType<typeof useWardFloor>['ward']>;
