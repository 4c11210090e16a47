import type { LabProblem } from '#shared/contract/lab-row.ts';

/** Thrown where a line of a laboratory's list cannot be taken as it is; caught in judge-lab-rows.ts only. */
export class Doubt extends Error {
  readonly problem: LabProblem;
  readonly params: Readonly<Record<string, string>>;

  constructor(problem: LabProblem, params: Readonly<Record<string, string>> = {}) {
    super(problem);
    this.problem = problem;
    this.params = params;
  }
}
