import type { ZoneId } from '#shared/contract/values.ts';
import { WAYS_OF_LEAVING, type WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { type Interval, isInHouse, type Journey, movementsOf, stretchAt } from './journey-rules.ts';

export interface Tally {
  opening: number;
  arrived: number;
  movedIn: number;
  movedOut: number;
  left: number;
  closing: number;
}

/** A place of the flow: a zone, or `null` for those in house without a bed. */
export type PlaceKey = ZoneId | null;

/** Adds up journeys, one after another, so that none has to be kept. */
export class FlowTally {
  readonly #interval: Interval;
  readonly #places = new Map<PlaceKey, Tally>();
  readonly leftByWay = Object.fromEntries(WAYS_OF_LEAVING.map((way) => [way, 0])) as Record<
    WayOfLeaving,
    number
  >;

  constructor(interval: Interval) {
    this.#interval = interval;
  }

  add(journey: Journey): void {
    const { from, to } = this.#interval;
    if (isInHouse(journey, from)) this.at(stretchAt(journey, from)?.zoneId).opening += 1;
    if (isInHouse(journey, to)) this.at(stretchAt(journey, to)?.zoneId).closing += 1;
    for (const movement of movementsOf(journey, this.#interval)) {
      if (movement.kind === 'arrived') this.at(movement.to?.zoneId).arrived += 1;
      else if (movement.kind === 'left') {
        this.at(movement.from?.zoneId).left += 1;
        this.leftByWay[movement.way] += 1;
      } else if (movement.from?.zoneId !== movement.to?.zoneId) {
        this.at(movement.from?.zoneId).movedOut += 1;
        this.at(movement.to?.zoneId).movedIn += 1;
      }
    }
  }

  at(zoneId: PlaceKey | undefined): Tally {
    const key = zoneId ?? null;
    const tally = this.#places.get(key) ?? nothing();
    this.#places.set(key, tally);
    return tally;
  }

  total(): Tally {
    const total = nothing();
    for (const tally of this.#places.values())
      for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
    return total;
  }
}

const nothing = (): Tally => ({ opening: 0, arrived: 0, movedIn: 0, movedOut: 0, left: 0, closing: 0 });
