import type { MeasuredSign, VitalSigns } from '#shared/contract/rounds.ts';
import { MEASURED_SIGNS } from '#shared/contract/rounds.ts';
import type { StayId } from '#shared/contract/values.ts';
import { SIGN_WORDS } from '#shared/messages/sign-words.ts';
import { findingsOf } from '#shared/rules/assess.ts';
import { type Instant, localDateOf, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';
import { ageAt } from '#shared/rules/severity.ts';
import { asShown, isNothing, signProblems } from '#shared/rules/vital-signs.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay, type StayNow } from '../stays/stay-repository.ts';
import { findObservation, insertObservation, observationOf } from './observation-repository.ts';
import { readRoundStates } from './round-states.ts';

/** Records what was seen at the moment of the act, which may be long past and must lie within the stay. */
export const recordObservation: CommandHandler<'rounds.record'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId);
  requireWithinStay(stay, act.happenedAt, zone);
  const there = await findObservation(tx, stay.stayId, act.happenedAt);
  refuseUnless(there === undefined, 'observed-already', () => ({
    name: stay.name,
    at: localOf(act.happenedAt, zone),
    who: there?.who ?? '?',
  }));
  const signs = await plausible(tx, stay, input, act.happenedAt, zone);
  await insertObservation(tx, { stayId: stay.stayId, takenAt: act.happenedAt, signs, seq: act.seq });
  act.touches('care', stay.stayId);
  return answer(tx, stay.stayId, act.happenedAt, act, zone);
};

/** Puts the observation of a moment right; what stood there before stays on record. */
export const correctObservation: CommandHandler<'rounds.correct'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId);
  const there = await findObservation(tx, stay.stayId, input.takenAt);
  if (!there) {
    throw new Refusal('no-such-observation', { name: stay.name, at: localOf(input.takenAt, zone) });
  }
  const signs = await plausible(tx, stay, input, input.takenAt, zone);
  const before: VitalSigns = observationOf(there);
  for (const sign of Object.keys(signs) as (keyof VitalSigns)[]) {
    // The moment is part of the field's name: two corrections of one patient are about different numbers.
    act.changes('care', stay.stayId, `${sign}@${input.takenAt}`, written(before[sign]), written(signs[sign]));
  }
  await supersede(tx, 'observation', there.id, act.seq);
  await insertObservation(tx, { stayId: stay.stayId, takenAt: input.takenAt, signs, seq: act.seq });
  act.touches('care', stay.stayId);
  return answer(tx, stay.stayId, input.takenAt, act, zone);
};

const written = (value: VitalSigns[keyof VitalSigns]): string | null =>
  value === null ? null : Array.isArray(value) ? value.join(',') : String(value);

/** From the arrival to the leaving, both included: the last look may be taken at the door. */
export function requireWithinStay(stay: StayNow, at: Instant, zone: TimeZone): void {
  const { from_at: arrived, to_at: left } = stay.period;
  refuseUnless(at >= arrived, 'before-arrival', () => ({
    name: stay.name,
    arrived: localOf(arrived, zone),
    at: localOf(at, zone),
  }));
  refuseUnless(left === null || at <= left, 'after-leaving', () => ({
    name: stay.name,
    left: localOf(left ?? at, zone),
    at: localOf(at, zone),
  }));
}

/** The signs as kept. Refuses nothing at all, the impossible, and the unusual that nobody has confirmed. */
async function plausible(
  tx: Tx,
  stay: StayNow,
  given: { signs: VitalSigns; confirmed: MeasuredSign[] },
  at: Instant,
  zone: TimeZone,
): Promise<VitalSigns> {
  refuseUnless(!isNothing(given.signs), 'nothing-observed', () => ({ name: stay.name }));
  const signs = { ...given.signs };
  for (const sign of MEASURED_SIGNS) {
    const value = signs[sign];
    if (value !== null) signs[sign] = asShown(sign, value);
  }
  if (signs.oxygen !== 'oxygen') signs.oxygenFlow = null;
  const { birth_date: birthDate } = await tx
    .selectFrom('person')
    .select('birth_date')
    .where('id', '=', stay.personId)
    .executeTakeFirstOrThrow();
  const { years } = ageAt(birthDate, localDateOf(at, zone));
  for (const { sign, kind, value, from, to, unit } of signProblems(signs, years)) {
    const word = SIGN_WORDS[sign];
    const range = { value: String(value), from: String(from), to: String(to), unit };
    const params = { 'sign.zh': word.zh, 'sign.en': word.en, ...range };
    if (kind === 'impossible') throw new Refusal('sign-impossible', params);
    if (!given.confirmed.includes(sign)) throw new Refusal('sign-unusual', params);
  }
  return signs;
}

async function answer(db: Reads, stayId: StayId, takenAt: Instant, act: Act, zone: TimeZone) {
  // Another desk's clock may be two minutes ahead of this one.
  const at = takenAt > act.recordedAt ? takenAt : act.recordedAt;
  const { protocol, states } = await readRoundStates(db, [stayId], at, zone);
  const [state] = states;
  if (!state) throw new Error('a stay that was just observed is there');
  const { patient, observations } = state;
  const index = observations.findIndex((one) => one.takenAt === takenAt);
  const one = observations[index];
  if (!one) throw new Error('an observation that was just written is there');
  return {
    actId: act.id,
    stayId,
    score: news2(one, { ...patient, ageYears: patient.age.years }, protocol.ages.scoreFrom),
    findings: findingsOf(observations, index, patient, protocol),
    dueAt: state.dueAt,
  };
}
