import type { AskedLayer, LayerValue } from '#shared/contract/layers.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { minutesBetween } from '#shared/rules/instant.ts';
import {
  dayInHouse,
  daysBand,
  daysUntil,
  eligibleBand,
  loadBand,
  news2Band,
  pointsOf,
  sampleBand,
} from '#shared/rules/layer-bands.ts';
import type { AsOf } from '../db/as-of.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import { sampleDueAt } from '../eligibility/sample-due.ts';
import { readAsOf } from '../figures/knowledge.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { readRoundStates } from '../rounds/round-states.ts';
import { readNurseLoad } from '../shifts/nurse-load.ts';
import { readRetests } from '../tests/retest-repository.ts';
import { type Occupant, readOccupants } from './occupant-repository.ts';

interface Moment {
  readonly asOf: AsOf | null;
  readonly at: Instant;
  readonly zone: TimeZone;
}
type Told = Omit<LayerValue, 'bedId' | 'stayId'>;
type Read = (db: Reads, occupants: readonly Occupant[], moment: Moment) => Promise<(one: Occupant) => Told>;

const idsOf = (occupants: readonly Occupant[]): StayId[] => occupants.map(({ stayId }) => stayId);

const readDays: Read =
  async (_db, _occupants, { at, zone }) =>
  (one) => {
    const days = dayInHouse(one.arrivedAt, at, zone);
    return { band: daysBand(days), value: days, at: one.arrivedAt };
  };

/** The score of the last observation, as the round counts it. */
const readNews2: Read = async (db, occupants, { at, zone }) => {
  const { states } = await readRoundStates(db, idsOf(occupants), at, zone);
  const known = new Map(states.map(({ patient, assessment }) => [patient.stayId, assessment]));
  return ({ stayId }) => {
    const { score = null, last = null } = known.get(stayId) ?? {};
    return { band: news2Band(score), value: score && pointsOf(score), at: last?.takenAt ?? null };
  };
};

/** As the sampling list has it, or would have had it then. */
const readSamples: Read = async (db, occupants, { asOf, at, zone }) => {
  const ids = idsOf(occupants);
  const judgements = await judgeStays(db, at, zone, ids);
  const retests = new Set((await readRetests(db, ids, asOf?.at ?? null)).map(({ stayId }) => stayId));
  return ({ stayId }) => {
    if (retests.has(stayId)) return { band: 'retest', value: 0, at };
    const judgement = judgements.get(stayId);
    const dueAt = judgement ? sampleDueAt(judgement) : null;
    const hours = dueAt && Math.max(0, Math.ceil(minutesBetween(at, dueAt) / 60));
    return { band: sampleBand(dueAt, at), value: hours, at: dueAt };
  };
};

const readEligible: Read = async (db, occupants, { at, zone }) => {
  const judgements = await judgeStays(db, at, zone, idsOf(occupants));
  return ({ stayId }) => {
    const { verdict = 'not-yet', earliest = null } = judgements.get(stayId) ?? {};
    const band = eligibleBand(verdict, earliest, at, zone);
    return { band, value: earliest && Math.max(0, daysUntil(earliest, at, zone)), at: earliest };
  };
};

const readLoad: Read = async (db, _occupants, { asOf, at }) => {
  const { kept, units } = await readNurseLoad(db, asOf, at);
  const loads = new Map(units.map(({ careUnitId, load }) => [careUnitId, load]));
  return ({ careUnitId }) => {
    const load = loads.get(careUnitId) ?? null;
    return { band: loadBand(load, kept), value: load === null ? null : Math.round(load * 10) / 10, at: null };
  };
};

const READS: Record<AskedLayer, Read> = {
  days: readDays,
  news2: readNews2,
  sample: readSamples,
  eligible: readEligible,
  load: readLoad,
};

/** One layer of the plan, from the very rules that rounds, sampling and releases go by. */
export const showLayer: QueryHandler<'layers.show'> = async (db, input, context) => {
  const asOf = await readAsOf(db, input, context);
  const at = asOf?.at ?? context.now;
  const occupants = await readOccupants(db, asOf);
  const told = await READS[input.layer](db, occupants, { asOf, at, zone: context.zone });
  const values = occupants.map(
    (one): LayerValue => ({
      bedId: one.bedId,
      stayId: one.stayId,
      ...told(one),
    }),
  );
  return { at, layer: input.layer, values };
};
