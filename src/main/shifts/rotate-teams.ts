import type { CommandHandler } from '../ipc/context.ts';
import { endDuties, insertDuties } from './duty-repository.ts';
import { rewriteMembers } from './member-repository.ts';
import { givePlace } from './ownership-repository.ts';
import { planRotation } from './plan-rotation.ts';
import { detailsOf, replaceTeam } from './team-repository.ts';

/**
 * One relief team takes over from another at a moment, in one act: zones and care units change hands, the shifts from then on go
 * to the next team's people one for one, and the leaving team's people belong to it until it departs.
 */
export const rotateTeams: CommandHandler<'shifts.rotate'> = async (tx, input, act, { zone }) => {
  const plan = await planRotation(tx, input, zone);
  const { leaving, next, leavesAt, members, duties, zoneIds, careUnitIds, successions } = plan;
  const giving = { teamId: next.team_id, from: input.at, seq: act.seq };
  for (const placeId of zoneIds) await givePlace(tx, 'zone', { placeId, ...giving });
  for (const placeId of careUnitIds) await givePlace(tx, 'unit', { placeId, ...giving });
  await endDuties(tx, duties, input.at, act.seq);
  await replaceTeam(tx, leaving, { ...detailsOf(leaving), leavesAt }, act.seq);
  await replaceTeam(tx, next, { ...detailsOf(next), takesOverAt: input.at }, act.seq);
  const staying = members.filter(({ to }) => to === null || to > leavesAt);
  await rewriteMembers(tx, staying, ({ from }) => ({ from, to: leavesAt }), act.seq);
  const handed = successions.flatMap(({ duty, from, next: taker }) =>
    taker ? [{ ...duty, operatorId: taker.operatorId, from }] : [],
  );
  await insertDuties(tx, handed, act.seq);
  act.touches('relief-team', leaving.team_id);
  act.touches('relief-team', next.team_id);
  for (const zoneId of zoneIds) act.touches('zone', zoneId);
  return {
    actId: act.id,
    zones: zoneIds.length,
    leaving: members.length,
    handedOver: handed.length,
    dropped: successions.length - handed.length,
  };
};
