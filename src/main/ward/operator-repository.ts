import { v7 as uuid } from 'uuid';
import { type OperatorId, operatorId } from '#shared/contract/values.ts';
import type { Role } from '#shared/rules/rights.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

/** Name and kind of an operator who exists: an act's header has been checked before its use case runs. */
export const readOperator = (db: Reads, id: OperatorId) =>
  db.selectFrom('operator').select(['name', 'kind']).where('id', '=', id).executeTakeFirstOrThrow();

/** Name of somebody who works here; undefined for whoever does not, or not any more. */
export async function findOperatorName(db: Reads, id: OperatorId): Promise<string | undefined> {
  const row = await db
    .selectFrom('operator')
    .select('name')
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row?.name;
}

/** Two people of one name could not be told apart where a name is picked. Refuses `operator-exists`. */
export async function requireNameFree(db: Reads, name: string): Promise<void> {
  const known = await db.selectFrom('operator').select('id').where('name', '=', name).executeTakeFirst();
  refuseUnless(known === undefined, 'operator-exists', () => ({ name }));
}

/**
 * Somebody new on the list of names. Whoever is new begins as a nurse; an administrator says otherwise, and gives the
 * first secret.
 */
export async function insertPerson(
  tx: Tx,
  name: string,
  roles: readonly Role[] = ['nurse'],
): Promise<OperatorId> {
  const id = operatorId.parse(uuid());
  await tx.insertInto('operator').values({ id, name, kind: 'person', active: 1 }).execute();
  await addRoles(tx, id, roles);
  return id;
}

/** Adds to what somebody is; what they were they stay. */
export async function addRoles(tx: Tx, id: OperatorId, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return;
  await tx
    .insertInto('operator_role')
    .values(roles.map((role) => ({ operator_id: id, role })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everybody but one becomes a nurse, whatever they are besides. */
export async function makeOthersNurses(tx: Tx, but: OperatorId): Promise<void> {
  await tx
    .insertInto('operator_role')
    .columns(['operator_id', 'role'])
    .expression((from) =>
      from
        .selectFrom('operator')
        .select(['id', (text) => text.val('nurse' as const).as('role')])
        .where('kind', '=', 'person')
        .where('id', '<>', but),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Somebody on the list of names, who works here from now on, or new on it without a role. */
export async function takeOnPerson(tx: Tx, name: string): Promise<OperatorId> {
  const known = await tx
    .selectFrom('operator')
    .select('id')
    .where('name', '=', name)
    .where('kind', '=', 'person')
    .executeTakeFirst();
  if (!known) return insertPerson(tx, name, []);
  await tx.updateTable('operator').set({ active: 1 }).where('id', '=', known.id).execute();
  return known.id;
}
