import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { readMarks } from '../rounds/mark-repository.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { selectStays, stayRowOf } from '../stays/stay-view.ts';
import { answerView, orderView } from './answer-view.ts';
import {
  type Answer,
  answersOf,
  findOrdersOf,
  findStandingOrders,
  type OrderNow,
  timingOf,
} from './care-repository.ts';
import { dueTurns, nextTurn, stateOfTurn } from './due-turns-rules.ts';
import { specialGroupsOf } from './special-groups-rules.ts';

/** Turns of one order that a patient's page shows, the latest ones. */
const SHOWN = 8;
const SOON_MINUTES = 60;

export const showCareOfStay: QueryHandler<'care.ofStay'> = async (db, { stayId }, { now, zone }) => {
  const { period } = await requireStay(db, stayId);
  const row = await selectStays(db).where('stay.id', '=', stayId).executeTakeFirstOrThrow();
  const here = { from: period.from_at, to: period.to_at };
  const orders = await findOrdersOf(db, stayId, here.from, here.to ?? addMinutes(now, 1440));
  const answers = await answersOf(db, [stayId]);
  return {
    groups: specialGroupsOf(
      stayRowOf(row, now, zone),
      ((await readMarks(db, [stayId])).get(stayId) ?? []).map(({ mark }) => mark),
    ),
    orders: orders.map((order) => {
      const goesOn = here.to === null && order.stopped === 0;
      return {
        ...orderView(order),
        // What falls due within the hour stands among the turns already.
        next: goesOn ? nextTurn(timingOf(order), addMinutes(now, SOON_MINUTES - 1 / 60_000), zone) : null,
        turns: lastTurns(
          order,
          here,
          answers.filter(({ order_id }) => order_id === order.order_id),
          { now, zone },
        ),
      };
    }),
  };
};

function lastTurns(
  order: OrderNow,
  here: { from: Instant; to: Instant | null },
  answers: readonly Answer[],
  { now, zone }: { now: Instant; zone: TimeZone },
) {
  const timing = timingOf(order);
  const soon = addMinutes(now, SOON_MINUTES);
  const end = here.to !== null && here.to < soon ? here.to : soon;
  const hours = order.every_hours ?? 0;
  const back = addMinutes(end, -(SHOWN + 2) * Math.max(hours, 1) * 60);
  const from = order.every_hours === null ? order.from_at : back > here.from ? back : here.from;
  const due = dueTurns(timing, from, end, zone).slice(-SHOWN);
  // Ticked ahead of its time: shown although it is not due yet.
  const ahead = answers.map(({ due_at }) => due_at).filter((at) => at >= end);
  return [...due, ...ahead].reverse().map((dueAt) => {
    const answer = answers.find(({ due_at }) => due_at === dueAt);
    const over = here.to !== null || order.stopped === 1;
    const state = stateOfTurn(dueAt, nextTurn(timing, dueAt, zone), now);
    return {
      dueAt,
      state: answer ? ('answered' as const) : over ? ('missed' as const) : state,
      answer: answer ? answerView(answer) : null,
    };
  });
}

export const listStandingOrders: QueryHandler<'care.standing'> = async (db, _input, { now }) =>
  (await findStandingOrders(db, now)).map(orderView);
