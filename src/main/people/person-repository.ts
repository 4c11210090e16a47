import type { OperatorId, ZoneId } from '#shared/contract/values.ts';
import type { Role } from '#shared/rules/rights.ts';
import type { Reads, Tx } from '../ipc/context.ts';

export async function renamePerson(tx: Tx, id: OperatorId, name: string): Promise<void> {
  await tx.updateTable('operator').set({ name }).where('id', '=', id).execute();
}

/** Whether somebody works here. */
export async function setActive(tx: Tx, id: OperatorId, active: boolean): Promise<void> {
  await tx
    .updateTable('operator')
    .set({ active: active ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

export async function replaceRoles(tx: Tx, id: OperatorId, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('operator_role').where('operator_id', '=', id).execute();
  if (roles.length === 0) return;
  await tx
    .insertInto('operator_role')
    .values(roles.map((role) => ({ operator_id: id, role })))
    .execute();
}

/** None: no limit. */
export async function replaceZones(tx: Tx, id: OperatorId, zones: readonly ZoneId[]): Promise<void> {
  await tx.deleteFrom('operator_zone').where('operator_id', '=', id).execute();
  if (zones.length === 0) return;
  await tx
    .insertInto('operator_zone')
    .values(zones.map((zone_id) => ({ operator_id: id, zone_id })))
    .execute();
}

export async function replaceBadge(tx: Tx, id: OperatorId, code: string | null): Promise<void> {
  await tx.deleteFrom('badge').where('operator_id', '=', id).execute();
  if (code !== null) await tx.insertInto('badge').values({ code, operator_id: id }).execute();
}

/** The name of whoever has this badge, also of somebody who does not work here any more. */
export async function holderOfBadge(db: Reads, code: string): Promise<string | null> {
  const row = await db
    .selectFrom('badge')
    .innerJoin('operator', 'operator.id', 'badge.operator_id')
    .select('operator.name')
    .where('badge.code', '=', code)
    .executeTakeFirst();
  return row?.name ?? null;
}
