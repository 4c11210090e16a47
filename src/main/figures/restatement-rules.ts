import type { FlowFigure } from '#shared/contract/figures.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type PlaceKey, sharesOf } from './flow-rules.ts';
import type { Interval, Journey } from './journey-rules.ts';

/** A fact as one knew it over the acts from `recordedBy` to the one that superseded it. */
interface Version<T> {
  value: T;
  recordedBy: number;
  supersededBy: number | null;
}

/** Everything that was ever held true of one stay. */
export interface StayVersions {
  stayId: StayId;
  periods: readonly Version<Pick<Journey, 'arrivedAt' | 'leftAt' | 'way'>>[];
  stretches: readonly Version<Journey['stretches'][number]>[];
}

export interface Effect {
  place: PlaceKey;
  figure: FlowFigure;
  by: number;
}

/**
 * What each act after `knownBy` changed of this stay's part in the figures of the interval, in the order of the
 * acts. Added up they are the difference between what was known then and what is known now; acts that changed
 * nothing of it, such as a discharge after the interval, are left out.
 */
export function effectsOf(
  stay: StayVersions,
  interval: Interval,
  knownBy: number,
): { seq: number; effects: Effect[] }[] {
  const acts = new Set<number>();
  for (const { recordedBy, supersededBy } of [...stay.periods, ...stay.stretches]) {
    if (recordedBy > knownBy) acts.add(recordedBy);
    if (supersededBy !== null && supersededBy > knownBy) acts.add(supersededBy);
  }
  const found: { seq: number; effects: Effect[] }[] = [];
  let before = countsAfter(stay, interval, knownBy);
  for (const seq of [...acts].sort((a, b) => a - b)) {
    const after = countsAfter(stay, interval, seq);
    const effects = differences(before, after);
    if (effects.length > 0) found.push({ seq, effects });
    before = after;
  }
  return found;
}

type Counts = Map<string, Effect>;

function countsAfter(stay: StayVersions, interval: Interval, seq: number): Counts {
  const heldTrue = <T>(versions: readonly Version<T>[]): T[] =>
    versions
      .filter(
        ({ recordedBy, supersededBy }) =>
          recordedBy <= seq && !(supersededBy !== null && supersededBy <= seq),
      )
      .map(({ value }) => value);
  const counts: Counts = new Map();
  for (const period of heldTrue(stay.periods)) {
    const journey: Journey = { stayId: stay.stayId, ...period, stretches: heldTrue(stay.stretches) };
    for (const { place, figure } of sharesOf(journey, interval)) add(counts, { place, figure, by: 1 });
  }
  return counts;
}

export function add(counts: Counts, { place, figure, by }: Effect): void {
  const key = `${place} ${figure}`;
  counts.set(key, { place, figure, by: (counts.get(key)?.by ?? 0) + by });
}

function differences(before: Counts, after: Counts): Effect[] {
  const counts: Counts = new Map(after);
  for (const { place, figure, by } of before.values()) add(counts, { place, figure, by: -by });
  return [...counts.values()].filter(({ by }) => by !== 0);
}
