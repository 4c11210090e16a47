import type { Protocol } from '#shared/contract/protocol.ts';
import type { Observation, RoundRow } from '#shared/contract/rounds.ts';
import { type Assessment, assess } from '#shared/rules/assess.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { isOverdue, nextRoundAt } from '#shared/rules/round-interval.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readObservations } from './observation-repository.ts';
import { type RoundPatient, readPatients, type WhichPatients } from './patient-repository.ts';

/** One patient with what their observations say, and when the next round is due. */
export interface RoundState {
  readonly patient: RoundPatient;
  readonly observations: readonly Observation[];
  readonly assessment: Assessment;
  readonly dueAt: Instant;
  readonly overdue: boolean;
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
    which === 'present' ? 'present' : patients.map(({ stayId }) => stayId),
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
  const from = assessment.last?.takenAt ?? patient.arrivedAt;
  const dueAt = nextRoundAt(from, assessment.watch, patient.keyReasons.length > 0, protocol);
  return { patient, observations, assessment, dueAt, overdue: isOverdue(dueAt, at, protocol) };
}

/** How somebody is by what still holds: an emergency, worth a doctor's look within the hour, or neither. */
export function worstOf({ standing }: Assessment): RoundRow['worst'] {
  const kinds = standing.map(({ kind }) => kind);
  if (kinds.includes('severe') || kinds.includes('news2-emergency')) return 'emergency';
  return kinds.some((kind) => kind === 'news2-urgent' || kind === 'news2-single' || kind === 'early-warning')
    ? 'urgent'
    : 'none';
}
