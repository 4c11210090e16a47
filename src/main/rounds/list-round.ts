import type { OutputOf } from '#shared/contract/index.ts';
import type { RoundRow } from '#shared/contract/rounds.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { type RoundState, readRoundStates, worstOf } from './round-states.ts';

/** The patients of a round in walking order; those who wait for a bed come last. */
export const listRound: QueryHandler<'rounds.list'> = async (db, input, { now, zone }) => {
  const which = input.of === 'all' || input.of === 'waiting' ? 'present' : { careUnitId: input.of };
  const { protocol, states } = await readRoundStates(db, which, now, zone);
  const wanted = input.of === 'waiting' ? states.filter(({ patient }) => patient.bedId === null) : states;
  return { at: now, rows: wanted.map(roundRowOf), protocol };
};

function roundRowOf({ patient, assessment, dueAt, overdue }: RoundState): RoundRow {
  const { last, score } = assessment;
  return {
    stayId: patient.stayId,
    name: patient.name,
    number: patient.number,
    sex: patient.sex,
    birthDate: patient.birthDate,
    age: patient.age.years,
    bedId: patient.bedId,
    bed: patient.bed,
    careUnitId: patient.careUnitId,
    arrivedAt: patient.arrivedAt,
    pregnant: patient.pregnant,
    scale2: patient.scale2,
    keyReasons: [...patient.keyReasons],
    last: last && score ? { ...last, score, findings: assessment.findings() } : null,
    dueAt,
    overdue,
    worst: worstOf(assessment),
  };
}

type Unit = OutputOf<'rounds.units'>['units'][number];

/** Every care unit that has somebody, and those without a bed, with what is to be done there. */
export const listRoundUnits: QueryHandler<'rounds.units'> = async (db, _input, { now, zone }) => {
  const { states } = await readRoundStates(db, 'present', now, zone);
  const units = new Map<string | null, Unit>();
  for (const state of states) {
    const { patient } = state;
    const unit = units.get(patient.careUnitId) ?? {
      careUnitId: patient.careUnitId,
      code: patient.careUnit,
      zone: patient.zone,
      patients: 0,
      due: 0,
      overdue: 0,
      worst: 'none',
    };
    units.set(patient.careUnitId, withOne(unit, state, now));
  }
  return { units: [...units.values()] };
};

function withOne(unit: Unit, state: RoundState, now: Instant): Unit {
  const worst = worstOf(state.assessment);
  const worse = worst === 'emergency' || (worst === 'urgent' && unit.worst === 'none');
  return {
    ...unit,
    patients: unit.patients + 1,
    due: unit.due + (state.dueAt <= now ? 1 : 0),
    overdue: unit.overdue + (state.overdue ? 1 : 0),
    worst: worse ? worst : unit.worst,
  };
}
