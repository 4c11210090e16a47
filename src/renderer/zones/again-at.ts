import { useEffect } from 'react';
import type { ZoneRow } from '#shared/contract/zones.ts';

type Waiting = Pick<ZoneRow, 'hindrances'>;

/** When the first contact time that something waits for is over. */
export const firstMoment = (zones: readonly Waiting[]): string | null =>
  zones
    .flatMap(({ hindrances }) => hindrances.flatMap((one) => (one.kind === 'contact-time' ? one.until : [])))
    .sort()[0] ?? null;

/** Clocks of the page and of the ward are the same; a timer may still be early by a little. */
const MARGIN_MS = 250;

/** How long a page waits before it asks again; nothing is announced when a time is merely over. */
export const waitUntil = (until: string, now: number): number =>
  Math.max(Date.parse(until) - now, 0) + MARGIN_MS;

/** Asks again at that moment, though nobody has acted. */
export function useAgainAt(until: string | null, again: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is another function each time, of one query.
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(again, waitUntil(until, Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
}
