import type { Selectable } from 'kysely';
import type { CareOrderId, StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads } from '../ipc/context.ts';
import type { Timing } from './due-turns-rules.ts';

export type Order = Selectable<Schema['care_order']>;

export const timingOf = (order: Pick<Order, 'from_at' | 'to_at' | 'every_hours'>): Timing => ({
  from: order.from_at,
  until: order.to_at,
  everyHours: order.every_hours,
});

const selectOrders = (db: Reads) =>
  db
    .selectFrom('care_order as o')
    .innerJoin('act', 'act.seq', 'o.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .selectAll('o')
    .select('operator.name as who')
    .where('o.superseded_by', 'is', null);

export type OrderNow = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number];

/** How far back somebody who was never answered is still looked for. */
const REMEMBERED_DAYS = 14;

/** Orders of every group that can have a turn open today, of those in house and for everybody; none that was stopped. */
export const findOrdersDue = (db: Reads, dayStart: Instant, dayEnd: Instant): Promise<OrderNow[]> =>
  selectOrders(db)
    .leftJoin('stay_period as p', (join) => join.onRef('p.stay_id', '=', 'o.stay_id').on(holds('p', null)))
    .where('o.stopped', '=', 0)
    .where('o.from_at', '<', dayEnd)
    .where('o.from_at', '>=', (eb) =>
      eb
        .case()
        .when('o.every_hours', 'is', null)
        .then(addMinutes(dayStart, -REMEMBERED_DAYS * 1440))
        .else('' as Instant)
        .end(),
    )
    .where((eb) => eb.or([eb('o.to_at', 'is', null), eb('o.to_at', '>', addMinutes(dayStart, -1440))]))
    .where((eb) => eb.or([eb('o.stay_id', 'is', null), eb('p.id', 'is not', null)]))
    .orderBy('o.id')
    .execute();

/** Orders for everybody, that go on at `at` or begin later. */
export const findStandingOrders = (db: Reads, at: Instant): Promise<OrderNow[]> =>
  selectOrders(db)
    .where('o.stay_id', 'is', null)
    .where((eb) => eb.or([eb('o.to_at', 'is', null), eb('o.to_at', '>', at)]))
    .orderBy('o.from_at')
    .execute();

/** A stay's own orders, and those for everybody that fell into its time. */
export const findOrdersOf = (db: Reads, stayId: StayId, from: Instant, to: Instant): Promise<OrderNow[]> =>
  selectOrders(db)
    .where((eb) =>
      eb.or([
        eb('o.stay_id', '=', stayId),
        eb.and([
          eb('o.stay_id', 'is', null),
          eb('o.from_at', '<', to),
          eb.or([eb('o.to_at', 'is', null), eb('o.to_at', '>', from)]),
        ]),
      ]),
    )
    .orderBy('o.from_at', 'desc')
    .orderBy('o.id', 'desc')
    .execute();

/** Each stay's own orders, by stay. */
export async function findOwnOrders(db: Reads, stayIds: readonly StayId[]): Promise<Map<StayId, OrderNow[]>> {
  const byStay = new Map<StayId, OrderNow[]>();
  for (const some of inChunks(stayIds, 5000)) {
    const rows = await selectOrders(db).where('o.stay_id', 'in', some).orderBy('o.id').execute();
    for (const row of rows)
      if (row.stay_id !== null) byStay.set(row.stay_id, [...(byStay.get(row.stay_id) ?? []), row]);
  }
  return byStay;
}

export const findOrder = (db: Reads, orderId: CareOrderId): Promise<Order | undefined> =>
  db
    .selectFrom('care_order')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();

export async function findOrders(db: Reads, orderIds: readonly CareOrderId[]): Promise<Order[]> {
  const orders: Order[] = [];
  for (const some of inChunks(orderIds, 5000)) {
    const rows = db.selectFrom('care_order').selectAll().where('order_id', 'in', some);
    orders.push(...(await rows.where('superseded_by', 'is', null).execute()));
  }
  return orders;
}

const selectAnswers = (db: Reads) =>
  db
    .selectFrom('care_done as d')
    .innerJoin('act', 'act.seq', 'd.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['d.id', 'd.order_id', 'd.stay_id', 'd.due_at', 'd.done_at', 'd.outcome', 'd.note'])
    .select('operator.name as who')
    .where('d.superseded_by', 'is', null);

export type Answer = Awaited<ReturnType<ReturnType<typeof selectAnswers>['execute']>>[number];

export const turnKey = (orderId: string, stayId: string, dueAt: string): string =>
  `${orderId} ${stayId} ${dueAt}`;

/** What was answered of the turns of these orders that fell due since a moment, by turn. */
export async function answersSince(
  db: Reads,
  orderIds: readonly CareOrderId[],
  since: Instant,
): Promise<[string, Answer][]> {
  const rows: Answer[] = [];
  for (const some of inChunks(orderIds, 5000))
    rows.push(
      ...(await selectAnswers(db).where('d.order_id', 'in', some).where('d.due_at', '>=', since).execute()),
    );
  return rows.map((row) => [turnKey(row.order_id, row.stay_id, row.due_at), row]);
}

/** Everything answered about these stays, oldest first. */
export async function answersOf(db: Reads, stayIds: readonly StayId[]): Promise<Answer[]> {
  const all: Answer[] = [];
  for (const some of inChunks(stayIds, 5000))
    all.push(...(await selectAnswers(db).where('d.stay_id', 'in', some).orderBy('d.due_at').execute()));
  return all;
}

/** Who these stays are, and from when to when they lasted; those taken back are missing. */
export async function periodsOf(db: Reads, stayIds: readonly StayId[]) {
  const all = db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
    .select(['p.stay_id', 'person.name', 'p.from_at', 'p.to_at'])
    .where('p.superseded_by', 'is', null);
  const rows: Awaited<ReturnType<typeof all.execute>> = [];
  for (const some of inChunks(stayIds, 5000))
    rows.push(...(await all.where('stay.id', 'in', some).execute()));
  return rows;
}

export type PeriodOf = Awaited<ReturnType<typeof periodsOf>>[number];

/** Who is in house, where they lie, in walking order: zone, care unit, bed; who waits comes last. */
export const peopleInHouse = (db: Reads) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .leftJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .leftJoin('zone', 'zone.id', 'care_unit.zone_id')
    .select(['stay.id as stay_id', 'stay.number', 'person.name', 'person.birth_date', 'p.from_at'])
    .select(['bed.code as bed', 'care_unit.code as unit', 'zone.code as zone'])
    .where(holds('p', null))
    .orderBy((eb) => eb('bed.code', 'is', null))
    .orderBy('zone.code')
    .orderBy('care_unit.code')
    .orderBy('bed.code')
    .orderBy('stay.number')
    .execute();

export type PersonInHouse = Awaited<ReturnType<typeof peopleInHouse>>[number];
