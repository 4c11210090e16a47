import {
  type AgeGroup,
  BED_FIGURES,
  type BedFigure,
  type BedFigures,
  MOVEMENTS,
  type Movement,
  type PersonFigure,
} from '#shared/contract/overview.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { OverviewBed, OverviewPerson } from './overview-types.ts';

/** Every number that counts this bed. Both the counting and the rows behind a number ask here. */
export function figuresOfBed({ state, usable, staffed, open }: OverviewBed): BedFigure[] {
  const figures: BedFigure[] = ['beds', state];
  if (state !== 'available') return figures;
  figures.push(usable ? 'usable' : 'emptyOnly');
  if (!staffed) figures.push('unstaffed');
  if (!open) figures.push('notOpen');
  return figures;
}

/** Every number that counts this person, while in house. */
export function figuresOfPerson({ bedId, row }: OverviewPerson): PersonFigure[] {
  const figures: PersonFigure[] = ['inHouse'];
  if (bedId === null) figures.push('waiting');
  if (row.keyReasons.length > 0) figures.push('keyPatients');
  return figures;
}

/** Discharged are those sent home by a doctor; who went against advice or without a word is counted apart. */
const LEAVING_AS: Readonly<Record<WayOfLeaving, Movement>> = {
  'on-order': 'discharged',
  'to-hospital': 'referred',
  'to-community': 'discharged',
  'against-advice': 'otherwise',
  died: 'died',
  other: 'otherwise',
};

export const movementOfLeaving = (way: WayOfLeaving): Movement => LEAVING_AS[way];

export function ageGroupOf(age: number | null): AgeGroup {
  if (age === null) return 'unknown';
  if (age < 14) return 'under-14';
  if (age < 18) return '14-17';
  if (age < 45) return '18-44';
  return age <= 60 ? '45-60' : 'over-60';
}

export const noBeds = (): BedFigures =>
  Object.fromEntries(BED_FIGURES.map((figure) => [figure, 0])) as BedFigures;

export const noMovements = (): Record<Movement, number> =>
  Object.fromEntries(MOVEMENTS.map((movement) => [movement, 0])) as Record<Movement, number>;
