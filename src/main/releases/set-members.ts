import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import { supersedeAll } from '../db/facts.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { whyNot } from './judge-members.ts';
import { findOtherLists, type ListFacts, type MemberFact, requireOpenList } from './list-repository.ts';
import { readListed } from './listed-people.ts';

/**
 * Puts people on an unsigned list and takes others off. Nobody who is not eligible at this moment gets on: refused
 * with the rule. Taking somebody off needs a reason, which stays on record; those who stand on it already, or
 * no longer do, are passed over.
 */
export const setMembers: CommandHandler<'releases.setMembers'> = async (tx, input, act, context) => {
  const { zone, progress } = context;
  const list = await requireOpenList(tx, input.listId, zone);
  const present = new Map(list.members.map((member) => [member.stayId, member]));
  const adding = [...new Set(input.add)].filter((stayId) => !present.has(stayId));
  const removing = [...new Set(input.remove)].flatMap((stayId) => present.get(stayId) ?? []);
  refuseUnless(removing.length === 0 || act.reason !== '', 'reason-needed');
  if (adding.length + removing.length === 0) throw new NothingRecorded({ actId: null, added: 0, removed: 0 });
  progress({ step: 'judging-list', done: 0, total: adding.length });
  await requireMayLeave(tx, list, adding, act, zone);
  await takeOff(tx, list.listId, removing, act);
  await putOn(tx, list.listId, adding, act);
  act.touches('release-list', list.listId);
  return { actId: act.id, added: adding.length, removed: removing.length };
};

async function requireMayLeave(
  tx: Tx,
  list: ListFacts,
  stayIds: readonly StayId[],
  act: Act,
  zone: TimeZone,
): Promise<void> {
  if (stayIds.length === 0) return;
  const at = act.recordedAt;
  const listed = await readListed(tx, stayIds, at, zone);
  const judgements = await judgeStays(tx, at, zone, stayIds);
  const elsewhere = await findOtherLists(tx, list.listId, stayIds, localDateOf(at, zone));
  for (const stayId of stayIds) {
    const one = listed.get(stayId);
    const judgement = judgements.get(stayId);
    refuseUnless(one !== undefined && judgement !== undefined, 'no-such-stay');
    const { name } = one.person;
    if (one.leftAt !== null) throw new Refusal('not-in-house', { name, stayId });
    const day = elsewhere.get(stayId);
    if (day) throw new Refusal('on-other-list', { name, stayId, day });
    if (judgement.verdict === 'eligible') continue;
    const { rule, zh, en } = whyNot(judgement);
    throw new Refusal('not-eligible', { name, stayId, rule, 'why.zh': zh, 'why.en': en });
  }
}

async function takeOff(
  tx: Tx,
  listId: ReleaseListId,
  members: readonly MemberFact[],
  act: Act,
): Promise<void> {
  await supersedeAll(
    tx,
    'release_member',
    members.map(({ id }) => id),
    act.seq,
  );
  await writeMembers(
    tx,
    members.map(({ stayId }) => ({ stayId, busId: null, note: act.reason, removed: true })),
    listId,
    act,
  );
}

async function putOn(tx: Tx, listId: ReleaseListId, stayIds: readonly StayId[], act: Act): Promise<void> {
  for (const some of inChunks(stayIds, 1000)) {
    const formerly = await tx
      .selectFrom('release_member')
      .select('id')
      .where('list_id', '=', listId)
      .where('stay_id', 'in', some)
      .where('superseded_by', 'is', null)
      .execute();
    await supersedeAll(
      tx,
      'release_member',
      formerly.map(({ id }) => id),
      act.seq,
    );
  }
  const rows = stayIds.map((stayId) => ({ stayId, busId: null, note: act.reason, removed: false }));
  await writeMembers(tx, rows, listId, act);
}

/** Writes places on a list; what they replace has to be superseded before. */
export async function writeMembers(
  tx: Tx,
  rows: readonly (Pick<MemberFact, 'stayId' | 'busId' | 'note'> & { removed: boolean })[],
  listId: ReleaseListId,
  act: Act,
): Promise<void> {
  for (const some of inChunks(rows, 500)) {
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
  for (const { stayId } of rows) act.touches('care', stayId);
}
