import { linearSumAssignment } from 'linear-sum-assignment';
import { SEX_POLICIES, type SexPolicy } from '#shared/contract/vocabulary.ts';
import { type Desk, NEVER, singleCost } from './admission-to-bed-rules.ts';
import type { Patient } from './patient-rules.ts';
import { RESERVE_BROKEN } from './points.ts';

/** Somebody who is placed on their own, in zones of one kind. */
export interface Single {
  patient: Patient;
  policy: SexPolicy;
}

export interface SingleAssignment {
  /** Bed of each single, -1 without one, in the order given. */
  beds: number[];
  /** Hundredths of a point: beds, people without one, reserve beds used. */
  cost: number;
  /** What taking a bed away would cost the singles at least; 0 for beds that nobody wants. */
  prices: Float64Array;
  /** Reserve beds used, by zone code. */
  reserveUsed: ReadonlyMap<string, number>;
}

interface Row {
  /** Place in the list of singles; -1 for a keeper of the reserve. */
  single: number;
  zoneCode: string;
  withoutBed: number;
  restricted: boolean;
  costAt: (place: number) => number;
}

/**
 * The best beds for singles among those that are free: an optimal assignment for each kind of zone. The
 * reserve is kept by phantom patients, as many as beds are to stay free: each takes any free bed of its
 * zone at no cost, and giving that up costs {@link RESERVE_BROKEN}.
 */
export function assignSingles(
  desk: Desk,
  singles: readonly Single[],
  isFree: (place: number) => boolean,
): SingleAssignment {
  const { ward } = desk;
  const result: SingleAssignment = {
    beds: singles.map(() => -1),
    cost: 0,
    prices: new Float64Array(ward.beds.length),
    reserveUsed: new Map(),
  };
  for (const policy of SEX_POLICIES) {
    const available = ward.beds.flatMap((bed, place) =>
      bed.sexPolicy === policy && bed.state === 'available' ? [place] : [],
    );
    const rows = [...rowsOf(desk, singles, policy), ...keepers(desk, policy, available)];
    if (rows.length > 0) assign(rows, available.filter(isFree), result);
  }
  return result;
}

function rowsOf(desk: Desk, singles: readonly Single[], policy: SexPolicy): Row[] {
  return singles.flatMap(({ patient, policy: own }, single) => {
    if (own !== policy) return [];
    const restricted = patient.child || desk.classes !== null;
    const costAt = singleCost(desk, patient, policy);
    return [{ single, zoneCode: '', withoutBed: patient.withoutBed, restricted, costAt }];
  });
}

function keepers({ ward, settings }: Desk, policy: SexPolicy, available: readonly number[]): Row[] {
  return ward.zones.flatMap(({ code: zoneCode, policy: own }) => {
    if (own !== policy) return [];
    const inZone = (place: number) => ward.beds[place]?.zoneCode === zoneCode;
    const kept = Math.min(settings.reservePerZone, available.filter(inZone).length);
    const costAt = (place: number) => (inZone(place) ? 0 : NEVER);
    const keeper = { single: -1, zoneCode, withoutBed: RESERVE_BROKEN, restricted: true, costAt };
    return Array.from({ length: kept }, () => keeper);
  });
}

/**
 * One assignment, its outcome added to `result`. Columns are the free beds and as many places "without a
 * bed" as could ever be taken: all rows that may not have just any bed, or what rows there are more than
 * beds; and one more, so that one always stays empty and prices stay prices.
 */
function assign(rows: readonly Row[], free: readonly number[], result: SingleAssignment): void {
  const restricted = rows.filter((row) => row.restricted).length;
  const without = Math.max(restricted, rows.length - free.length, 0) + 1;
  const matrix = rows.map((row) => {
    const line = new Float64Array(free.length + without).fill(row.withoutBed);
    free.forEach((place, column) => {
      line[column] = row.costAt(place);
    });
    return line;
  });
  const { rowAssignments, dualVariableForColumns } = linearSumAssignment(matrix, { maximaze: false });
  const used = new Map(result.reserveUsed);
  rows.forEach((row, r) => {
    const column = rowAssignments[r] ?? -1;
    const place = free[column] ?? -1;
    result.cost += matrix[r]?.[column] ?? row.withoutBed;
    if (row.single >= 0) result.beds[row.single] = place;
    else if (place < 0) used.set(row.zoneCode, (used.get(row.zoneCode) ?? 0) + 1);
  });
  result.reserveUsed = used;
  free.forEach((place, column) => {
    result.prices[place] = Math.max(0, -(dualVariableForColumns[column] ?? 0));
  });
}
