import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { judgeMembers } from '../releases/judge-members.ts';
import { readList } from '../releases/list-repository.ts';

/** A list that doctor and nurse have signed, with their names: the double check 双人核对 of its members. */
export interface SignedList {
  listId: ReleaseListId;
  day: LocalDate;
  doctor: string;
  nurse: string;
}

/** The signed lists on which each of these people stands, the latest day first. */
export async function readSignedLists(
  db: Reads,
  stayIds: readonly StayId[],
): Promise<Map<StayId, SignedList[]>> {
  const lists = new Map<StayId, SignedList[]>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('release_member as m')
      .innerJoin('release_list as l', 'l.id', 'm.list_id')
      .innerJoin('release_signature as d', (join) =>
        join.onRef('d.list_id', '=', 'l.id').on('d.role', '=', 'doctor').on('d.superseded_by', 'is', null),
      )
      .innerJoin('operator as doctor', 'doctor.id', 'd.operator_id')
      .innerJoin('release_signature as n', (join) =>
        join.onRef('n.list_id', '=', 'l.id').on('n.role', '=', 'nurse').on('n.superseded_by', 'is', null),
      )
      .innerJoin('operator as nurse', 'nurse.id', 'n.operator_id')
      .select(['m.stay_id', 'l.id as listId', 'l.day', 'doctor.name as doctor', 'nurse.name as nurse'])
      .where('m.stay_id', 'in', some)
      .where('m.superseded_by', 'is', null)
      .where('m.removed', '=', 0)
      .orderBy('l.day', 'desc')
      .execute();
    for (const { stay_id, ...list } of rows) lists.set(stay_id, [...(lists.get(stay_id) ?? []), list]);
  }
  return lists;
}

/** Who of these people left by a list that doctor and nurse have signed, and was eligible then. */
export async function readChecked(db: Reads, stayIds: readonly StayId[]): Promise<Set<StayId>> {
  const checked = new Set<StayId>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('discharge_basis as b')
      .innerJoin('release_signature as d', (join) =>
        join
          .onRef('d.list_id', '=', 'b.list_id')
          .on('d.role', '=', 'doctor')
          .on('d.superseded_by', 'is', null),
      )
      .innerJoin('release_signature as n', (join) =>
        join
          .onRef('n.list_id', '=', 'b.list_id')
          .on('n.role', '=', 'nurse')
          .on('n.superseded_by', 'is', null),
      )
      .select('b.stay_id')
      .where('b.stay_id', 'in', some)
      .where('b.superseded_by', 'is', null)
      .where('b.verdict', '=', 'eligible')
      .execute();
    for (const { stay_id } of rows) checked.add(stay_id);
  }
  return checked;
}

/** Somebody still here who stands on a signed list: the list, or why they may not leave by it any more. */
export type Expected = { day: LocalDate; off: null } | { day: LocalDate; off: { zh: string; en: string } };

/**
 * Who of these people, all still here, leaves by a signed list of today or later. Judged anew, so that nobody
 * who dropped off gets a certificate printed the evening before.
 */
export async function readExpected(
  db: Reads,
  stayIds: readonly StayId[],
  { now, zone }: Pick<Context, 'now' | 'zone'>,
  today: LocalDate,
): Promise<Map<StayId, Expected>> {
  const expected = new Map<StayId, Expected>();
  const byList = new Map<ReleaseListId, Set<StayId>>();
  for (const [stayId, lists] of await readSignedLists(db, stayIds)) {
    const next = lists.filter(({ day }) => day >= today).at(-1);
    if (next) byList.set(next.listId, (byList.get(next.listId) ?? new Set()).add(stayId));
  }
  for (const [listId, members] of byList) {
    const list = await readList(db, listId);
    for (const { stayId, state, reason } of await judgeMembers(db, list, now, zone, members))
      expected.set(stayId, {
        day: list.day,
        off: state === 'dropped' ? (reason ?? { zh: '—', en: '—' }) : null,
      });
  }
  return expected;
}
