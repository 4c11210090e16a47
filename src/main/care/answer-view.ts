import type { CareOrder, CareTurn } from '#shared/contract/care.ts';
import type { Answer, OrderNow } from './care-repository.ts';

export const answerView = (answer: Answer): NonNullable<CareTurn['answer']> => ({
  outcome: answer.outcome,
  at: answer.done_at,
  who: answer.who,
  note: answer.note,
});

export const orderView = (order: OrderNow): CareOrder => ({
  orderId: order.order_id,
  stayId: order.stay_id,
  team: order.team,
  kind: order.kind,
  what: order.what,
  note: order.note,
  from: order.from_at,
  until: order.to_at,
  everyHours: order.every_hours,
  stopped: order.stopped === 1,
  orderedBy: order.who,
});
