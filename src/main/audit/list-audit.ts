import type { QueryHandler } from '../ipc/context.ts';
import { countAuditRows, readAuditRows } from './trail-repository.ts';

export const listAudit: QueryHandler<'audit.list'> = async (db, input) => ({
  total: await countAuditRows(db, input),
  rows: await readAuditRows(db, input, { before: input.before, limit: input.limit }),
});
