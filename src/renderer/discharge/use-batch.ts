import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefusalView } from '#shared/contract/refusal.ts';
import type { StayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { useHospital } from '../ui/hospital.tsx';
import { readLateEntry } from '../ui/late-entry.tsx';
import { nowInstant } from '../ui/time.ts';
import {
  type BatchDraft,
  type BatchRow,
  BLANK_BATCH,
  leavingOf,
  readStayIds,
  rowsRefused,
  withStays,
} from './batch-draft.ts';
import { useSettled } from './use-settled.ts';

/** The batch that is being put together, judged by the ward row by row whenever it or the ward changes. */
export function useBatch() {
  const { timeZone } = useHospital();
  const [draft, change, clear] = useDraft<BatchDraft>('discharge', BLANK_BATCH);
  const [refusals, setRefusals] = useState<ReadonlyMap<StayId, RefusalView>>(new Map());
  const [dropped, setDropped] = useState<readonly StayId[]>([]);
  const stayIds = useMemo(() => readStayIds(draft.stayIds), [draft.stayIds]);
  const when = readLateEntry({ on: draft.lateOn, text: draft.lateText }, nowInstant(), timeZone);
  const happenedAt = when.ok ? when.happenedAt : undefined;

  // Companion and note change nothing about who may leave; the place is asked about once typing rests.
  const { way, destination } = leavingOf(draft);
  const settled = useSettled(destination);
  const preview = useWard(
    'discharges.preview',
    {
      stayIds,
      leaving: { way, destination: settled, companion: '', note: '' },
      ...(happenedAt ? { at: happenedAt } : {}),
    },
    { enabled: stayIds.length > 0, keep: true },
  );

  const rows = useMemo(() => {
    const judged = new Map(preview.data?.map((row) => [row.stayId, row]));
    return stayIds.flatMap((id): BatchRow[] => {
      const row = judged.get(id);
      return row ? [{ ...row, refusedAtCommit: refusals.get(id) ?? null }] : [];
    });
  }, [stayIds, preview.data, refusals]);

  // Two scans may come in while the first is still being looked up, so the list is read at the last moment.
  const latest = useRef(stayIds);
  useLayoutEffect(() => {
    latest.current = stayIds;
  }, [stayIds]);
  const put = useCallback(
    (next: StayId[]) => {
      latest.current = next;
      change({ stayIds: next });
    },
    [change],
  );
  const add = useCallback(
    (more: readonly StayId[]): StayId[] => {
      const added = more.filter((id) => !latest.current.includes(id));
      if (added.length > 0) put(withStays(latest.current, added));
      return added;
    },
    [put],
  );
  const keepOnly = useCallback(
    (kept: readonly StayId[]) => {
      const gone = latest.current.filter((id) => !kept.includes(id));
      if (gone.length > 0) setDropped(gone);
      put([...kept]);
    },
    [put],
  );
  const drop = useCallback(
    (gone: readonly StayId[]) => keepOnly(latest.current.filter((id) => !gone.includes(id))),
    [keepOnly],
  );
  /** A list of five hundred is not scanned a second time because of one slip. */
  const bringBack = useCallback(() => {
    add(dropped);
    setDropped([]);
  }, [add, dropped]);
  const finish = useCallback(
    (gone: readonly StayId[]) => {
      const left = latest.current.filter((id) => !gone.includes(id));
      setDropped([]);
      setRefusals(new Map());
      clear();
      if (left.length > 0) put(left);
    },
    [clear, put],
  );
  const markRefused = useCallback((refusal: RefusalView, goers: readonly BatchRow[]) => {
    setRefusals(new Map(rowsRefused(refusal, goers).map((id) => [id, refusal])));
  }, []);
  const forgetRefusals = useCallback(() => setRefusals(new Map()), []);

  return {
    ...{ draft, change, stayIds, rows, when, add, drop, keepOnly, markRefused, forgetRefusals },
    /** Those taken off the list last, and the way to have them back. */
    ...{ dropped, bringBack },
    /** They have left: the list goes on with the others, and with a blank form. */
    finish,
    /** Not every row has been judged as it stands now. */
    judging: stayIds.length > 0 && (preview.isPending || preview.isFormer || rows.length < stayIds.length),
    refused: stayIds.length > 0 ? preview.refused : null,
  };
}

export type Batch = ReturnType<typeof useBatch>;
