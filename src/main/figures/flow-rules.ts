import { FLOW_FIGURES, type FlowFigure } from '#shared/contract/figures.ts';
import type { ZoneId } from '#shared/contract/values.ts';
import { WAYS_OF_LEAVING, type WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import {
  type Interval,
  isInHouse,
  type Journey,
  type Movement,
  movementsOf,
  type Stretch,
  stretchAt,
} from './journey-rules.ts';

export type Tally = Record<FlowFigure, number>;

/** A place of the flow: a zone, or `null` for those in house without a bed. */
export type PlaceKey = ZoneId | null;

/** One person's part in one figure of one place. */
export interface Share {
  figure: FlowFigure;
  place: PlaceKey;
  /** What happened, and when; null for those who were simply there. */
  movement: Movement | null;
}

/** What one stay adds to the figures of an interval. A move from one bed of a place to another is none of the place. */
export function sharesOf(journey: Journey, interval: Interval): Share[] {
  const shares: Share[] = [];
  const there = (figure: 'opening' | 'closing', at: Instant) => {
    if (!isInHouse(journey, at)) return;
    shares.push({ figure, place: placeOf(stretchAt(journey, at)), movement: null });
  };
  there('opening', interval.from);
  for (const movement of movementsOf(journey, interval)) {
    if (movement.kind === 'arrived')
      shares.push({ figure: 'arrived', place: placeOf(movement.to), movement });
    else if (movement.kind === 'left')
      shares.push({ figure: 'left', place: placeOf(movement.from), movement });
    else if (placeOf(movement.from) !== placeOf(movement.to)) {
      shares.push({ figure: 'movedOut', place: placeOf(movement.from), movement });
      shares.push({ figure: 'movedIn', place: placeOf(movement.to), movement });
    }
  }
  there('closing', interval.to);
  return shares;
}

const placeOf = (stretch: Stretch | null): PlaceKey => stretch?.zoneId ?? null;

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
    for (const { figure, place, movement } of sharesOf(journey, this.#interval)) {
      this.at(place)[figure] += 1;
      if (movement?.kind === 'left') this.leftByWay[movement.way] += 1;
    }
  }

  at(place: PlaceKey): Tally {
    const tally = this.#places.get(place) ?? nothing();
    this.#places.set(place, tally);
    return tally;
  }

  total(): Tally {
    const total = nothing();
    for (const tally of this.#places.values())
      for (const figure of FLOW_FIGURES) total[figure] += tally[figure];
    return total;
  }
}

const nothing = (): Tally => ({ opening: 0, arrived: 0, movedIn: 0, movedOut: 0, left: 0, closing: 0 });
