import type { ReliefTeamId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readDuties } from './duty-repository.ts';
import { type Membership, readMemberships } from './member-repository.ts';
import { readOwned } from './ownership-repository.ts';
import { type NextPerson, succeed } from './rotation-rules.ts';
import { requireTeam } from './team-repository.ts';

interface Rotation {
  leavingTeamId: ReliefTeamId;
  nextTeamId: ReliefTeamId;
  at: Instant;
  leavesAt?: Instant | undefined;
}

/** Everything that changes when one team takes over from another. Refuses a team that is not there at that moment. */
export async function planRotation(db: Reads, input: Rotation, zone: TimeZone) {
  const { at } = input;
  refuseUnless(input.leavingTeamId !== input.nextTeamId, 'same-team');
  const leaving = await requireTeam(db, input.leavingTeamId);
  const next = await requireTeam(db, input.nextTeamId);
  for (const team of [leaving, next]) {
    const { name, arrives_at, leaves_at } = team;
    if (arrives_at > at || (team === leaving && arrives_at === at))
      throw new Refusal('team-not-there', { team: name, at: localOf(arrives_at, zone) });
    if (leaves_at !== null && (leaves_at < at || (team === next && leaves_at === at)))
      throw new Refusal('team-has-left', { team: name, at: localOf(leaves_at, zone) });
  }
  const leavesAt = input.leavesAt ?? leaving.leaves_at ?? at;
  refuseUnless(leavesAt >= at, 'leaves-before-takeover');
  const memberships = await readMemberships(db, at);
  const members = memberships.filter(({ teamId }) => teamId === leaving.team_id);
  const takers = memberships.filter(({ teamId }) => teamId === next.team_id).map(presence);
  const all = await readDuties(db, at, null);
  const duties = all.filter(({ teamId }) => teamId === leaving.team_id);
  const own = all.filter(({ teamId }) => teamId === next.team_id);
  const ofLeaving = <T>(owned: readonly { placeId: T; teamId: ReliefTeamId }[]) =>
    owned.filter(({ teamId }) => teamId === leaving.team_id).map(({ placeId }) => placeId);
  const zoneIds = ofLeaving(await readOwned(db, 'zone', at));
  const careUnitIds = ofLeaving(await readOwned(db, 'unit', at));
  const { people, successions } = succeed(at, members, takers, duties, own);
  return { leaving, next, leavesAt, members, duties, zoneIds, careUnitIds, people, successions };
}

const presence = ({ operatorId, name, group, from, to, arrivesAt, leavesAt }: Membership): NextPerson => ({
  operatorId,
  name,
  group,
  from: from < arrivesAt ? arrivesAt : from,
  to: to === null || (leavesAt !== null && leavesAt < to) ? leavesAt : to,
});

export const previewRotation: QueryHandler<'shifts.previewRotation'> = async (db, input, { zone }) => {
  const plan = await planRotation(db, input, zone);
  const { zoneIds, careUnitIds, members, people, duties, successions } = plan;
  return {
    zoneIds,
    careUnitIds,
    leaving: members.length,
    people,
    duties: duties.length,
    dropped: successions.filter(({ next }) => next === null).length,
  };
};
