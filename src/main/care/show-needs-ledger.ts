import { localDateOf } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { readMarks } from '../rounds/mark-repository.ts';
import { present, selectStays, stayRowOf } from '../stays/stay-view.ts';
import { answerView } from './answer-view.ts';
import { answersOf, findOwnOrders, type OrderNow, timingOf } from './care-repository.ts';
import { nextTurn } from './due-turns-rules.ts';
import { specialGroupsOf } from './special-groups-rules.ts';

/** Everybody in house with special needs, in walking order, with what is ordered for them and was done last. */
export const showNeedsLedger: QueryHandler<'care.needsLedger'> = async (db, { group }, { now, zone }) => {
  const marks = await readMarks(db, 'present');
  const rows = await selectStays(db)
    .select('care_unit.code as unit_code')
    .where(present)
    .orderBy((eb) => eb('bed.code', 'is', null))
    .orderBy('zone.code')
    .orderBy('care_unit.code')
    .orderBy('bed.code')
    .orderBy('stay.number')
    .execute();
  const people = rows.flatMap((row) => {
    const stay = stayRowOf(row, now, zone);
    const groups = specialGroupsOf(
      stay,
      (marks.get(stay.stayId) ?? []).map(({ mark }) => mark),
    );
    const wanted = group === undefined ? groups.length > 0 : groups.includes(group);
    return wanted ? [{ stay, groups, unit: row.unit_code ?? '' }] : [];
  });
  const ids = people.map(({ stay }) => stay.stayId);
  const orders = await findOwnOrders(db, ids);
  const last = new Map((await answersOf(db, ids)).map((answer) => [answer.order_id, answer]));
  const today = localDateOf(now, zone);
  // Over and done with before today: history, to be read on the patient's page.
  const stillTold = (order: OrderNow) => {
    const answer = last.get(order.order_id);
    if (order.stopped === 0 && (order.to_at === null || order.to_at > now))
      if (order.every_hours !== null || !answer) return true;
    return answer !== undefined && localDateOf(answer.done_at, zone) === today;
  };
  return people.map(({ stay, groups, unit }) => ({
    stayId: stay.stayId,
    name: stay.name,
    number: stay.number,
    age: stay.age,
    bed: stay.bed?.code ?? '',
    unit,
    groups,
    orders: (orders.get(stay.stayId) ?? []).filter(stillTold).map((order) => {
      const answer = last.get(order.order_id);
      return {
        orderId: order.order_id,
        team: order.team,
        kind: order.kind,
        what: order.what,
        next: order.stopped === 0 ? nextTurn(timingOf(order), now, zone) : null,
        last: answer ? answerView(answer) : null,
      };
    }),
  }));
};
