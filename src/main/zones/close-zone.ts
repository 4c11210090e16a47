import { addMinutes, type Instant, localOf } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { endDisinfection, endReservation } from '../beds/bed-repository.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { requireStep, type Step, takeStep } from './take-zone-step.ts';
import { bedsOf, heldBedsOf, lastGivenBed, peopleFrom, type Zone } from './zone-repository.ts';

/** From then on nobody new gets a bed in the zone; whoever is inside stays until they leave or are moved. */
export const stopAdmissions: CommandHandler<'zones.stopAdmissions'> = async (tx, input, act, { zone }) => {
  const step = await requireStep(tx, input.zoneId, 'stopAdmissions', act.happenedAt, zone);
  const since = await lastGivenBed(tx, input.zoneId, act.happenedAt);
  if (since) {
    const { name, bed, from_at } = since;
    throw new Refusal('zone-used-since', { name, bed, from: localOf(from_at, zone) });
  }
  await takeStep(tx, step, 'stopAdmissions', act, { note: input.note });
  return { actId: act.id };
};

export const drainZone: CommandHandler<'zones.drain'> = async (tx, { zoneId, note }, act, { zone }) => {
  const step = await requireStep(tx, zoneId, 'drain', act.happenedAt, zone);
  await takeStep(tx, step, 'drain', act, { note });
  return { actId: act.id };
};

/** An empty zone is declared not open: from then on it opens by its list. */
export const holdZone: CommandHandler<'zones.hold'> = async (tx, { zoneId, note }, act, { zone }) => {
  const step = await requireStep(tx, zoneId, 'hold', act.happenedAt, zone);
  await requireEmpty(tx, step.zone, act.happenedAt);
  await takeStep(tx, step, 'hold', act, { note });
  return { actId: act.id };
};

/** The final disinfection of all beds and the passages. */
export const disinfectZone: CommandHandler<'zones.disinfect'> = async (tx, input, act, { zone }) => {
  const step = await requireStep(tx, input.zoneId, 'disinfect', act.happenedAt, zone);
  await requireEmpty(tx, step.zone, act.happenedAt);
  const { finalDisinfectionMinutes } = await settingOf(tx, 'zones');
  const readyAt = addMinutes(act.happenedAt, finalDisinfectionMinutes);
  await takeStep(tx, step, 'disinfect', act, { note: input.note, readyAt });
  return { actId: act.id };
};

/**
 * Closes the zone once its final disinfection has acted, or earlier with a reason: by that its beds are
 * disinfected, and none is held for anybody any more; where one was held, with a reason.
 */
export const closeZone: CommandHandler<'zones.close'> = async (tx, { zoneId, note }, act, { zone }) => {
  const step = await requireStep(tx, zoneId, 'close', act.happenedAt, zone);
  const { readyAt } = step.before;
  if (readyAt !== null && act.happenedAt < readyAt && act.reason === '') {
    const ready = localOf(readyAt, zone);
    throw new Refusal('zone-disinfection-too-early', { zone: step.zone.code, ready });
  }
  const held = await heldBedsOf(tx, zoneId);
  if (held.length > 0 && act.reason === '') {
    const names = held.slice(0, NAMED).map(({ bed, forWhom }) => `${bed} ${forWhom}`.trim());
    throw new Refusal('zone-beds-held', {
      ...{ zone: step.zone.code, count: String(held.length), ...namesOf(names, held.length) },
    });
  }
  await finishBeds(tx, step, act);
  await takeStep(tx, step, 'close', act, { note });
  return { actId: act.id };
};

const NAMED = 5;

async function requireEmpty(tx: Tx, zone: Zone, at: Instant): Promise<void> {
  const people = await peopleFrom(tx, zone.id, at);
  if (people.length === 0) return;
  const names = people.slice(0, NAMED).map(({ name, bed }) => `${name} ${bed}`);
  throw new Refusal('zone-not-empty', {
    zone: zone.code,
    count: String(people.length),
    ...namesOf(names, people.length),
  });
}

const namesOf = (names: readonly string[], of: number) => ({
  'names.zh': `${names.join('、')}${of > names.length ? '等' : ''}`,
  'names.en': `${names.join(', ')}${of > names.length ? ' …' : ''}`,
});

async function finishBeds(tx: Tx, { zone }: Step, act: Act): Promise<void> {
  for (const { id } of await bedsOf(tx, zone.id)) {
    const cleaned = await endDisinfection(tx, id, act.happenedAt, act.seq);
    const released = await endReservation(tx, id, act.happenedAt, act.seq);
    if (cleaned || released) act.touches('bed', id);
  }
}
