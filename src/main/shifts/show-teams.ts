import { cutOf } from '../figures/knowledge.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { readMemberships } from './member-repository.ts';
import { readOwned } from './ownership-repository.ts';
import { readTeamFacts, readTeamVersions } from './team-repository.ts';

/**
 * Relief teams in the order of their arrival, with who belongs to them from a moment on and what they own then, as it
 * is known now or was known earlier.
 */
export const showTeams: QueryHandler<'shifts.teams'> = async (db, input, context) => {
  const at = input.at ?? context.now;
  const knownBy = await cutOf(db, input.knownAt, context);
  const members = await readMemberships(db, at, knownBy);
  const zones = await readOwned(db, 'zone', at, knownBy);
  const units = await readOwned(db, 'unit', at, knownBy);
  const versions = await readTeamVersions(db);
  return (await readTeamFacts(db, knownBy)).map((team) => ({
    teamId: team.team_id,
    name: team.name,
    province: team.province,
    arrivesAt: team.arrives_at,
    takesOverAt: team.takes_over_at,
    leavesAt: team.leaves_at,
    members: members
      .filter(({ teamId }) => teamId === team.team_id)
      .map(({ operatorId, name, group, from, to }) => ({ operatorId, name, group, from, to })),
    zoneIds: zones.filter(({ teamId }) => teamId === team.team_id).map(({ placeId }) => placeId),
    careUnitIds: units.filter(({ teamId }) => teamId === team.team_id).map(({ placeId }) => placeId),
    version: versions.get(team.team_id) ?? 0,
  }));
};
