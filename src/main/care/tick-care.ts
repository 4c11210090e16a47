import { v7 as uuid } from 'uuid';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { careOrderId } from '#shared/contract/values.ts';
import { addMinutes, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Reads, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import {
  type Answer,
  answersSince,
  findOrders,
  type Order,
  type PeriodOf,
  periodsOf,
  timingOf,
  turnKey,
} from './care-repository.ts';
import { dueTurns, mayTick } from './due-turns-rules.ts';
import { findFollowUp } from './follow-up-repository.ts';

type Input = ParsedInputOf<'care.tick'>;
type Turn = Input['turns'][number];

interface Fresh {
  turn: Turn;
  order: Order;
  corrects: boolean;
}

/**
 * Answers turns: all of them or none. A turn that has this very answer already is passed over, one with another
 * answer is corrected; asked for again in so many hours, the later word about that replaces the earlier one, so
 * that a correction never doubles a dose. Where nothing is left to write no act is recorded.
 */
export const tickCare: CommandHandler<'care.tick'> = async (tx, input, act, { zone }) => {
  const turns = new Map(input.turns.map((turn) => [keyOf(turn), turn]));
  const known = await readKnown(tx, [...turns.values()]);
  const fresh: Fresh[] = [];
  for (const [key, turn] of turns) {
    const order = requireTurn(turn, known, act, zone);
    const before = known.answers.get(key);
    if (before && before.outcome === input.outcome && before.note === input.note) continue;
    if (before) await supersede(tx, 'care_done', before.id, act.seq);
    fresh.push({ turn, order, corrects: before !== undefined });
    act.touches('care', turn.stayId);
  }
  if (fresh.length === 0) throw new NothingRecorded({ actId: null, answered: 0 });
  await writeAnswers(tx, fresh, input, act);
  return { actId: act.id, answered: fresh.length };
};

const keyOf = ({ orderId, stayId, dueAt }: Turn): string => turnKey(orderId, stayId, dueAt);

interface Known {
  orders: Map<string, Order>;
  periods: Map<string, PeriodOf>;
  answers: Map<string, Answer>;
}

/** Everything about these turns in a few queries: a meal for the whole ward is a thousand of them. */
async function readKnown(db: Reads, turns: readonly Turn[]): Promise<Known> {
  const orderIds = [...new Set(turns.map(({ orderId }) => orderId))];
  const stayIds = [...new Set(turns.map(({ stayId }) => stayId))];
  const since = turns.map(({ dueAt }) => dueAt).reduce((a, b) => (a < b ? a : b));
  return {
    orders: new Map((await findOrders(db, orderIds)).map((order) => [order.order_id, order])),
    periods: new Map((await periodsOf(db, stayIds)).map((period) => [period.stay_id, period])),
    answers: new Map(await answersSince(db, orderIds, since)),
  };
}

/** The order of a turn that it really has, for somebody who was in house then. */
function requireTurn(
  { orderId, stayId, dueAt }: Turn,
  { orders, periods }: Known,
  act: Act,
  zone: TimeZone,
): Order {
  const order = orders.get(orderId);
  refuseUnless(order !== undefined, 'no-such-order');
  const stay = periods.get(stayId);
  refuseUnless(stay !== undefined, 'no-such-stay');
  const words = { what: order.what, at: localOf(dueAt, zone), name: stay.name };
  const isTurn =
    (order.stay_id === null || order.stay_id === stayId) &&
    dueTurns(timingOf(order), dueAt, addMinutes(dueAt, 1), zone)[0] === dueAt;
  const { from_at, to_at } = stay;
  // What is ordered for everybody is nobody's who had not come yet; one's own order may be older than the arrival.
  const here = (order.stay_id !== null || from_at <= dueAt) && (to_at === null || to_at > dueAt);
  if (!isTurn || !here) throw new Refusal('no-such-turn', words);
  if (!mayTick(dueAt, act.happenedAt)) throw new Refusal('turn-too-early', words);
  return order;
}

async function writeAnswers(
  tx: Tx,
  fresh: readonly Fresh[],
  { outcome, note, againInHours }: Input,
  act: Act,
): Promise<void> {
  for (const some of inChunks(fresh, 500)) {
    await tx
      .insertInto('care_done')
      .values(
        some.map(({ turn: { orderId, stayId, dueAt } }) => ({
          ...{ order_id: orderId, stay_id: stayId, due_at: dueAt, done_at: act.happenedAt },
          ...{ outcome, note, recorded_by: act.seq },
        })),
      )
      .execute();
    if (againInHours === null) continue;
    const again = await withoutFollowUp(tx, some, act);
    if (again.length === 0) continue;
    // The same once more, so many hours after it was done.
    await tx
      .insertInto('care_order')
      .values(
        again.map(({ turn, order }) => ({
          order_id: careOrderId.parse(uuid()),
          stay_id: turn.stayId,
          ...{ team: order.team, kind: order.kind, what: order.what, note: order.note },
          ...{ every_hours: null, stopped: 0 as const, to_at: null, recorded_by: act.seq },
          from_at: addMinutes(act.happenedAt, againInHours * 60),
        })),
      )
      .execute();
  }
}

/** Takes back what an earlier answer to these turns ordered; leaves out those where that has been answered itself. */
async function withoutFollowUp(tx: Tx, fresh: readonly Fresh[], act: Act): Promise<Fresh[]> {
  const again: Fresh[] = [];
  for (const one of fresh) {
    const earlier = one.corrects ? await findFollowUp(tx, one.turn, one.order) : undefined;
    if (earlier?.answered === 1) continue;
    if (earlier) await supersede(tx, 'care_order', earlier.id, act.seq);
    again.push(one);
  }
  return again;
}
