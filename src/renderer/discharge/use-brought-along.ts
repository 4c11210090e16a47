import { useEffect, useRef, useState } from 'react';
import type { StayId } from '#shared/contract/values.ts';
import { narrow } from '../route.ts';
import { stayIdsOfAddress } from './batch-draft.ts';
import type { Batch } from './use-batch.ts';

/** Those whom another page sent here, and who stood on the list before them. */
export interface Brought {
  ids: readonly StayId[];
  before: readonly StayId[];
}

/** `#/discharge?stays=…` puts them on the list and is then taken out of the address: a reload adds nobody twice. */
export function useBroughtAlong(stays: string | null, batch: Batch): Brought {
  const [brought, setBrought] = useState<Brought>({ ids: [], before: [] });
  const taken = useRef<string | null>(null);
  const { add, stayIds } = batch;
  useEffect(() => {
    if (stays === null) {
      taken.current = null;
      return;
    }
    if (taken.current === stays) return;
    taken.current = stays;
    const ids = stayIdsOfAddress(stays);
    setBrought({ ids, before: stayIds.filter((id) => !ids.includes(id)) });
    add(ids);
    narrow({ stays: undefined });
  }, [stays, add, stayIds]);
  return brought;
}
