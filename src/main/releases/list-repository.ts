import { v7 as uuid } from 'uuid';
import { type ReleaseBusId, type ReleaseListId, releaseListId } from '#shared/contract/values.ts';
import { type LocalDate, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { type BusFact, readBuses } from './bus-repository.ts';
import { type MemberFact, readMembers } from './member-repository.ts';
import { readSignatures, type SignatureFact } from './signature-repository.ts';

/** One list as it stands in the facts. */
export interface ListFacts {
  listId: ReleaseListId;
  day: LocalDate;
  members: MemberFact[];
  buses: BusFact[];
  /** Doctor before nurse. */
  signatures: SignatureFact[];
}

export async function findListOf(db: Reads, day: LocalDate): Promise<ReleaseListId | null> {
  const row = await db.selectFrom('release_list').select('id').where('day', '=', day).executeTakeFirst();
  return row?.id ?? null;
}

/** Writes an empty list for a day; a day has one at most. */
export async function insertList(tx: Tx, day: LocalDate, seq: number): Promise<ReleaseListId> {
  const id = releaseListId.parse(uuid());
  await tx.insertInto('release_list').values({ id, day, opened_by: seq }).execute();
  return id;
}

/** The list with everything on it. Refuses one that does not exist. */
export async function readList(db: Reads, listId: ReleaseListId): Promise<ListFacts> {
  const list = await db.selectFrom('release_list').select('day').where('id', '=', listId).executeTakeFirst();
  refuseUnless(list !== undefined, 'no-such-list');
  const members = await readMembers(db, listId);
  const taken = new Map<ReleaseBusId, number>();
  for (const { busId } of members) if (busId) taken.set(busId, (taken.get(busId) ?? 0) + 1);
  return {
    listId,
    day: list.day,
    members,
    buses: await readBuses(db, listId, taken),
    signatures: await readSignatures(db, listId),
  };
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
