import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { whyNot } from './judge-members.ts';
import { type ListFacts, requireOpenList } from './list-repository.ts';
import { readListed } from './listed-people.ts';
import { findOtherLists, findPlaces, type MemberFact, replacePlaces } from './member-repository.ts';

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

const takeOff = (tx: Tx, listId: ReleaseListId, members: readonly MemberFact[], act: Act): Promise<void> =>
  replacePlaces(
    tx,
    listId,
    {
      former: members.map(({ id }) => id),
      places: members.map(({ stayId }) => ({ stayId, busId: null, note: act.reason, removed: true })),
    },
    act,
  );

async function putOn(tx: Tx, listId: ReleaseListId, stayIds: readonly StayId[], act: Act): Promise<void> {
  const former = await findPlaces(tx, listId, stayIds);
  const places = stayIds.map((stayId) => ({ stayId, busId: null, note: act.reason, removed: false }));
  await replacePlaces(tx, listId, { former, places }, act);
}
