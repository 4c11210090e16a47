import type { ExaminationRow, ObservationRow } from '#shared/contract/rounds.ts';
import { type ActId, actId, type StayId } from '#shared/contract/values.ts';
import { findingsOf } from '#shared/rules/assess.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { isLate } from '#shared/rules/late-entry.ts';
import { news2 } from '#shared/rules/news2.ts';
import { childRespiratoryLimit, isChild } from '#shared/rules/severity.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { type Examination, readExaminations } from './examination-repository.ts';
import { observationOf, readRecordedObservations } from './observation-repository.ts';
import { readRoundStates } from './round-states.ts';

/** Everything that rounds have brought to light about one stay. */
export const showRoundsOfStay: QueryHandler<'rounds.ofStay'> = async (db, { stayId }, { now, zone }) => {
  const { protocol, states } = await readRoundStates(db, [stayId], now, zone);
  const [state] = states;
  if (!state) throw new Refusal('no-such-stay');
  const { patient, observations } = state;
  const recorded = await readRecordedObservations(db, stayId);
  const rows: ObservationRow[] = recorded.map((row) => {
    const one = observationOf(row);
    const index = observations.findIndex(({ takenAt }) => takenAt === one.takenAt);
    return {
      ...one,
      score: news2(one, { ...patient, ageYears: patient.age.years }, protocol.ages.scoreFrom),
      findings: findingsOf(observations, index, patient, protocol),
      actId: actId.parse(row.act_id) satisfies ActId,
      who: row.who,
      recordedAt: row.recorded_at,
      late: isLate(one.takenAt, row.recorded_at),
    };
  });
  const child = isChild(patient.age, protocol);
  const { severe, fever } = protocol;
  return {
    observations: rows,
    marks: patient.marks.map(({ mark, since, note, who }) => ({ mark, since, note, who })),
    examinations: await examinationsOf(db, stayId, now),
    keyReasons: [...patient.keyReasons],
    dueAt: patient.leftAt === null ? state.dueAt : null,
    overdue: patient.leftAt === null && state.overdue,
    thresholds: {
      fever: fever.celsius,
      highFever: fever.highCelsius,
      respiratoryRate: child
        ? childRespiratoryLimit(patient.age.months, protocol)
        : severe.adult.respiratoryRate,
      spo2: child ? severe.child.spo2 : severe.adult.spo2,
    },
  };
};

async function examinationsOf(db: Reads, stayId: StayId, now: Instant): Promise<ExaminationRow[]> {
  const all = (await readExaminations(db, [stayId])).get(stayId) ?? [];
  return all.map((one) => ({
    examinationId: one.examination_id,
    kind: one.kind,
    dueAt: one.due_at,
    doneAt: one.done_at,
    cancelled: one.cancelled === 1,
    finding: one.finding,
    overdue: isOpen(one) && one.due_at < now,
  }));
}

const isOpen = (one: Examination) => one.done_at === null && one.cancelled === 0;
