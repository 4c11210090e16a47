import { v7 as uuid } from 'uuid';
import { type CareUnitId, type ReliefTeamId, reliefTeamId, type ZoneId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, Reads, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { endDuties, readDuties } from './duty-repository.ts';
import { type Membership, readMemberships, rewriteMembers } from './member-repository.ts';
import { inOther } from './members.ts';
import { givePlaces } from './ownership-repository.ts';
import {
  insertTeam,
  readTeamVersions,
  replaceTeam,
  requireGoodTeam,
  requireTeam,
} from './team-repository.ts';
import { refuseChangedSince } from './version-repository.ts';

/** A relief team that is here or is to come. Two teams have different names. */
export const addTeam: CommandHandler<'shifts.addTeam'> = async (tx, input, act) => {
  await requireGoodTeam(tx, input, null);
  const teamId = reliefTeamId.parse(uuid());
  await insertTeam(tx, teamId, input, act.seq);
  await giveAll(tx, teamId, input, act);
  act.touches('relief-team', teamId);
  return { actId: act.id, teamId };
};

/**
 * Changes a team. Whoever belonged to it from its arrival on does so from the new one; nobody can be on duty before
 * that, and nobody is after the departure.
 */
export const changeTeam: CommandHandler<'shifts.changeTeam'> = async (tx, input, act, { zone }) => {
  const was = await requireTeam(tx, input.teamId);
  await refuseChangedSince(tx, input.seen, (await readTeamVersions(tx)).get(input.teamId) ?? 0);
  await requireGoodTeam(tx, input, input.teamId);
  const earliest = was.arrives_at < input.arrivesAt ? was.arrives_at : input.arrivesAt;
  const own = (await readDuties(tx, earliest, null)).filter(({ teamId }) => teamId === input.teamId);
  const early = own.find(({ from }) => from < input.arrivesAt);
  if (early) throw new Refusal('on-duty-before-arrival', { name: early.name, at: localOf(early.from, zone) });
  await replaceTeam(tx, was, input, act.seq);
  if (input.arrivesAt !== was.arrives_at) {
    const members = (await readMemberships(tx, earliest)).filter(
      ({ teamId, from }) => teamId === input.teamId && from === was.arrives_at,
    );
    await requireFree(tx, members, input.arrivesAt, zone);
    await rewriteMembers(tx, members, ({ to }) => ({ from: input.arrivesAt, to }), act.seq);
  }
  const { leavesAt } = input;
  const dropped = leavesAt === null ? [] : own.filter(({ to }) => to > leavesAt);
  if (leavesAt !== null) await endDuties(tx, dropped, leavesAt, act.seq);
  await giveAll(tx, input.teamId, input, act);
  act.touches('relief-team', input.teamId);
  return { actId: act.id, dropped: dropped.length };
};

/** Says which zones are a team's from a moment on; a zone has one team at a time. */
export const setZones: CommandHandler<'shifts.setZones'> = async (tx, input, act) => {
  await requireTeam(tx, input.teamId);
  await givePlaces(tx, 'zone', input.teamId, { placeIds: input.zoneIds, from: input.from, seq: act.seq });
  act.touches('relief-team', input.teamId);
  return { actId: act.id };
};

interface Own {
  arrivesAt: Instant;
  /** Left out: as they are. */
  zoneIds?: ZoneId[] | undefined;
  careUnitIds?: CareUnitId[] | undefined;
}

/** Zones and care units of a team from now on: it cannot own any before it is here. */
async function giveAll(tx: Tx, teamId: ReliefTeamId, own: Own, { happenedAt, seq }: Act): Promise<void> {
  const from = own.arrivesAt > happenedAt ? own.arrivesAt : happenedAt;
  if (own.zoneIds) await givePlaces(tx, 'zone', teamId, { placeIds: own.zoneIds, from, seq });
  if (own.careUnitIds) await givePlaces(tx, 'unit', teamId, { placeIds: own.careUnitIds, from, seq });
}

/** Refuses an earlier arrival with people who belong to another team until later than that. */
async function requireFree(
  db: Reads,
  members: readonly Membership[],
  arrivesAt: Instant,
  zone: TimeZone,
): Promise<void> {
  const all = await readMemberships(db, arrivesAt);
  for (const one of members) {
    const other = all.find(
      ({ operatorId, id, from }) => operatorId === one.operatorId && id !== one.id && from < one.from,
    );
    if (other) throw inOther(other, zone);
  }
}
