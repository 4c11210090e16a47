import type { OutputOf } from '#shared/contract/index.ts';
import type { BedId } from '#shared/contract/values.ts';
import { type Instant, minutesBetween } from '#shared/rules/instant.ts';

/** A bed that awaits terminal disinfection, as the panel shows it. */
export interface BedToSignOff {
  id: BedId;
  code: string;
  zone: string;
  since: Instant;
  readyAt: Instant;
  /** Whole minutes until its contact time is over; 0 when it may be signed off. */
  left: number;
  /** Out of service besides: to be signed off all the same, but not offered afterwards. */
  closed: boolean;
}

/** Those that may be signed off soonest on top. `now` is when the signing off happens. */
export function bedsToSignOff(
  board: OutputOf<'beds.board'> | undefined,
  plan: OutputOf<'beds.plan'> | undefined,
  now: Instant,
): BedToSignOff[] | undefined {
  if (!board || !plan) return undefined;
  const zones = new Map(plan.zones.map(({ id, name }) => [id, name]));
  const units = new Map(plan.careUnits.map(({ id, zoneId }) => [id, zones.get(zoneId) ?? '']));
  const places = new Map(plan.beds.map((bed) => [bed.id, bed]));
  const beds = board.beds.flatMap(({ id, disinfection, closure }): BedToSignOff[] => {
    const place = places.get(id);
    if (!disinfection || !place) return [];
    const { since, readyAt } = disinfection;
    const left = Math.max(0, Math.ceil(minutesBetween(now, readyAt)));
    return [
      {
        id,
        code: place.code,
        zone: units.get(place.careUnitId) ?? '',
        since,
        readyAt,
        left,
        closed: closure !== null,
      },
    ];
  });
  return beds.sort((a, b) => (a.readyAt < b.readyAt ? -1 : a.readyAt > b.readyAt ? 1 : 0));
}

export const isReady = ({ left }: BedToSignOff): boolean => left === 0;
