import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { insertPerson, requireNameFree } from './operator-repository.ts';

export const listOperators: QueryHandler<'ward.operators'> = async (db) => {
  const rows = await db.selectFrom('operator').selectAll().orderBy('name').execute();
  return rows.map(({ id, name, kind, active }) => ({ id, name, kind, active: active === 1 }));
};

export const addOperator: CommandHandler<'ward.addOperator'> = async (tx, { name }, act) => {
  await requireNameFree(tx, name);
  const id = await insertPerson(tx, name);
  act.changes('operator', id, 'name', null, name);
  return { actId: act.id, operatorId: id };
};
