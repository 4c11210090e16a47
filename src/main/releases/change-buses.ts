import { v7 as uuid } from 'uuid';
import { type ReleaseBusId, releaseBusId } from '#shared/contract/values.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { callOffBus, insertBus, requireBus } from './bus-repository.ts';
import { type ListFacts, requireOpenList } from './list-repository.ts';
import { replacePlaces } from './member-repository.ts';

/** Puts a bus on an unsigned list. Two buses of a list have different plates. */
export const addBus: CommandHandler<'releases.addBus'> = async (tx, input, act, { zone }) => {
  const list = await requireOpenList(tx, input.listId, zone);
  requireOtherPlate(list, input.plate, null);
  const busId = releaseBusId.parse(uuid());
  await insertBus(tx, { listId: list.listId, busId, bus: input, seq: act.seq });
  act.touches('release-list', list.listId);
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
  await insertBus(tx, { listId: list.listId, busId: input.busId, bus: input, seq: act.seq });
  act.touches('release-list', list.listId);
  return { actId: act.id };
};

/** Calls a bus off; its people stay on the list and have none. */
export const cancelBus: CommandHandler<'releases.cancelBus'> = async (tx, input, act, { zone }) => {
  const bus = await requireBus(tx, input.busId);
  const list = await requireOpenList(tx, bus.list_id, zone);
  const people = list.members.filter(({ busId }) => busId === input.busId);
  const former = people.map(({ id }) => id);
  const places = people.map(({ stayId, note }) => ({ stayId, busId: null, note, removed: false }));
  await replacePlaces(tx, list.listId, { former, places }, act);
  await callOffBus(tx, bus, act.seq);
  act.touches('release-list', list.listId);
  return { actId: act.id, people: people.length };
};

function requireOtherPlate({ buses }: ListFacts, plate: string, own: ReleaseBusId | null): void {
  const same = buses.find((bus) => bus.plate === plate && bus.busId !== own);
  if (same) throw new Refusal('bus-exists', { plate });
}
