import type { ReleaseBusId, ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import { supersedeAll } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** Somebody on a list, as written down: whether they may still leave is judged at every reading. */
export interface MemberFact {
  id: number;
  stayId: StayId;
  busId: ReleaseBusId | null;
  note: string;
}

/** What is to be written down about somebody's place on a list. */
type Place = Pick<MemberFact, 'stayId' | 'busId' | 'note'> & { removed: boolean };

/** Those who stand on a list, without those taken off it. */
export async function readMembers(db: Reads, listId: ReleaseListId): Promise<MemberFact[]> {
  const rows = await db
    .selectFrom('release_member')
    .select(['id', 'stay_id', 'bus_id', 'note'])
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .where('removed', '=', 0)
    .execute();
  return rows.map(({ id, stay_id, bus_id, note }) => ({ id, stayId: stay_id, busId: bus_id, note }));
}

/** What holds about these people on a list, also that they were taken off it: their facts, to be replaced. */
export async function findPlaces(
  db: Reads,
  listId: ReleaseListId,
  stayIds: readonly StayId[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('release_member')
      .select('id')
      .where('list_id', '=', listId)
      .where('stay_id', 'in', some)
      .where('superseded_by', 'is', null)
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

/** Writes places on a list in place of the facts `former`; each of them touches the care of its patient. */
export async function replacePlaces(
  tx: Tx,
  listId: ReleaseListId,
  { former, places }: { former: readonly number[]; places: readonly Place[] },
  act: Act,
): Promise<void> {
  await supersedeAll(tx, 'release_member', former, act.seq);
  for (const some of inChunks(places, 500)) {
    await tx
      .insertInto('release_member')
      .values(
        some.map(({ stayId, busId, note, removed }) => ({
          stay_id: stayId,
          list_id: listId,
          bus_id: busId,
          removed: removed ? (1 as const) : (0 as const),
          note,
          recorded_by: act.seq,
        })),
      )
      .execute();
  }
  for (const { stayId } of places) act.touches('care', stayId);
}

/** Who of these people has left by this very list. */
export async function readLeftBy(db: Reads, listId: ReleaseListId): Promise<Set<StayId>> {
  const rows = await db
    .selectFrom('discharge_basis')
    .select('stay_id')
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .execute();
  return new Set(rows.map(({ stay_id }) => stay_id));
}

/** The days of other lists, after `today`, on which these people stand. */
export async function findOtherLists(
  db: Reads,
  listId: ReleaseListId,
  stayIds: readonly StayId[],
  today: LocalDate,
): Promise<Map<StayId, LocalDate>> {
  const rows = await db
    .selectFrom('release_member as m')
    .innerJoin('release_list as l', 'l.id', 'm.list_id')
    .select(['m.stay_id', 'l.day'])
    .where('m.superseded_by', 'is', null)
    .where('m.removed', '=', 0)
    .where('l.id', '<>', listId)
    .where('l.day', '>', today)
    .execute();
  const wanted = new Set(stayIds);
  return new Map(rows.filter(({ stay_id }) => wanted.has(stay_id)).map(({ stay_id, day }) => [stay_id, day]));
}
