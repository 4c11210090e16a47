import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import type { OperatorId, ReliefTeamId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import { supersedeAll } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';

/** Somebody's time in a group of a relief team, with the team's own time here. */
export interface Membership {
  id: number;
  operatorId: OperatorId;
  name: string;
  teamId: ReliefTeamId;
  team: string;
  group: Team;
  from: Instant;
  to: Instant | null;
  arrivesAt: Instant;
  leavesAt: Instant | null;
}

/** Every membership that holds at or after a moment, as known after the act `knownBy` (null: now), by group and name. */
export async function readMemberships(
  db: Reads,
  since: Instant,
  knownBy: number | null = null,
): Promise<Membership[]> {
  const rows = await db
    .selectFrom('team_member as m')
    .innerJoin('operator as o', 'o.id', 'm.operator_id')
    .innerJoin('relief_team as t', (join) =>
      join.onRef('t.team_id', '=', 'm.team_id').on(known('t', knownBy)),
    )
    .select(['m.id', 'm.operator_id', 'o.name', 'm.team_id', 't.name as team', 'm.team_group'])
    .select(['m.from_at', 'm.to_at', 't.arrives_at', 't.leaves_at'])
    .where(known('m', knownBy))
    .where((eb) => eb.or([eb('m.to_at', 'is', null), eb('m.to_at', '>', since)]))
    .orderBy('o.name')
    .orderBy('m.from_at')
    .execute();
  const memberships = rows.map((row) => ({
    id: row.id,
    operatorId: row.operator_id,
    name: row.name,
    teamId: row.team_id,
    team: row.team,
    group: row.team_group,
    from: row.from_at,
    to: row.to_at,
    arrivesAt: row.arrives_at,
    leavesAt: row.leaves_at,
  }));
  return memberships.sort((a, b) => TEAMS.indexOf(a.group) - TEAMS.indexOf(b.group));
}

export interface NewMember {
  operatorId: OperatorId;
  teamId: ReliefTeamId;
  group: Team;
  from: Instant;
  to: Instant | null;
}

export async function insertMembers(tx: Tx, members: readonly NewMember[], seq: number): Promise<void> {
  for (const some of inChunks(members, 1000)) {
    await tx
      .insertInto('team_member')
      .values(
        some.map(({ operatorId, teamId, group, from, to }) => ({
          operator_id: operatorId,
          team_id: teamId,
          team_group: group,
          from_at: from,
          to_at: to,
          recorded_by: seq,
        })),
      )
      .execute();
  }
}

/** Writes memberships again with other bounds; one that is left without a moment is gone. */
export async function rewriteMembers(
  tx: Tx,
  members: readonly Membership[],
  bounds: (one: Membership) => { from: Instant; to: Instant | null },
  seq: number,
): Promise<void> {
  const ids = members.map(({ id }) => id);
  await supersedeAll(tx, 'team_member', ids, seq);
  const again = members.map((one) => ({ ...one, ...bounds(one) }));
  await insertMembers(
    tx,
    again.filter(({ from, to }) => to === null || from < to),
    seq,
  );
}

/** Why somebody cannot be on duty over [from, to): no team, or a team that is not here; null where they can. */
export function whyNotThere(
  who: { operatorId: OperatorId; name: string },
  { from, to }: { from: Instant; to: Instant },
  memberships: readonly Membership[],
  zone: TimeZone,
): Refusal | null {
  const own = memberships.filter(({ operatorId }) => operatorId === who.operatorId);
  const covers = own.find((one) => one.from <= from && (one.to === null || one.to >= to));
  const { name } = who;
  if (!covers) {
    const late = own.find((one) => one.arrivesAt > from);
    if (late) return arrivesLater(name, late, zone);
    const gone = own.find((one) => one.leavesAt !== null && one.leavesAt < to);
    if (gone?.leavesAt) return leftBefore(name, gone.team, gone.leavesAt, zone);
    return new Refusal('not-in-team', { name, at: localOf(from, zone) });
  }
  if (covers.arrivesAt > from) return arrivesLater(name, covers, zone);
  if (covers.leavesAt !== null && covers.leavesAt < to)
    return leftBefore(name, covers.team, covers.leavesAt, zone);
  return null;
}

const arrivesLater = (name: string, { team, arrivesAt }: Membership, zone: TimeZone): Refusal =>
  new Refusal('before-team-arrival', { name, team, at: localOf(arrivesAt, zone) });

const leftBefore = (name: string, team: string, at: Instant, zone: TimeZone): Refusal =>
  new Refusal('after-team-departure', { name, team, at: localOf(at, zone) });
