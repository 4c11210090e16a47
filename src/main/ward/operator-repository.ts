import type { OperatorId } from '#shared/contract/values.ts';
import type { Reads } from '../ipc/context.ts';

/** Name and kind of an operator who exists: an act's header has been checked before its use case runs. */
export const readOperator = (db: Reads, operatorId: OperatorId) =>
  db.selectFrom('operator').select(['name', 'kind']).where('id', '=', operatorId).executeTakeFirstOrThrow();

/** Name of somebody who works here; undefined for whoever does not, or not any more. */
export const findActiveOperator = (db: Reads, operatorId: OperatorId) =>
  db
    .selectFrom('operator')
    .select('name')
    .where('id', '=', operatorId)
    .where('active', '=', 1)
    .executeTakeFirst();
