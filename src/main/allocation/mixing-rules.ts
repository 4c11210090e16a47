import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { Classification, SexPolicy } from '#shared/contract/vocabulary.ts';
import { gravestOf } from './patient-rules.ts';
import type { UnitIndex, WardIndex } from './ward-index-rules.ts';

/**
 * Which classification each care unit takes, where they are not mixed: that of its patients; `closed` for a
 * unit that is mixed already, or that has nobody and has not been opened. Null where mixing is allowed.
 */
export type UnitClasses = readonly (Classification | 'closed')[] | null;

/** People of one classification who need beds in zones of one kind. */
export interface Demand {
  policy: SexPolicy;
  classification: Classification;
  people: number;
}

/** What lies in a unit now; one family counts as its gravest member. Empty where nobody does. */
export function classesIn({ occupants }: UnitIndex): Set<Classification> {
  const families = new Map<string, Classification[]>();
  for (const { familyId, stayId, classification } of occupants) {
    const key = familyId ?? stayId;
    families.set(key, [...(families.get(key) ?? []), classification]);
  }
  return new Set([...families.values()].map(gravestOf));
}

/**
 * Opens as few empty care units as the demand needs, in the order of their codes, larger demands first:
 * a unit opened for a few closes it to all others.
 */
export function openUnits(
  ward: WardIndex,
  demands: readonly Demand[],
  settings: AllocationSettings,
): UnitClasses {
  if (settings.mixClassifications === 'allowed') return null;
  let classes: UnitClasses = ward.units.map((unit) => {
    const [only, ...others] = classesIn(unit);
    return only !== undefined && others.length === 0 ? only : 'closed';
  });
  const largestFirst = [...demands].sort(
    (a, b) => b.people - a.people || (a.classification < b.classification ? -1 : 1),
  );
  for (const demand of largestFirst) {
    let room = 0;
    ward.units.forEach((unit, u) => {
      if (unit.policy === demand.policy && classes?.[u] === demand.classification) room += freeIn(unit, ward);
    });
    while (room < demand.people) {
      const opened = openAnother(ward, classes, demand);
      if (opened === null) break;
      classes = opened.classes;
      room += opened.room;
    }
  }
  return classes;
}

/** Opens one more empty unit for a classification; null where there is none. */
export function openAnother(
  ward: WardIndex,
  classes: UnitClasses,
  { policy, classification }: Demand,
): { classes: UnitClasses; room: number } | null {
  if (classes === null) return null;
  const next = ward.units.findIndex(
    (unit, u) =>
      unit.policy === policy &&
      classes[u] === 'closed' &&
      unit.occupants.length === 0 &&
      freeIn(unit, ward) > 0,
  );
  const unit = ward.units[next];
  if (unit === undefined) return null;
  return { classes: classes.with(next, classification), room: freeIn(unit, ward) };
}

const freeIn = (unit: UnitIndex, { beds }: WardIndex): number =>
  unit.beds.filter((place) => beds[place]?.state === 'available').length;

/** May somebody of this classification get a bed in the unit? */
export const unitTakes = (classes: UnitClasses, unit: number, classification: Classification): boolean =>
  classes === null || classes[unit] === classification;
