import { v7 as uuid } from 'uuid';
import { careOrderId } from '#shared/contract/values.ts';
import { localOf } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { findOrder } from './care-repository.ts';

/** One order for each patient named, so that one can be stopped without the others; or one for everybody. */
export const orderCare: CommandHandler<'care.order'> = async (tx, input, act, { zone }) => {
  refuseUnless(input.until === null || input.until > input.from, 'order-ends-early', () => ({
    at: localOf(input.from, zone),
  }));
  const stayIds = input.stayIds === null ? [null] : [...new Set(input.stayIds)];
  for (const stayId of stayIds) {
    if (stayId === null) continue;
    requireInHouse(await requireStay(tx, stayId));
    act.touches('care', stayId);
  }
  const rows = stayIds.map((stayId) => ({
    order_id: careOrderId.parse(uuid()),
    stay_id: stayId,
    team: input.team,
    kind: input.kind,
    what: input.what,
    every_hours: input.everyHours,
    stopped: 0 as const,
    note: input.note,
    from_at: input.from,
    to_at: input.until,
    recorded_by: act.seq,
  }));
  for (const some of inChunks(rows, 1000)) await tx.insertInto('care_order').values(some).execute();
  if (input.stayIds === null) act.touches('hospital', 'care');
  return { actId: act.id, orderIds: rows.map(({ order_id }) => order_id) };
};

/** Ends an order from the time of the act on. One that had not begun is as if it had never been given. */
export const stopCare: CommandHandler<'care.stop'> = async (tx, { orderId }, act, { zone }) => {
  const order = await findOrder(tx, orderId);
  refuseUnless(order !== undefined, 'no-such-order');
  const over = order.stopped === 1 || (order.to_at !== null && order.to_at <= act.happenedAt);
  if (over && order.to_at !== null)
    throw new Refusal('order-stopped', { what: order.what, at: localOf(order.to_at, zone) });
  await supersede(tx, 'care_order', order.id, act.seq);
  if (act.happenedAt > order.from_at) {
    const {
      id: _id,
      recorded_by: _recorded,
      superseded_by: _superseded,
      restores: _restores,
      ...fact
    } = order;
    await tx
      .insertInto('care_order')
      .values({ ...fact, to_at: act.happenedAt, stopped: 1, recorded_by: act.seq })
      .execute();
  }
  if (order.stay_id === null) act.touches('hospital', 'care');
  else act.touches('care', order.stay_id);
  return { actId: act.id };
};
