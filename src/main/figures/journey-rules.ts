import type { BedId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';

/** (from, to]: whoever comes at `from` was there before, whoever comes at `to` belongs to it. */
export interface Interval {
  from: Instant;
  to: Instant;
}

/** A time in one bed, over [from, to). */
export interface Stretch {
  bedId: BedId;
  /** Its code, as people say it; the same of the zone. */
  bed: string;
  zoneId: ZoneId;
  zone: string;
  from: Instant;
  to: Instant | null;
}

/** One stay with all the beds it had in the time asked about; between them it waits for one. */
export interface Journey {
  stayId: StayId;
  arrivedAt: Instant;
  leftAt: Instant | null;
  way: WayOfLeaving | null;
  stretches: readonly Stretch[];
}

/** `null` in place of a stretch: in house without a bed. */
export type Movement =
  | { kind: 'arrived'; at: Instant; to: Stretch | null }
  | { kind: 'moved'; at: Instant; from: Stretch | null; to: Stretch | null }
  | { kind: 'left'; at: Instant; from: Stretch | null; way: WayOfLeaving };

const isIn = (at: Instant, { from, to }: Interval): boolean => from < at && at <= to;

export const isInHouse = ({ arrivedAt, leftAt }: Journey, at: Instant): boolean =>
  arrivedAt <= at && (leftAt === null || leftAt > at);

export const stretchAt = ({ stretches }: Journey, at: Instant): Stretch | null =>
  stretches.find(({ from, to }) => from <= at && (to === null || to > at)) ?? null;

const stretchBefore = ({ stretches }: Journey, at: Instant): Stretch | null =>
  stretches.find(({ from, to }) => from < at && (to === null || to >= at)) ?? null;

/**
 * What one stay did in the interval, in the order of time. Who is placed at the very instant of arrival arrives
 * in that bed, who leaves a bed and the ward at once left from it: neither is a move.
 */
export function movementsOf(journey: Journey, interval: Interval): Movement[] {
  const { arrivedAt, leftAt, way, stretches } = journey;
  const movements: Movement[] = [];
  if (isIn(arrivedAt, interval))
    movements.push({ kind: 'arrived', at: arrivedAt, to: stretchAt(journey, arrivedAt) });
  const turns = new Set(stretches.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  for (const at of [...turns].sort()) {
    if (!isIn(at, interval) || at <= arrivedAt || (leftAt !== null && at >= leftAt)) continue;
    const [from, to] = [stretchBefore(journey, at), stretchAt(journey, at)];
    if (from?.bedId !== to?.bedId) movements.push({ kind: 'moved', at, from, to });
  }
  if (leftAt !== null && way !== null && isIn(leftAt, interval))
    movements.push({ kind: 'left', at: leftAt, from: stretchBefore(journey, leftAt), way });
  return movements;
}
