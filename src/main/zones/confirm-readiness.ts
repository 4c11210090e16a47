import type { ZoneId } from '#shared/contract/values.ts';
import type { ReadinessItem } from '#shared/contract/zone-settings.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { listsOf, readItems, readTicks } from './readiness-repository.ts';
import { statusOf, wrongState } from './take-zone-step.ts';
import { isBeforeOpening } from './zone-life-rules.ts';
import { requireZone } from './zone-repository.ts';

/** Somebody vouches for items of the list by which the zone is to open. */
export const confirmReadiness: CommandHandler<'zones.confirm'> = async (tx, input, act) => {
  const { list, itemOf, tickOf } = await readList(tx, input.zoneId);
  for (const key of new Set(input.items)) {
    const item = itemOf(key);
    const earlier = tickOf(key);
    if (earlier) throw new Refusal('item-confirmed', { ...wordsOf(item), who: earlier.name });
    await tx
      .insertInto('readiness_tick')
      .values({
        ...{ zone_id: input.zoneId, list, item: key },
        ...{ confirmed_at: act.happenedAt, note: input.note, recorded_by: act.seq },
      })
      .execute();
  }
  act.touches('zone', input.zoneId);
  return { actId: act.id };
};

export const withdrawReadiness: CommandHandler<'zones.withdraw'> = async (tx, input, act) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const { itemOf, tickOf } = await readList(tx, input.zoneId);
  const item = itemOf(input.item);
  const tick = tickOf(input.item);
  if (!tick) throw new Refusal('item-not-confirmed', wordsOf(item));
  await supersede(tx, 'readiness_tick', tick.id, act.seq);
  act.touches('zone', input.zoneId);
  return { actId: act.id };
};

/** A list that a zone was opened by stays as it was signed for. */
async function readList(tx: Tx, zoneId: ZoneId) {
  const zone = await requireZone(tx, zoneId);
  const { state } = await statusOf(tx, zoneId);
  if (!isBeforeOpening(state)) throw wrongState(zone, state);
  const { next: list } = await listsOf(tx, zoneId);
  const items = await readItems(tx);
  const ticks = (await readTicks(tx)).filter((tick) => tick.zone_id === zoneId && tick.list === list);
  return {
    list,
    itemOf: (key: string): ReadinessItem => {
      const item = items.find((one) => one.key === key);
      if (!item) throw new Refusal('no-such-item');
      return item;
    },
    tickOf: (key: string) => ticks.find(({ item }) => item === key),
  };
}

const wordsOf = ({ zh, en }: ReadinessItem) => ({ 'item.zh': zh, 'item.en': en });
