import type { Alert } from '#shared/contract/alerts.ts';
import { ALERT_LEVELS } from '#shared/contract/alerts.ts';
import { ALERT_KINDS } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import { ALERT_CONCERNS, escalatesAfter, SAID_BY } from '#shared/rules/alert-rules.ts';
import { type Instant, minutesBetween, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readExaminations } from '../rounds/examination-repository.ts';
import { type RoundPatient, readPatients } from '../rounds/patient-repository.ts';
import { readRoundStates } from '../rounds/round-states.ts';
import { type Acknowledgement, alertKey, readAcknowledgements } from './acknowledgement-repository.ts';
import { ALERT_SOURCES } from './alert-sources.ts';
import type { RaisedAlert } from './alert-types.ts';
import { alertsOfExaminations, alertsOfRound } from './round-alerts.ts';
import { overdueSamples } from './sample-alerts.ts';

/**
 * Everything that somebody must know of at `at`, worst first, then what has lasted longest: worked out anew
 * each time from rounds, samples, examinations and lists, with who has acknowledged it. `which` narrows it to
 * some stays. Nothing of it is stored, so an act that is undone takes its alerts with it.
 */
export async function openAlerts(
  db: Reads,
  at: Instant,
  zone: TimeZone,
  which: 'present' | readonly StayId[] = 'present',
): Promise<Alert[]> {
  const { protocol, states } = await readRoundStates(db, which, at, zone);
  const examinations = await readExaminations(db, which);
  const people = new Map<StayId, RoundPatient>();
  const raised: RaisedAlert[] = [];
  for (const state of states) {
    const { patient } = state;
    people.set(patient.stayId, patient);
    if (patient.leftAt !== null) continue;
    raised.push(...alertsOfRound(state, zone));
    raised.push(...alertsOfExaminations(state, examinations.get(patient.stayId) ?? [], protocol, at, zone));
  }
  const samples = await overdueSamples(db, protocol, at, zone, which);
  raised.push(...samples.filter(({ stayId }) => people.get(stayId)?.leftAt === null));
  for (const source of ALERT_SOURCES) {
    raised.push(...(await source(db, at, zone, which)));
  }
  await addPeople(db, raised, people, at, zone);
  const seen = await readAcknowledgements(db, [...new Set(raised.map(({ stayId }) => stayId))], at);
  return raised
    .flatMap(({ began, ...one }) => {
      const patient = people.get(one.stayId);
      if (!patient) return [];
      const acknowledged = acknowledgementOf(one, seen);
      const lasting = minutesBetween(began ?? one.since, at);
      return [
        {
          ...one,
          began: began ?? one.since,
          name: patient.name,
          number: patient.number,
          bed: patient.bed,
          level: ALERT_CONCERNS[one.kind].level,
          teams: [...ALERT_CONCERNS[one.kind].teams],
          acknowledged,
          escalated:
            acknowledged === null && lasting >= escalatesAfter(ALERT_CONCERNS[one.kind].level, protocol),
        } satisfies Alert,
      ];
    })
    .sort(worstFirst);
}

/** Of this alert, or of the higher one of the same beginning that it was a part of: a falling score rings nowhere. */
function acknowledgementOf(
  one: RaisedAlert,
  seen: ReadonlyMap<string, Acknowledgement>,
): Acknowledgement | null {
  for (const kind of [one.kind, ...(SAID_BY[one.kind] ?? [])]) {
    const found = seen.get(alertKey({ ...one, kind }));
    if (found) return found;
  }
  return null;
}

/** Those who have left, whom only another source speaks of. */
async function addPeople(
  db: Reads,
  raised: readonly RaisedAlert[],
  people: Map<StayId, RoundPatient>,
  at: Instant,
  zone: TimeZone,
): Promise<void> {
  const unknown = [...new Set(raised.map(({ stayId }) => stayId).filter((id) => !people.has(id)))];
  if (unknown.length === 0) return;
  const protocol = await protocolInForce(db, at);
  for (const patient of await readPatients(db, unknown, protocol, at, zone))
    people.set(patient.stayId, patient);
}

/** What nobody has acknowledged, by level, by how long it has lasted; then the same of what somebody has. */
function worstFirst(a: Alert, b: Alert): number {
  const taken = Number(a.acknowledged !== null) - Number(b.acknowledged !== null);
  if (taken !== 0) return taken;
  const level = ALERT_LEVELS.indexOf(a.level) - ALERT_LEVELS.indexOf(b.level);
  if (level !== 0) return level;
  if (a.began !== b.began) return a.began < b.began ? -1 : 1;
  const kind = ALERT_KINDS.indexOf(a.kind) - ALERT_KINDS.indexOf(b.kind);
  return kind !== 0 ? kind : a.bed < b.bed ? -1 : 1;
}
