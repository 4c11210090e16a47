import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { insertPerson } from './operator-repository.ts';

export const listOperators: QueryHandler<'ward.operators'> = async (db) => {
  const rows = await db.selectFrom('operator').selectAll().orderBy('name').execute();
  return rows.map(({ id, name, kind, active }) => ({ id, name, kind, active: active === 1 }));
};

export const addOperator: CommandHandler<'ward.addOperator'> = async (tx, { name }, act) => {
  const known = await tx.selectFrom('operator').select('id').where('name', '=', name).executeTakeFirst();
  refuseUnless(known === undefined, 'operator-exists', () => ({ name }));
  const id = await insertPerson(tx, name);
  act.changes('operator', id, 'name', null, name);
  return { actId: act.id, operatorId: id };
};
