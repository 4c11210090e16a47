import { type Desk, singleCost } from './admission-to-bed-rules.ts';
import type { Alternative } from './allocation-types.ts';
import { choiceReasons, type Situated } from './explain-rules.ts';
import { areNeighbours } from './ward-index-rules.ts';

/** Other choices shown for each patient, and reasons given for each. */
const CHOICES = 3;
const REASONS = 2;

/**
 * The next best free beds for one patient, everybody else staying where the proposal has them: by the same
 * rules and the same points, relatives counted where they now are. An adult is not offered a bed that
 * would leave a child of the family without an adult beside it.
 */
export function alternativesFor(
  desk: Desk,
  situated: Situated,
  freePlaces: readonly number[],
  loadOf: (place: number) => number,
): Alternative[] {
  const { ward } = desk;
  const { patient, place, relatives } = situated;
  const policy = ward.beds[place]?.sexPolicy;
  if (policy === undefined) return [];
  const children = childrenRelyingOn(desk, situated);
  const cost = singleCost(desk, { ...patient, kin: relatives }, policy);
  const best: { place: number; cost: number }[] = [];
  for (const other of freePlaces) {
    const points = cost(other);
    const last = best[CHOICES - 1];
    if (!Number.isFinite(points) || (last !== undefined && points >= last.cost)) continue;
    if (!children.every((bed) => areNeighbours(ward, bed, other))) continue;
    best.push({ place: other, cost: points });
    best.sort((a, b) => a.cost - b.cost || a.place - b.place);
    best.length = Math.min(best.length, CHOICES);
  }
  return best.flatMap((choice) => {
    const bed = ward.beds[choice.place];
    const [, ...reasons] = choiceReasons(desk, { ...situated, place: choice.place }, loadOf(choice.place));
    return bed ? [{ bedId: bed.bedId, reasons: reasons.slice(0, REASONS) }] : [];
  });
}

/** Beds of the family's children that have this adult, and no other one, beside them. */
function childrenRelyingOn({ ward, settings }: Desk, { patient, place, relatives }: Situated): number[] {
  if (!patient.adult) return [];
  const young = (age: number | null) => age !== null && age < settings.childAge;
  const grown = relatives.filter(
    ({ occupant: { ageYears } }) => ageYears === null || ageYears >= settings.adultAge,
  );
  return relatives
    .filter(({ occupant, bed }) => young(occupant.ageYears) && areNeighbours(ward, bed, place))
    .filter(({ bed }) => !grown.some((kin) => areNeighbours(ward, kin.bed, bed)))
    .map(({ bed }) => bed);
}
