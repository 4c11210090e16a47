import type { Protocol } from '#shared/contract/protocol.ts';
import type { Observation, RoundRow } from '#shared/contract/rounds.ts';
import { type Assessment, assess } from '#shared/rules/assess.ts';
import { addMinutes, type Instant, type TimeZone } from '#shared/rules/instant.ts';
import { lastRoundAt } from '#shared/rules/last-round.ts';
import { isOverdue, latestMissed, roundHours } from '#shared/rules/round-interval.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readObservations } from './observation-repository.ts';
import { type RoundPatient, readPatients, type WhichPatients } from './patient-repository.ts';

/** One patient with what their observations say, and when the next round is due. */
export interface RoundState {
  readonly patient: RoundPatient;
  readonly observations: readonly Observation[];
  readonly assessment: Assessment;
  /** The last look that counted as a round; null where there was none yet. */
  readonly lastRoundAt: Instant | null;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  /** The latest of the turns missed since; null where none is overdue. */
  readonly missedAt: Instant | null;
}

/** In walking order, by the protocol in force at `at`. */
export async function readRoundStates(
  db: Reads,
  which: WhichPatients,
  at: Instant,
  zone: TimeZone,
): Promise<{ protocol: Protocol; states: RoundState[] }> {
  const protocol = await protocolInForce(db, at);
  const patients = await readPatients(db, which, protocol, at, zone);
  const observations = await readObservations(
    db,
    patients.map(({ stayId }) => stayId),
    at,
  );
  const states = patients.map((patient) =>
    stateOf(patient, observations.get(patient.stayId) ?? [], protocol, at),
  );
  return { protocol, states };
}

function stateOf(
  patient: RoundPatient,
  observations: readonly Observation[],
  protocol: Protocol,
  at: Instant,
): RoundState {
  const assessment = assess(observations, patient, protocol);
  const lastRound = lastRoundAt(observations, patient, assessment.watch, protocol);
  const hours = roundHours(assessment.watch, patient.keyReasons.length > 0, protocol);
  const dueAt = addMinutes(lastRound ?? patient.arrivedAt, hours * 60);
  return {
    patient,
    observations,
    assessment,
    lastRoundAt: lastRound,
    dueAt,
    overdue: isOverdue(dueAt, at, protocol),
    missedAt: latestMissed(dueAt, hours, at, protocol),
  };
}

/** How somebody is by what still holds: an emergency, worth a doctor's look within the hour, or neither. */
export function worstOf({ standing }: Assessment): RoundRow['worst'] {
  const kinds = standing.map(({ kind }) => kind);
  if (kinds.includes('severe') || kinds.includes('news2-emergency')) return 'emergency';
  return kinds.some((kind) => kind === 'news2-urgent' || kind === 'news2-single' || kind === 'early-warning')
    ? 'urgent'
    : 'none';
}
