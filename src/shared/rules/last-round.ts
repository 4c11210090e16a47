import type { Protocol } from '../contract/protocol.ts';
import type { News2Sign, Observation, VitalSigns } from '../contract/rounds.ts';
import { MEASURED_SIGNS, NEWS2_SIGNS } from '../contract/rounds.ts';
import type { Instant } from './instant.ts';
import type { Watch } from './round-interval.ts';

/** A note alone (asleep, in the shower) says that somebody was there, and nothing of the patient. */
export const measuredSomething = (signs: VitalSigns): boolean =>
  MEASURED_SIGNS.some((sign) => signs[sign] !== null);

/** Where no score is worked out (children, the pregnant), what their severe criteria are about. */
const BREATHING = ['respiratoryRate', 'spo2'] as const satisfies readonly News2Sign[];

interface Scored {
  readonly age: { readonly years: number | null };
  readonly pregnant: boolean;
}

/**
 * From when the next round is counted. Of somebody at low risk: the last time that anything was measured. Of anybody
 * watched more closely: when the last of the signs that the watch is about had been looked at, at one visit or at two,
 * so that a temperature alone puts off nobody's round. A sign that was never looked at in this stay (no cuff in
 * the hall) is not waited for. Null: no round yet, it is counted from the arrival.
 */
export function lastRoundAt(
  observations: readonly Observation[],
  { age, pregnant }: Scored,
  watch: Watch,
  protocol: Protocol,
): Instant | null {
  const measured = observations.findLast(measuredSomething)?.takenAt ?? null;
  if (watch === 'low' || watch === 'never-seen') return measured;
  const scored = !pregnant && (age.years === null || age.years >= protocol.ages.scoreFrom);
  const looks = (scored ? NEWS2_SIGNS : BREATHING).flatMap((sign) => {
    const last = observations.findLast((one) => one[sign] !== null);
    return last ? [last.takenAt] : [];
  });
  return looks.length === 0 ? measured : looks.reduce((first, at) => (at < first ? at : first));
}
