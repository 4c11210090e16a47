import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HistoryEntry } from '#shared/contract/stays.ts';
import { fetchNow, RefusedError } from '../client.ts';

/** Acts of one page: a shift's worth, and quick to ask for. */
const PAGE = 100;

/** An act, and the one that took it back where that is known. */
export interface ActRow extends HistoryEntry {
  undoneIn: HistoryEntry | null;
}

/** Whoever took an act back did so later, so that act stands on the same page or on a newer one. */
export function actRows(pages: readonly (readonly HistoryEntry[])[]): ActRow[] {
  const all = pages.flat();
  const byId = new Map(all.map((entry) => [entry.actId, entry]));
  return all.map((entry) => ({
    ...entry,
    undoneIn: entry.undoneBy === null ? null : (byId.get(entry.undoneBy) ?? null),
  }));
}

/** The acts of the ward, newest first, page by page into the past; what is shown is kept true. */
export function useActs() {
  const { data, error, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    // Its first part is the name of the procedure: by it the answer is known to be stale (desk/freshness.ts).
    queryKey: ['acts.recent', 'pages'],
    queryFn: ({ pageParam }) =>
      fetchNow('acts.recent', { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? null : (last.at(-1)?.seq ?? null)),
  });
  const rows = useMemo(() => (data ? actRows(data.pages) : undefined), [data]);
  return {
    rows,
    refused: error instanceof RefusedError ? error.answer : null,
    more: hasNextPage,
    asking: isFetchingNextPage,
    showMore: () => void fetchNextPage(),
  };
}
