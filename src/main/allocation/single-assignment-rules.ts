import { linearSumAssignment } from 'linear-sum-assignment';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import { type Desk, NEVER, singleCost } from './admission-to-bed-rules.ts';
import type { Patient } from './patient-rules.ts';
import { RESERVE_BROKEN } from './points.ts';

/** Somebody who is placed on their own, in zones of one kind. */
export interface Single {
  patient: Patient;
  policy: SexPolicy;
}

/** The singles of one kind of zone in their beds. */
export interface Section {
  patients: readonly Patient[];
  /** Bed of each patient, -1 without one. */
  places: readonly number[];
  /** Beds that are kept free for the reserve. */
  kept: readonly number[];
  /** Hundredths of a point: beds, people without one, reserve beds used. */
  cost: number;
  /** For every bed of the ward what taking it away would cost the singles at least; 0 where nobody minds. */
  prices: Float64Array;
  /** Reserve beds used, by zone code. */
  reserveUsed: ReadonlyMap<string, number>;
}

export interface SingleAssigner {
  /** The best beds for singles among those of one kind of zone that are free. */
  assign: (policy: SexPolicy, patients: readonly Patient[], isFree: (place: number) => boolean) => Section;
  /** The same on all available beds, where each costs its price on top. */
  assignAtPrices: (policy: SexPolicy, patients: readonly Patient[], prices: Float64Array) => Section;
  /** Steps taken so far, about a nanosecond each: a measure of time that is the same on every machine. */
  steps: () => number;
}

interface Row {
  patient: Patient | null;
  zoneCode: string;
  withoutBed: number;
  restricted: boolean;
  /** By place in the list of available beds. */
  costs: Float64Array;
}

/**
 * Assigns singles by the shortest augmenting path method of Jonker and Volgenant. The reserve is kept by
 * phantom patients, as many for each zone as beds are to stay free: each takes any free bed of its zone at
 * no cost, and giving that up costs {@link RESERVE_BROKEN}.
 */
export function singleAssigner(desk: Desk): SingleAssigner {
  const { ward } = desk;
  let steps = 0;
  const available = (policy: SexPolicy) =>
    ward.beds.flatMap((bed, place) => (bed.sexPolicy === policy && bed.state === 'available' ? [place] : []));
  const offered = {
    male: available('male'),
    female: available('female'),
    family: available('family'),
  };
  const keepers = {
    male: keepersOf(desk, 'male', offered.male),
    female: keepersOf(desk, 'female', offered.female),
    family: keepersOf(desk, 'family', offered.family),
  };
  const known = {
    male: new Map<Patient, Row>(),
    female: new Map<Patient, Row>(),
    family: new Map<Patient, Row>(),
  };
  const rowOf = (patient: Patient, policy: SexPolicy): Row => {
    const row = known[policy].get(patient) ?? rowFor(desk, patient, policy, offered[policy]);
    known[policy].set(patient, row);
    return row;
  };
  const none = new Float64Array(ward.beds.length);
  const assign = (
    policy: SexPolicy,
    patients: readonly Patient[],
    isFree: (place: number) => boolean,
    surcharge: Float64Array,
  ) => {
    const rows = [...patients.map((patient) => rowOf(patient, policy)), ...keepers[policy]];
    const columns = [...offered[policy].keys()].filter((i) => isFree(offered[policy][i] ?? -1));
    steps += rows.length * (columns.length + rows.length) * (rows.length + 20);
    return solve(rows, columns, offered[policy], surcharge);
  };
  return {
    assign: (policy, patients, isFree) => assign(policy, patients, isFree, none),
    assignAtPrices: (policy, patients, prices) => assign(policy, patients, () => true, prices),
    steps: () => steps,
  };
}

function rowFor(desk: Desk, patient: Patient, policy: SexPolicy, places: readonly number[]): Row {
  const costs = Float64Array.from(places, singleCost(desk, patient, policy));
  return { patient, zoneCode: '', withoutBed: patient.withoutBed, restricted: costs.includes(NEVER), costs };
}

function keepersOf({ ward, settings }: Desk, policy: SexPolicy, places: readonly number[]): Row[] {
  return ward.zones.flatMap(({ code: zoneCode, policy: own }) => {
    if (own !== policy) return [];
    const costs = Float64Array.from(places, (p) => (ward.beds[p]?.zoneCode === zoneCode ? 0 : NEVER));
    const kept = Math.min(settings.reservePerZone, costs.filter((cost) => cost === 0).length);
    const keeper = { patient: null, zoneCode, withoutBed: RESERVE_BROKEN, restricted: true, costs };
    return Array.from({ length: kept }, () => keeper);
  });
}

/**
 * Columns are the free beds and as many places "without a bed" as could ever be taken: all rows that may
 * not have just any bed, or what rows there are more than beds; and one more, so that one always stays
 * empty and prices stay prices.
 */
function solve(
  rows: readonly Row[],
  columns: readonly number[],
  offered: readonly number[],
  surcharge: Float64Array,
): Section {
  const prices = new Float64Array(surcharge.length);
  const patients = rows.flatMap(({ patient }) => (patient ? [patient] : []));
  if (rows.length === 0) return { patients, places: [], kept: [], cost: 0, prices, reserveUsed: new Map() };
  const restricted = rows.filter((row) => row.restricted).length;
  const without = Math.max(restricted, rows.length - columns.length, 0) + 1;
  const matrix = rows.map(({ costs, withoutBed }) => {
    const line = new Float64Array(columns.length + without).fill(withoutBed);
    columns.forEach((i, column) => {
      line[column] = (costs[i] ?? NEVER) + (surcharge[offered[i] ?? -1] ?? 0);
    });
    return line;
  });
  const { rowAssignments, dualVariableForColumns } = linearSumAssignment(matrix, { maximaze: false });
  const places: number[] = [];
  const kept: number[] = [];
  const reserveUsed = new Map<string, number>();
  let cost = 0;
  rows.forEach((row, r) => {
    const column = rowAssignments[r] ?? -1;
    const place = offered[columns[column] ?? -1] ?? -1;
    cost += matrix[r]?.[column] ?? row.withoutBed;
    if (row.patient) places.push(place);
    else if (place >= 0) kept.push(place);
    else reserveUsed.set(row.zoneCode, (reserveUsed.get(row.zoneCode) ?? 0) + 1);
  });
  columns.forEach((i, column) => {
    prices[offered[i] ?? -1] = Math.max(0, -(dualVariableForColumns[column] ?? 0));
  });
  return { patients, places, kept, cost, prices, reserveUsed };
}
