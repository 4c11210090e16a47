import { useMemo } from 'react';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';

const DAY_MS = 86_400_000;
/** Places of the last weeks: enough to know where this hospital sends people. */
const DAYS = 60;
const LIMIT = 500;

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

/** The destinations that this ward has used, so that a name is written the same way twice. */
export function useDestinations(way: WayOfLeaving, enabled: boolean): string[] {
  // By whole days, so that the question stays the same one for as long as the page is open.
  const period = useMemo(() => {
    const tomorrow = (Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS;
    return { from: instantFromMillis(tomorrow - DAYS * DAY_MS), to: instantFromMillis(tomorrow) };
  }, []);
  const { data } = useWard('stays.list', { scope: 'left', ...period, limit: LIMIT }, { enabled });
  return useMemo(() => placesOf(data?.rows ?? [], way), [data, way]);
}
