import type { ConvoyView } from '#shared/contract/convoys.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';

const isWorkedOff = ({ people, admitted }: ConvoyView): boolean => people > 0 && admitted >= people;

/** Whoever stands outside first, then who is on the way, then the buses that are worked off; each by time. */
export function inDeskOrder(convoys: readonly ConvoyView[]): ConvoyView[] {
  const rank = (convoy: ConvoyView) => (convoy.arrivedAt === null ? 1 : isWorkedOff(convoy) ? 2 : 0);
  const time = ({ arrivedAt, expectedAt }: ConvoyView) => arrivedAt ?? expectedAt;
  return [...convoys].sort((a, b) => rank(a) - rank(b) || (time(a) < time(b) ? -1 : 1));
}

/** `吉A·12345 · 昌邑区`. */
export const convoyName = ({ plate, origin }: Pick<ConvoyView, 'plate' | 'origin'>): string =>
  origin === '' ? plate : `${plate} · ${origin}`;

/** Buses that came longer ago than this are only looked for. */
const RECENT_MS = 12 * 3_600_000;

/** On the way, or here and not worked off for too long: what a nurse wants beside her form. */
export const isCurrent = ({ arrivedAt }: ConvoyView, now: Instant): boolean =>
  arrivedAt === null || millisOf(now) - millisOf(arrivedAt) < RECENT_MS;
