import type { Member } from '#shared/contract/release-list.ts';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { type Instant, localDateOf, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { judgeMembers } from './judge-members.ts';
import { type ListFacts, requireSignedList } from './list-repository.ts';

/** Why somebody cannot leave by a list; null where they can. */
export type JudgedByList = (stayId: StayId, name: string) => Refusal | null;

/**
 * Refuses a list that not both have signed; then tells of each of these people whether they may leave by it at `at`:
 * on the list's own day, not before the second signature, and fit to leave by what was true then and by what is
 * known `now`. A discharge that is typed in late does not pass over a positive that came in since.
 */
export async function judgeLeavers(
  db: Reads,
  listId: ReleaseListId,
  stayIds: readonly StayId[],
  { at, now, zone }: { at: Instant; now: Instant; zone: TimeZone },
): Promise<JudgedByList> {
  const list = await requireSignedList(db, listId);
  const asked = new Set(stayIds);
  const then = await membersAt(db, list, at, zone, asked);
  const known = at === now ? then : await membersAt(db, list, now, zone, asked);
  const outside = whyNotAt(list, at, zone);
  return (stayId, name) => {
    const [member, today] = [then.get(stayId), known.get(stayId)];
    if (!member) return new Refusal('not-on-list', { name, stayId });
    if (outside) return outside;
    const off = [member, today].find((one) => one?.state === 'dropped');
    if (!off) return null;
    const { rule, reason } = off;
    return new Refusal('off-the-list', {
      ...{ name, stayId, rule: rule ?? '' },
      'why.zh': reason?.zh ?? '',
      'why.en': reason?.en ?? '',
    });
  };
}

const membersAt = async (
  db: Reads,
  list: ListFacts,
  at: Instant,
  zone: TimeZone,
  asked: ReadonlySet<StayId>,
): Promise<Map<StayId, Member>> =>
  new Map((await judgeMembers(db, list, at, zone, asked)).map((member) => [member.stayId, member]));

/** Why nobody can have left by this list at that moment, whoever they are. */
function whyNotAt({ day, signatures }: ListFacts, at: Instant, zone: TimeZone): Refusal | null {
  if (localDateOf(at, zone) !== day) return new Refusal('not-the-lists-day', { day, at: localOf(at, zone) });
  const signed = signatures.map((one) => one.at).sort()[signatures.length - 1];
  if (signed === undefined || at >= signed) return null;
  return new Refusal('left-before-signed', { day, signed: localOf(signed, zone), at: localOf(at, zone) });
}
