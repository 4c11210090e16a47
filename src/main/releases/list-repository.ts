import type { ListSignature, ReleaseBus } from '#shared/contract/release-list.ts';
import type { ReleaseBusId, ReleaseListId, StayId } from '#shared/contract/values.ts';
import { type Instant, type LocalDate, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';

/** Somebody on a list, as written down: whether they may still leave is judged at every reading. */
export interface MemberFact {
  id: number;
  stayId: StayId;
  busId: ReleaseBusId | null;
  note: string;
}

export interface SignatureFact extends ListSignature {
  id: number;
  recordedAt: Instant;
}

/** One list as it stands in the facts. */
export interface ListFacts {
  listId: ReleaseListId;
  day: LocalDate;
  members: MemberFact[];
  buses: (ReleaseBus & { id: number })[];
  /** Doctor before nurse. */
  signatures: SignatureFact[];
}

export async function findListOf(db: Reads, day: LocalDate): Promise<ReleaseListId | null> {
  const row = await db.selectFrom('release_list').select('id').where('day', '=', day).executeTakeFirst();
  return row?.id ?? null;
}

/** The list with everything on it. Refuses one that does not exist. */
export async function readList(db: Reads, listId: ReleaseListId): Promise<ListFacts> {
  const list = await db.selectFrom('release_list').select('day').where('id', '=', listId).executeTakeFirst();
  refuseUnless(list !== undefined, 'no-such-list');
  const members = await db
    .selectFrom('release_member')
    .select(['id', 'stay_id', 'bus_id', 'note'])
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .where('removed', '=', 0)
    .execute();
  const taken = new Map<ReleaseBusId, number>();
  for (const { bus_id } of members) if (bus_id) taken.set(bus_id, (taken.get(bus_id) ?? 0) + 1);
  return {
    listId,
    day: list.day,
    members: members.map((row) => ({
      id: row.id,
      stayId: row.stay_id,
      busId: row.bus_id,
      note: row.note,
    })),
    buses: await readBuses(db, listId, taken),
    signatures: await readSignatures(db, listId),
  };
}

async function readBuses(db: Reads, listId: ReleaseListId, taken: ReadonlyMap<ReleaseBusId, number>) {
  const rows = await db
    .selectFrom('release_bus')
    .selectAll()
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .where('cancelled', '=', 0)
    .orderBy('departs_at')
    .orderBy('plate')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    busId: row.bus_id,
    plate: row.plate,
    seats: row.seats,
    district: row.district,
    departsAt: row.departs_at,
    meetingPoint: row.meeting_point,
    taken: taken.get(row.bus_id) ?? 0,
  }));
}

async function readSignatures(db: Reads, listId: ReleaseListId): Promise<SignatureFact[]> {
  const rows = await db
    .selectFrom('release_signature as s')
    .innerJoin('operator', 'operator.id', 's.operator_id')
    .innerJoin('act', 'act.seq', 's.recorded_by')
    .select([
      's.id',
      's.role',
      's.operator_id',
      's.signed_at',
      's.members',
      'operator.name',
      'act.recorded_at',
    ])
    .where('s.list_id', '=', listId)
    .where('s.superseded_by', 'is', null)
    .orderBy('s.role')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    operatorId: row.operator_id,
    who: row.name,
    at: row.signed_at,
    members: row.members,
    recordedAt: row.recorded_at,
  }));
}

/** A list that may still be changed. Refuses one with a signature, naming whose: what was signed stays as it was. */
export async function requireOpenList(db: Reads, listId: ReleaseListId, zone: TimeZone): Promise<ListFacts> {
  const list = await readList(db, listId);
  const [first] = list.signatures;
  if (first) throw new Refusal('list-signed', { who: first.who, at: localOf(first.at, zone) });
  return list;
}

/** A list that both have signed. Refuses any other. */
export async function requireSignedList(db: Reads, listId: ReleaseListId): Promise<ListFacts> {
  const list = await readList(db, listId);
  refuseUnless(list.signatures.length === 2, 'list-not-signed', () => ({ day: list.day }));
  return list;
}

/** The bus and its list. Refuses one that does not exist or was called off. */
export async function requireBus(db: Reads, busId: ReleaseBusId) {
  const bus = await db
    .selectFrom('release_bus')
    .selectAll()
    .where('bus_id', '=', busId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(bus !== undefined, 'no-such-bus');
  if (bus.cancelled === 1) throw new Refusal('bus-cancelled', { plate: bus.plate });
  return bus;
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

/** Lists with a signature whose day is not over. */
export async function findSignedLists(db: Reads, today: LocalDate): Promise<ReleaseListId[]> {
  const rows = await db
    .selectFrom('release_list as l')
    .innerJoin('release_signature as s', 's.list_id', 'l.id')
    .select('l.id')
    .distinct()
    .where('s.superseded_by', 'is', null)
    .where('l.day', '>=', today)
    .execute();
  return rows.map(({ id }) => id);
}
