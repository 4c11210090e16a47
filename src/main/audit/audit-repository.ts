import type { AuditOutcome } from '#shared/contract/audit.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { type AuditHead, BEFORE_THE_FIRST, linkOf } from './chain.ts';

/** What is put on the trail; number and link are given by {@link appendAudit}. */
export interface AuditEntry {
  at: Instant;
  operatorId: OperatorId | null;
  who: string;
  roles: string;
  session: string;
  procedure: string;
  outcome: AuditOutcome;
  code?: string;
  subject?: string;
  act?: { seq: number; digest: string };
}

/** The last row; null while there is none. */
export async function readAuditHead(db: Reads): Promise<AuditHead | null> {
  const row = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Puts a row at the end of the chain, in the transaction that it is about. */
export async function appendAudit(tx: Tx, key: Uint8Array, entry: AuditEntry): Promise<void> {
  const head = await readAuditHead(tx);
  const row = {
    ...{ seq: (head?.seq ?? 0) + 1, at: entry.at, operator_id: entry.operatorId, who: entry.who },
    ...{ roles: entry.roles, session: entry.session, procedure: entry.procedure, outcome: entry.outcome },
    ...{ code: entry.code ?? '', subject: entry.subject ?? '' },
    ...{ act_seq: entry.act?.seq ?? null, digest: entry.act?.digest ?? '' },
  };
  const hash = linkOf(key, head?.hash ?? BEFORE_THE_FIRST, row);
  await tx
    .insertInto('audit')
    .values({ ...row, hash })
    .execute();
}

export const readRowsAfter = (db: Reads, seq: number, most: number) =>
  db.selectFrom('audit').selectAll().where('seq', '>', seq).orderBy('seq').limit(most).execute();

/** The heads that papers of this ward carry. */
export const readAnchors = (db: Reads): Promise<AuditHead[]> =>
  db.selectFrom('audit_anchor').select(['audit_seq as seq', 'hash']).execute();

/** Acts since the trail began that no row tells of. */
export const readActsWithoutRow = (db: Reads, most: number) =>
  db
    .selectFrom('act')
    .select(['act.seq', 'act.recorded_at'])
    .where('act.seq', '>', (from) => from.selectFrom('audit_start').select('after_act'))
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('audit').select('audit.seq').whereRef('audit.act_seq', '=', 'act.seq')),
      ),
    )
    .orderBy('act.seq')
    .limit(most)
    .execute();

export const findRowOfAct = (db: Reads, act: number) =>
  db.selectFrom('audit').select(['seq', 'at']).where('act_seq', '=', act).executeTakeFirst();

/** When each `procedure` was done, and what about. */
export const readDone = (db: Reads, procedure: string) =>
  db
    .selectFrom('audit')
    .select(['at', 'subject'])
    .where('procedure', '=', procedure)
    .where('outcome', '=', 'done')
    .execute();
