import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, QueryHandler, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireNameFree } from '../ward/operator-repository.ts';
import { isSignInOn } from './access-repository.ts';
import { readPeople, requireAdministrator } from './people-repository.ts';

type Input = ParsedInputOf<'people.setPerson'>;

export const listPeople: QueryHandler<'people.list'> = (db) => readPeople(db);

/**
 * Changes what is named of a person: name, roles, zones, badge, whether they work here. It holds at their next call,
 * also where they are signed in. Refused where nobody would be left who can manage people.
 */
export const setPerson: CommandHandler<'people.setPerson'> = async (tx, input, act, { now }) => {
  const id = input.person;
  const before = (await readPeople(tx)).find(({ operatorId }) => operatorId === id);
  refuseUnless(before !== undefined, 'unknown-operator');
  const on = await isSignInOn(tx);
  if (input.name !== undefined && input.name !== before.name)
    await rename(tx, id, before.name, input.name, act);
  if (input.active !== undefined && input.active !== before.active) {
    await tx
      .updateTable('operator')
      .set({ active: input.active ? 1 : 0 })
      .where('id', '=', id)
      .execute();
    act.changes('operator', id, 'active', String(before.active), String(input.active));
  }
  if (input.roles) await setRoles(tx, id, before.roles, [...new Set(input.roles)].sort(), act);
  if (input.zones) await setZones(tx, id, before.zones, [...new Set(input.zones)], act);
  if (input.badge !== undefined && input.badge !== before.badge)
    await setBadge(tx, id, before.badge, input.badge, act);
  if (on) {
    refuseUnless(await isSignInOn(tx), 'last-administrator');
    await requireAdministrator(tx, now);
  }
  act.touches('operator', id);
  return { actId: act.id };
};

async function rename(tx: Tx, id: OperatorId, before: string, name: string, act: Act): Promise<void> {
  await requireNameFree(tx, name);
  await tx.updateTable('operator').set({ name }).where('id', '=', id).execute();
  act.changes('operator', id, 'name', before, name);
}

async function setRoles(
  tx: Tx,
  id: OperatorId,
  before: readonly string[],
  roles: NonNullable<Input['roles']>,
  act: Act,
): Promise<void> {
  await tx.deleteFrom('operator_role').where('operator_id', '=', id).execute();
  if (roles.length > 0)
    await tx
      .insertInto('operator_role')
      .values(roles.map((role) => ({ operator_id: id, role })))
      .execute();
  act.changes('operator', id, 'roles', before.join(' '), roles.join(' '));
}

async function setZones(
  tx: Tx,
  id: OperatorId,
  before: readonly string[],
  zones: NonNullable<Input['zones']>,
  act: Act,
): Promise<void> {
  await tx.deleteFrom('operator_zone').where('operator_id', '=', id).execute();
  if (zones.length > 0)
    await tx
      .insertInto('operator_zone')
      .values(zones.map((zone_id) => ({ operator_id: id, zone_id })))
      .execute();
  act.changes('operator', id, 'zones', [...before].sort().join(' '), [...zones].sort().join(' '));
}

async function setBadge(
  tx: Tx,
  id: OperatorId,
  before: string | null,
  badge: string | null,
  act: Act,
): Promise<void> {
  await tx.deleteFrom('badge').where('operator_id', '=', id).execute();
  if (badge !== null) {
    const taken = await tx
      .selectFrom('badge')
      .innerJoin('operator', 'operator.id', 'badge.operator_id')
      .select('operator.name')
      .where('badge.code', '=', badge)
      .executeTakeFirst();
    refuseUnless(taken === undefined, 'badge-taken', () => ({ name: taken?.name ?? '' }));
    await tx.insertInto('badge').values({ code: badge, operator_id: id }).execute();
  }
  act.changes('operator', id, 'badge', before === null ? null : 'yes', badge === null ? null : 'yes');
}
