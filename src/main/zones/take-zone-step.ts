import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import type { ZoneAct } from '#shared/contract/zones.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { settleClosure } from './settle-closure.ts';
import { isAllowed, stateAfter } from './zone-life-rules.ts';
import { openStep, requireZone, type Zone } from './zone-repository.ts';
import { type ZoneStatus, zoneStatuses } from './zone-status.ts';

export interface Step {
  zone: Zone;
  before: ZoneStatus;
}

/** The zone as it is now, if the act may be done with it. */
export async function requireStep(
  tx: Tx,
  zoneId: ZoneId,
  what: ZoneAct,
  at: Instant,
  timeZone: TimeZone,
): Promise<Step> {
  const zone = await requireZone(tx, zoneId);
  const before = await statusOf(tx, zoneId);
  if (!isAllowed(what, before.state)) throw wrongState(zone, before.state);
  const { since } = before;
  if (since !== null && at < since)
    throw new Refusal('zone-step-too-early', { zone: zone.code, since: localOf(since, timeZone) });
  return { zone, before };
}

export async function statusOf(db: Reads, zoneId: ZoneId): Promise<ZoneStatus> {
  const status = (await zoneStatuses(db, null)).get(zoneId);
  refuseUnless(status !== undefined, 'no-such-zone');
  return status;
}

export const wrongState = (zone: Zone, state: ZoneState): Refusal =>
  new Refusal('zone-wrong-state', { zone: zone.code, ...stateInWords(state) });

export const stateInWords = (state: ZoneState) => ({
  'state.zh': VOCABULARY.zoneState[state].zh,
  'state.en': VOCABULARY.zoneState[state].en,
});

/** Writes the step from the moment of the act on, and the closure by which the zone takes nobody. */
export async function takeStep(
  tx: Tx,
  { zone, before }: Step,
  what: ZoneAct,
  act: Act,
  details: { note: string; list?: number; readyAt?: Instant },
): Promise<void> {
  const state = stateAfter(what);
  const last = await openStep(tx, zone.id);
  if (last) {
    await supersede(tx, 'zone_step', last.id, act.seq);
    const { id: _id, restores: _restores, superseded_by: _ended, ...columns } = last;
    if (act.happenedAt > last.from_at)
      await tx
        .insertInto('zone_step')
        .values({ ...columns, to_at: act.happenedAt, recorded_by: act.seq })
        .execute();
  }
  await tx
    .insertInto('zone_step')
    .values({
      zone_id: zone.id,
      step: state,
      note: details.note,
      list: details.list ?? null,
      ready_at: details.readyAt ?? null,
      from_at: act.happenedAt,
      to_at: null,
      recorded_by: act.seq,
    })
    .execute();
  await settleClosure(tx, zone.id, state, details.note, act);
  act.changes('zone', zone.id, 'state', before.state, state);
}
