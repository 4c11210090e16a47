import type { OperatorId } from '#shared/contract/values.ts';
import { localOf, type TimeZone } from '#shared/rules/instant.ts';
import type { CommandHandler, Reads } from '../ipc/context.ts';
import { NothingRecorded, Refusal, refuseUnless } from '../ipc/refusal.ts';
import { insertPerson } from '../ward/operator-repository.ts';
import { endDuties, readDuties } from './duty-repository.ts';
import { insertMembers, type Membership, readMemberships, rewriteMembers } from './member-repository.ts';
import { requireTeam } from './team-repository.ts';

/**
 * Puts people into a group of a team. A person is in one group of one team at a time; who is in this one already is
 * left as they are. A name that is nobody's yet becomes an operator, who can then be picked at a desk.
 */
export const addMembers: CommandHandler<'shifts.addMembers'> = async (tx, input, act, { zone }) => {
  const team = await requireTeam(tx, input.teamId);
  const from = input.from !== undefined && input.from > team.arrives_at ? input.from : team.arrives_at;
  if (team.leaves_at !== null && team.leaves_at <= from)
    throw new Refusal('team-has-left', { team: team.name, at: localOf(team.leaves_at, zone) });
  const others = await readMemberships(tx, from);
  const names = [...new Set(input.names)];
  const operators = await readOperators(tx);
  const joining: OperatorId[] = [];
  let created = 0;
  for (const name of names) {
    const id = operators.get(name);
    const held = others.find((one) => one.operatorId === id);
    if (held && held.teamId === input.teamId && held.group === input.group) continue;
    if (held) throw inOther(held, zone);
    if (id === undefined) created += 1;
    joining.push(id ?? (await insertPerson(tx, name)));
  }
  const known = names.length - joining.length;
  if (joining.length === 0) throw new NothingRecorded({ actId: null, added: 0, created: 0, known });
  const { teamId, group } = input;
  await insertMembers(
    tx,
    joining.map((id) => ({ operatorId: id, teamId, group, from, to: null })),
    act.seq,
  );
  act.touches('relief-team', teamId);
  return { actId: act.id, added: joining.length, created, known };
};

/** Ends memberships at a moment, with the shifts that lie after it. */
export const endMembers: CommandHandler<'shifts.endMembers'> = async (tx, input, act, { zone }) => {
  const leaving = new Set(input.operatorIds);
  const members = (await readMemberships(tx, input.at)).filter((one) => leaving.has(one.operatorId));
  for (const id of leaving) {
    if (members.some((one) => one.operatorId === id)) continue;
    throw new Refusal('not-in-team', { name: await nameOf(tx, id), at: localOf(input.at, zone) });
  }
  const duties = (await readDuties(tx, input.at, null)).filter((one) => leaving.has(one.operatorId));
  await rewriteMembers(tx, members, ({ from }) => ({ from, to: input.at }), act.seq);
  await endDuties(tx, duties, input.at, act.seq);
  for (const teamId of new Set(members.map((one) => one.teamId))) act.touches('relief-team', teamId);
  return { actId: act.id, dropped: duties.length };
};

async function readOperators(db: Reads): Promise<Map<string, OperatorId>> {
  const rows = await db.selectFrom('operator').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** A name that exists; refuses an operator who does not. */
export async function nameOf(db: Reads, id: OperatorId): Promise<string> {
  const row = await db.selectFrom('operator').select('name').where('id', '=', id).executeTakeFirst();
  refuseUnless(row !== undefined, 'unknown-operator');
  return row.name;
}

export const inOther = ({ name, team, group, from }: Membership, zone: TimeZone): Refusal =>
  new Refusal('in-other-team', { name, team, group, from: localOf(from, zone) });
