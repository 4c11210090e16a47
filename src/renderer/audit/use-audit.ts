import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditOutcome } from '#shared/contract/audit.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { fetchNow, RefusedError } from '../client.ts';

/** Entries of one page. */
const PAGE = 200;

export interface AuditFilter {
  about?: string | undefined;
  who?: OperatorId | undefined;
  outcome?: AuditOutcome | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
}

/** The trail by a filter, newest first, page by page into the past. */
export function useAudit(filter: AuditFilter) {
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit.list', filter],
    queryFn: ({ pageParam }) =>
      fetchNow('audit.list', {
        ...filter,
        limit: PAGE,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.rows.length < PAGE ? null : (last.rows.at(-1)?.seq ?? null)),
    // Nobody is told of each new entry: the trail is asked anew whenever it is opened or filtered.
    staleTime: 0,
    gcTime: 0,
  });
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  return {
    rows,
    total: data?.pages[0]?.total,
    refused: error instanceof RefusedError ? error.answer : null,
    more: hasNextPage,
    asking: isFetching,
    showMore: () => void fetchNextPage(),
    ask: () => void refetch(),
  };
}
