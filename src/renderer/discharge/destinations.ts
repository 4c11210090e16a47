import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { fetchNow, queryClient } from '../client.ts';
import { useHospital } from '../ui/hospital.tsx';

const DAY_MS = 86_400_000;
/** Places of the last weeks: enough to know where this hospital sends people. */
const DAYS = 60;
const LIMIT = 200;

interface Left {
  way: WayOfLeaving | null;
  destination: string;
}

/** Where people have gone this way before, the most frequent place first; then those of other ways. */
export function placesOf(rows: readonly Left[], way: WayOfLeaving): string[] {
  const weights = new Map<string, number>();
  for (const row of rows) {
    const place = row.destination.trim();
    if (place === '') continue;
    weights.set(place, (weights.get(place) ?? 0) + (row.way === way ? LIMIT : 1));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([place]) => place);
}

/**
 * The destinations that this ward has used, so that a name is written the same way twice. Asked once and not
 * after every act: a place that is missing can still be typed.
 */
export function useDestinations(way: WayOfLeaving, wanted: boolean): string[] {
  const { wardId } = useHospital();
  const { data } = useQuery({
    queryKey: ['destinations', wardId],
    queryFn: async () => {
      const now = Date.now();
      const period = { from: instantFromMillis(now - DAYS * DAY_MS), to: instantFromMillis(now) };
      const { rows } = await fetchNow('stays.list', { scope: 'left', ...period, limit: LIMIT });
      return rows.map(({ way: one, destination }) => ({ way: one, destination }));
    },
    enabled: wanted,
  });
  return useMemo(() => placesOf(data ?? [], way), [data, way]);
}

/** Somebody was sent somewhere: asked again when it is next wanted. */
export const forgetDestinations = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['destinations'] });
