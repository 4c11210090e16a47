import { v7 as uuid } from 'uuid';
import { type ReleaseBusId, releaseBusId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { supersede, supersedeAll } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { type ListFacts, requireBus, requireOpenList } from './list-repository.ts';
import { writeMembers } from './set-members.ts';

/** What is known of a bus, as typed. */
interface Bus {
  plate: string;
  seats: number;
  district: string;
  departsAt: Instant;
  meetingPoint: string;
}

/** Puts a bus on an unsigned list. Two buses of a list have different plates. */
export const addBus: CommandHandler<'releases.addBus'> = async (tx, input, act, { zone }) => {
  const list = await requireOpenList(tx, input.listId, zone);
  requireOtherPlate(list, input.plate, null);
  const busId = releaseBusId.parse(uuid());
  await writeBus(tx, list, busId, input, act);
  return { actId: act.id, busId };
};

/** Changes a bus of an unsigned list. It never gets fewer seats than people who have one. */
export const changeBus: CommandHandler<'releases.changeBus'> = async (tx, input, act, { zone }) => {
  const bus = await requireBus(tx, input.busId);
  const list = await requireOpenList(tx, bus.list_id, zone);
  requireOtherPlate(list, input.plate, input.busId);
  const people = list.members.filter(({ busId }) => busId === input.busId).length;
  if (people > input.seats) {
    const { plate, seats } = input;
    throw new Refusal('bus-full', { plate, seats: String(seats), people: String(people) });
  }
  await supersede(tx, 'release_bus', bus.id, act.seq);
  await writeBus(tx, list, input.busId, input, act);
  return { actId: act.id };
};

/** Calls a bus off; its people stay on the list and have none. */
export const cancelBus: CommandHandler<'releases.cancelBus'> = async (tx, input, act, { zone }) => {
  const bus = await requireBus(tx, input.busId);
  const list = await requireOpenList(tx, bus.list_id, zone);
  const people = list.members.filter(({ busId }) => busId === input.busId);
  await supersedeAll(
    tx,
    'release_member',
    people.map(({ id }) => id),
    act.seq,
  );
  await writeMembers(
    tx,
    people.map(({ stayId, note }) => ({ stayId, busId: null, note, removed: false })),
    list.listId,
    act,
  );
  await supersede(tx, 'release_bus', bus.id, act.seq);
  const { id: _id, recorded_by: _by, superseded_by: _super, restores: _restores, ...facts } = bus;
  await tx
    .insertInto('release_bus')
    .values({ ...facts, cancelled: 1, recorded_by: act.seq })
    .execute();
  act.touches('release-list', list.listId);
  return { actId: act.id, people: people.length };
};

async function writeBus(tx: Tx, list: ListFacts, busId: ReleaseBusId, bus: Bus, act: Act): Promise<void> {
  await tx
    .insertInto('release_bus')
    .values({
      bus_id: busId,
      list_id: list.listId,
      plate: bus.plate,
      seats: bus.seats,
      district: bus.district,
      departs_at: bus.departsAt,
      meeting_point: bus.meetingPoint,
      cancelled: 0,
      recorded_by: act.seq,
    })
    .execute();
  act.touches('release-list', list.listId);
}

function requireOtherPlate({ buses }: ListFacts, plate: string, own: ReleaseBusId | null): void {
  const same = buses.find((bus) => bus.plate === plate && bus.busId !== own);
  if (same) throw new Refusal('bus-exists', { plate });
}
