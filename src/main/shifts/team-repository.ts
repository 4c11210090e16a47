import type { Selectable } from 'kysely';
import type { ReliefTeamId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import { supersede } from '../db/facts.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { lastChange } from './version-repository.ts';

type TeamFact = Selectable<Schema['relief_team']>;

/** What is known of a relief team, as typed. */
export interface TeamDetails {
  name: string;
  province: string;
  arrivesAt: Instant;
  takesOverAt: Instant | null;
  leavesAt: Instant | null;
}

/** Every team, in the order of arrival, as known after the act `knownBy` (null: as known now). */
export const readTeamFacts = (db: Reads, knownBy: number | null = null): Promise<TeamFact[]> =>
  db
    .selectFrom('relief_team as t')
    .selectAll()
    .where(known('t', knownBy))
    .orderBy('t.arrives_at')
    .orderBy('t.name')
    .execute();

/** The act that last changed each team or what it owns. */
export async function readTeamVersions(db: Reads): Promise<Map<ReliefTeamId, number>> {
  const changes = await db
    .selectFrom('relief_team')
    .select(['team_id', lastChange])
    .groupBy('team_id')
    .unionAll(db.selectFrom('team_zone').select(['team_id', lastChange]).groupBy('team_id'))
    .unionAll(db.selectFrom('team_unit').select(['team_id', lastChange]).groupBy('team_id'))
    .execute();
  const versions = new Map<ReliefTeamId, number>();
  for (const { team_id, seq } of changes) versions.set(team_id, Math.max(seq, versions.get(team_id) ?? 0));
  return versions;
}

/** Refuses a team that does not exist. */
export async function requireTeam(db: Reads, teamId: ReliefTeamId): Promise<TeamFact> {
  const team = await db
    .selectFrom('relief_team')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  refuseUnless(team !== undefined, 'no-such-team');
  return team;
}

/** Refuses times that are out of order, and a name that another team has. */
export async function requireGoodTeam(db: Reads, team: TeamDetails, own: ReliefTeamId | null): Promise<void> {
  const { arrivesAt, takesOverAt, leavesAt } = team;
  refuseUnless(takesOverAt === null || takesOverAt >= arrivesAt, 'team-times');
  refuseUnless(
    leavesAt === null || (leavesAt > arrivesAt && leavesAt >= (takesOverAt ?? arrivesAt)),
    'team-times',
  );
  const others = await readTeamFacts(db);
  if (others.some(({ name, team_id }) => name === team.name && team_id !== own))
    throw new Refusal('team-exists', { name: team.name });
}

export const insertTeam = (tx: Tx, teamId: ReliefTeamId, team: TeamDetails, seq: number) =>
  tx
    .insertInto('relief_team')
    .values({
      team_id: teamId,
      name: team.name,
      province: team.province,
      arrives_at: team.arrivesAt,
      takes_over_at: team.takesOverAt,
      leaves_at: team.leavesAt,
      recorded_by: seq,
    })
    .execute();

export async function replaceTeam(tx: Tx, was: TeamFact, team: TeamDetails, seq: number): Promise<void> {
  await supersede(tx, 'relief_team', was.id, seq);
  await insertTeam(tx, was.team_id, team, seq);
}

export const detailsOf = (team: TeamFact): TeamDetails => ({
  name: team.name,
  province: team.province,
  arrivesAt: team.arrives_at,
  takesOverAt: team.takes_over_at,
  leavesAt: team.leaves_at,
});
