import loadHighs, { type Highs } from 'highs';
import { type Desk, NEVER, singleCost } from '#main/allocation/admission-to-bed-rules.ts';
import type { StatedProblem } from '#main/allocation/allocate-rules.ts';
import { eachBlock } from '#main/allocation/block-rules.ts';
import type { Group } from '#main/allocation/family-plan-rules.ts';
import { withoutBeds } from '#main/allocation/market-rules.ts';
import type { Patient } from '#main/allocation/patient-rules.ts';
import { POINT, RESERVE_BROKEN } from '#main/allocation/points.ts';
import { bedCosting } from '#main/allocation/preference-rules.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';

let solver: Promise<Highs> | undefined;

interface Column {
  cost: number;
  /** Row and coefficient. */
  entries: Map<number, number>;
  upper: number;
}

/** A mixed integer program, column by column. */
class Program {
  readonly columns: Column[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];

  row(lower: number, upper: number): number {
    this.lower.push(lower);
    this.upper.push(upper);
    return this.lower.length - 1;
  }

  column(cost: number, entries: [row: number, coefficient: number][], upper = 1): void {
    this.columns.push({ cost, entries: new Map(entries), upper });
  }
}

/**
 * The least cost of the same stated problem (families in the same plans and blocks, everybody else in any
 * bed that the rules allow, the reserve of each zone), in points, by the exact solver HiGHS.
 * Care units are taken as open to every classification.
 */
export async function exactObjective(problem: StatedProblem): Promise<number> {
  const { ward, settings, singles, families } = problem;
  const desk: Desk = { ward, settings, classes: null, costsOf: bedCosting(ward, settings) };
  const program = new Program();
  const bedRows = ward.beds.map(({ state }) => program.row(0, state === 'available' ? 1 : 0));
  const zoneRows = new Map<string, number>();
  for (const zone of ward.zones) {
    const free = zone.beds.filter((place) => ward.beds[place]?.state === 'available').length;
    const kept = Math.min(settings.reservePerZone, free);
    const row = program.row(Number.NEGATIVE_INFINITY, free - kept);
    zoneRows.set(zone.code, row);
    if (kept > 0) program.column(RESERVE_BROKEN, [[row, -1]], kept);
  }
  const taking = (places: readonly number[]): [number, number][] => {
    const zones = new Map<number, number>();
    for (const place of places) {
      const row = zoneRows.get(ward.beds[place]?.zoneCode ?? '') ?? -1;
      zones.set(row, (zones.get(row) ?? 0) + 1);
    }
    return [...places.map((place): [number, number] => [bedRows[place] ?? -1, 1]), ...zones];
  };
  const addSingle = (row: number, patient: Patient, policy: SexPolicy) => {
    const cost = singleCost(desk, patient, policy);
    program.column(patient.withoutBed, [[row, 1]]);
    ward.beds.forEach((bed, place) => {
      if (bed.state !== 'available' || cost(place) === NEVER) return;
      program.column(cost(place), [[row, 1], ...taking([place])]);
    });
  };
  const addGroup = (row: number, group: Group) => {
    const [patient, ...others] = group.members;
    if (patient && others.length === 0) return addSingle(row, patient, group.policy);
    program.column(withoutBeds(group), [[row, 1]]);
    eachBlock(
      desk,
      group,
      () => true,
      ({ beds, cost }) => {
        program.column(cost, [[row, 1], ...taking(beds)]);
      },
    );
  };
  for (const { patient, policy } of singles) addSingle(program.row(1, 1), patient, policy);
  for (const { plans } of families) {
    const one = program.row(1, 1);
    for (const plan of plans) {
      const rows = plan.groups.map(() => program.row(0, 0));
      program.column(plan.cost, [[one, 1], ...rows.map((row): [number, number] => [row, -1])]);
      plan.groups.forEach((group, g) => {
        addGroup(rows[g] ?? -1, group);
      });
    }
  }
  return solve(program);
}

async function solve({ columns, lower, upper }: Program): Promise<number> {
  solver ??= loadHighs();
  const highs = await solver;
  const { integer } = highs.constants.variableType;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of columns) {
    for (const [row, coefficient] of entries) {
      indices.push(row);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return highs.withModel(
    {
      numCols: columns.length,
      numRows: lower.length,
      colCost: columns.map(({ cost }) => cost / POINT),
      colLower: columns.map(() => 0),
      colUpper: columns.map((column) => column.upper),
      rowLower: lower,
      rowUpper: upper,
      matrix: {
        format: 'csc',
        numRows: lower.length,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
      integrality: columns.map(() => integer),
    },
    (model) => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 0,
        mip_feasibility_tolerance: 1e-9,
        primal_feasibility_tolerance: 1e-9,
        dual_feasibility_tolerance: 1e-9,
      });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) throw new Error('not solved');
      const taken = model.getSolution().colValue;
      // Summed up again from whole numbers: the solver's own sum is rounded.
      return columns.reduce((sum, { cost }, i) => sum + cost * Math.round(taken[i] ?? 0), 0) / POINT;
    },
  );
}
