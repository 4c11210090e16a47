import type { Gene } from '#shared/contract/clinical-vocabulary.ts';
import type { SampleOfStay } from '#shared/contract/tests.ts';
import { millisOf } from '#shared/rules/instant.ts';

/** Where "not detected" is drawn: assays stop after 40 cycles, or 45. */
export const NOT_DETECTED_AT = 45;
export const LOWEST_CT = 10;

export interface CtPoint {
  readonly at: number;
  readonly ct: number;
  readonly found: boolean;
}

/** One gene's readings in order of sampling; what was not reported, or to be tested again, is no point. */
export const ctPoints = (samples: readonly SampleOfStay[], gene: Gene): CtPoint[] =>
  [...samples].reverse().flatMap(({ sampledAt, report }): CtPoint[] => {
    const result = report?.[gene];
    if (!result) return [];
    const at = millisOf(sampledAt);
    if (result.reading === 'ct' && result.ct !== null) return [{ at, ct: result.ct, found: true }];
    return result.reading === 'not-detected' ? [{ at, ct: NOT_DETECTED_AT, found: false }] : [];
  });
