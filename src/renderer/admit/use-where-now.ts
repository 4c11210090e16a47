import { useMemo } from 'react';
import type { StayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { type Admitted, type WhereNow, whereNow } from './just-admitted.ts';

const AS_TOLD: ReadonlyMap<StayId, WhereNow> = new Map();

/** Where each of them is by now, whoever moved them or took the admission back. Empty until that is known. */
export function useWhereNow(latest: readonly Admitted[]): ReadonlyMap<StayId, WhereNow> {
  const { data: board } = useWard('beds.board', {});
  const { data: plan } = useWard('beds.plan', {});
  const { data: waiting } = useWard('stays.list', { scope: 'waiting' });
  return useMemo(() => {
    if (!board || !plan || !waiting) return AS_TOLD;
    const stayIds = latest.map(({ stayId }) => stayId);
    return whereNow(stayIds, board, plan, waiting);
  }, [latest, board, plan, waiting]);
}
