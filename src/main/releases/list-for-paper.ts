import type { OutputOf } from '#shared/contract/index.ts';
import type { DistrictPaper, Member } from '#shared/contract/release-list.ts';
import type { ReleaseListId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { compareTexts } from '#shared/rules/text-order.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { readList } from './list-repository.ts';
import { byPlace } from './listed-people.ts';
import { viewList } from './show-list.ts';

export type ListPaper = OutputOf<'releases.forPaper'>;

/** The list as districts get it. */
export const listForPaper: QueryHandler<'releases.forPaper'> = (db, { listId, at }, { now, zone }) =>
  readListPaper(db, listId, at ?? now, zone);

/**
 * District by district, in the order of bus, street, bed: whoever may leave or has left by the list. Those who
 * dropped off are only counted; no district gets the name of somebody who does not come.
 */
export async function readListPaper(
  db: Reads,
  listId: ReleaseListId,
  at: Instant,
  zone: TimeZone,
): Promise<ListPaper> {
  const hospital = await db.selectFrom('hospital').select(['name', 'demo']).executeTakeFirstOrThrow();
  const { members, ...list } = await viewList(db, await readList(db, listId), at, zone);
  const going = members.filter(({ state }) => state !== 'dropped');
  const buses = new Map(list.buses.map((bus) => [bus.busId, bus]));
  const busOf = ({ busId }: Member) => (busId === null ? null : (buses.get(busId) ?? null));
  const byBus = (one: Member, other: Member): number =>
    compareTexts(busOf(one)?.departsAt ?? '', busOf(other)?.departsAt ?? '') ||
    compareTexts(busOf(one)?.plate ?? '', busOf(other)?.plate ?? '') ||
    byPlace(one, other);
  const districts = [...Map.groupBy(going, ({ district }) => district)]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(
      ([district, people]): DistrictPaper => ({
        district,
        people: people.length,
        rows: people.sort(byBus).map((one, index) => ({ ...one, place: index + 1, bus: busOf(one) })),
      }),
    );
  return {
    ...list,
    listId,
    hospital: hospital.name,
    demo: hospital.demo === 1,
    people: going.length,
    dropped: members.length - going.length,
    districts,
  };
}
