import { v7 as uuid } from 'uuid';
import { type ConvoyId, convoyId } from '#shared/contract/values.ts';
import { addMinutes, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, QueryHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';

const TWO_DAYS_IN_MINUTES = 2 * 24 * 60;

/** Buses announced and not cancelled; arrived ones stay for two days, for stragglers' lists. */
export const listConvoys: QueryHandler<'convoys.list'> = async (db, _input, { now }) => {
  const rows = await db
    .selectFrom('convoy_fact as c')
    .selectAll('c')
    .select((eb) =>
      eb
        .selectFrom('stay')
        .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('stay.convoy_id', '=', 'c.convoy_id')
        .where('p.superseded_by', 'is', null)
        .as('admitted'),
    )
    .where('c.superseded_by', 'is', null)
    .where('c.cancelled', '=', 0)
    .where((eb) =>
      eb.or([eb('c.arrived_at', 'is', null), eb('c.arrived_at', '>', addMinutes(now, -TWO_DAYS_IN_MINUTES))]),
    )
    .orderBy('c.expected_at')
    .execute();
  return rows.map((row) => ({
    convoyId: row.convoy_id,
    plate: row.plate,
    origin: row.origin,
    people: row.people,
    note: row.note,
    expectedAt: row.expected_at,
    arrivedAt: row.arrived_at,
    admitted: row.admitted ?? 0,
  }));
};

export const expectConvoy: CommandHandler<'convoys.expect'> = async (tx, input, act) => {
  const id = convoyId.parse(uuid());
  await tx.insertInto('convoy').values({ id }).execute();
  const { plate, origin, people, note, expectedAt: expected_at } = input;
  await tx
    .insertInto('convoy_fact')
    .values({
      convoy_id: id,
      plate,
      origin,
      people,
      note,
      expected_at,
      arrived_at: null,
      cancelled: 0,
      recorded_by: act.seq,
    })
    .execute();
  act.touches('convoy', id);
  return { actId: act.id, convoyId: id };
};

export const convoyArrives: CommandHandler<'convoys.arrive'> = async (tx, input, act, { zone }) => {
  const fact = await takeExpected(tx, input.convoyId, act.seq, zone);
  await tx
    .insertInto('convoy_fact')
    .values({ ...fact, arrived_at: act.happenedAt, recorded_by: act.seq })
    .execute();
  act.touches('convoy', input.convoyId);
  return { actId: act.id };
};

export const cancelConvoy: CommandHandler<'convoys.cancel'> = async (tx, input, act, { zone }) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const fact = await takeExpected(tx, input.convoyId, act.seq, zone);
  await tx
    .insertInto('convoy_fact')
    .values({ ...fact, cancelled: 1, recorded_by: act.seq })
    .execute();
  act.touches('convoy', input.convoyId);
  return { actId: act.id };
};

/**
 * What is known of a convoy that is still on its way, superseded, ready to be written again with one thing
 * changed. One that has arrived or was cancelled stays as it is until that is undone.
 */
async function takeExpected(tx: Tx, id: ConvoyId, seq: number, zone: TimeZone) {
  const row = await tx
    .selectFrom('convoy_fact')
    .selectAll()
    .where('convoy_id', '=', id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-convoy');
  const { plate, arrived_at, cancelled } = row;
  if (cancelled === 1) throw new Refusal('convoy-cancelled', { plate });
  if (arrived_at !== null) throw new Refusal('convoy-arrived', { plate, at: localOf(arrived_at, zone) });
  await supersede(tx, 'convoy_fact', row.id, seq);
  const { id: _id, recorded_by: _recorded, superseded_by: _superseded, ...fact } = row;
  return fact;
}

/** Refuses a convoy that nobody has written down. */
export async function requireConvoy(tx: Tx, id: ConvoyId): Promise<void> {
  const row = await tx.selectFrom('convoy').select('id').where('id', '=', id).executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-convoy');
}
