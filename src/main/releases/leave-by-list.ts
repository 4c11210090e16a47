import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { judgeMembers } from './judge-members.ts';
import { requireSignedList } from './list-repository.ts';

/** Why somebody cannot leave by a list; null where they can. */
export type JudgedByList = (stayId: StayId, name: string) => Refusal | null;

/** Refuses a list that not both have signed; then tells of each of these people whether they may leave by it at `at`. */
export async function judgeLeavers(
  db: Reads,
  listId: ReleaseListId,
  stayIds: readonly StayId[],
  at: Instant,
  zone: TimeZone,
): Promise<JudgedByList> {
  const list = await requireSignedList(db, listId);
  const judged = await judgeMembers(db, list, at, zone, new Set(stayIds));
  const members = new Map(judged.map((member) => [member.stayId, member]));
  return (stayId, name) => {
    const member = members.get(stayId);
    if (!member) return new Refusal('not-on-list', { name, stayId });
    if (member.state !== 'dropped') return null;
    const { rule, reason } = member;
    return new Refusal('off-the-list', {
      ...{ name, stayId, rule: rule ?? '' },
      'why.zh': reason?.zh ?? '',
      'why.en': reason?.en ?? '',
    });
  };
}
