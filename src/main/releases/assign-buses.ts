import type { ReleaseBusId, StayId } from '#shared/contract/values.ts';
import type { CommandHandler, Reads } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { judgeMembers } from './judge-members.ts';
import { type ListFacts, requireOpenList } from './list-repository.ts';
import { replacePlaces } from './member-repository.ts';
import { seatPeople } from './seating-rules.ts';

type Seats = ReadonlyMap<StayId, ReleaseBusId | null>;

/**
 * Seats people on the buses of an unsigned list: those named by hand, else everybody who may leave and has no
 * seat (`anew`: also those who have one) by the rules of seating-rules.ts. A bus never has more people than seats.
 */
export const assignBuses: CommandHandler<'releases.assignBuses'> = async (tx, input, act, context) => {
  const list = await requireOpenList(tx, input.listId, context.zone);
  context.progress({ step: 'seating', done: 0, total: list.members.length });
  const wanted: Seats = input.seats
    ? await byHand(tx, list, input.seats)
    : seatAll(list, await judgeMembers(tx, list, act.recordedAt, context.zone), input.anew);
  const changed = list.members.filter(
    ({ stayId, busId }) => wanted.has(stayId) && wanted.get(stayId) !== busId,
  );
  const after = new Map(list.members.map(({ stayId, busId }) => [stayId, wanted.get(stayId) ?? busId]));
  for (const { stayId } of changed) after.set(stayId, wanted.get(stayId) ?? null);
  const seated = changed.filter(({ stayId }) => after.get(stayId) !== null).length;
  const without = [...after.values()].filter((busId) => busId === null).length;
  if (changed.length === 0) throw new NothingRecorded({ actId: null, seated: 0, without });
  requireRoom(list, [...after.values()]);
  const former = changed.map(({ id }) => id);
  const places = changed.map(({ stayId, note }) => ({
    ...{ stayId, note, removed: false },
    busId: after.get(stayId) ?? null,
  }));
  await replacePlaces(tx, list.listId, { former, places }, act);
  act.touches('release-list', list.listId);
  return { actId: act.id, seated, without };
};

/** Whoever dropped off takes no seat from somebody who can go. */
function seatAll(
  list: ListFacts,
  members: Awaited<ReturnType<typeof judgeMembers>>,
  anew: boolean,
): Map<StayId, ReleaseBusId | null> {
  const going = members.filter(({ state }) => state === 'on');
  const dropped = new Set(members.filter(({ state }) => state !== 'on').map(({ stayId }) => stayId));
  const keeps = ({ stayId, busId }: { stayId: StayId; busId: ReleaseBusId | null }) =>
    !anew && busId !== null && !dropped.has(stayId);
  const taken = list.members.filter(keeps);
  const buses = list.buses.map((bus) => ({
    ...bus,
    free: bus.seats - taken.filter(({ busId }) => busId === bus.busId).length,
  }));
  const seats = seatPeople(
    going.filter((one) => !keeps(one)),
    buses,
  );
  const none = list.members.filter((one) => !keeps(one)).map(({ stayId }) => [stayId, null] as const);
  return new Map<StayId, ReleaseBusId | null>([...none, ...seats]);
}

async function byHand(
  db: Reads,
  list: ListFacts,
  seats: readonly { stayId: StayId; busId: ReleaseBusId | null }[],
): Promise<Seats> {
  const members = new Set(list.members.map(({ stayId }) => stayId));
  const buses = new Set(list.buses.map(({ busId }) => busId));
  for (const { stayId, busId } of seats) {
    if (!members.has(stayId)) throw new Refusal('not-on-list', { name: await nameOf(db, stayId), stayId });
    refuseUnless(busId === null || buses.has(busId), 'no-such-bus');
  }
  return new Map(seats.map(({ stayId, busId }) => [stayId, busId]));
}

async function nameOf(db: Reads, stayId: StayId): Promise<string> {
  const row = await db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select('person.name')
    .where('stay.id', '=', stayId)
    .executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-stay');
  return row.name;
}

function requireRoom(list: ListFacts, places: readonly (ReleaseBusId | null)[]): void {
  for (const { busId, plate, seats } of list.buses) {
    const people = places.filter((place) => place === busId).length;
    if (people > seats)
      throw new Refusal('bus-full', { plate, seats: String(seats), people: String(people) });
  }
}
