import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';

export type CredentialKind = 'secret' | 'recovery';

export const readCredential = (db: Reads, operatorId: OperatorId, kind: CredentialKind) =>
  db
    .selectFrom('credential')
    .innerJoin('operator', 'operator.id', 'credential.operator_id')
    .select(['credential.hash', 'credential.must_change', 'operator.name'])
    .where('credential.operator_id', '=', operatorId)
    .where('credential.kind', '=', kind)
    .where('operator.active', '=', 1)
    .executeTakeFirst();

export async function writeCredential(
  tx: Tx,
  operatorId: OperatorId,
  kind: CredentialKind,
  hash: string,
  made: { at: Instant; mustChange: boolean },
): Promise<void> {
  const row = { hash, must_change: made.mustChange ? 1 : 0, made_at: made.at } as const;
  await tx
    .insertInto('credential')
    .values({ operator_id: operatorId, kind, ...row })
    .onConflict((conflict) => conflict.columns(['operator_id', 'kind']).doUpdateSet(row))
    .execute();
}

export const readSignInState = (db: Reads, operatorId: OperatorId) =>
  db.selectFrom('sign_in_state').selectAll().where('operator_id', '=', operatorId).executeTakeFirst();

export async function writeSignInState(
  tx: Tx,
  operatorId: OperatorId,
  state: { failures: number; locked_until: Instant | null; last_at?: Instant },
): Promise<void> {
  await tx
    .insertInto('sign_in_state')
    .values({ operator_id: operatorId, last_at: null, ...state })
    .onConflict((conflict) => conflict.column('operator_id').doUpdateSet(state))
    .execute();
}

export async function operatorOfBadge(
  db: Reads,
  code: string,
): Promise<{ operatorId: OperatorId; name: string } | null> {
  const row = await db
    .selectFrom('badge')
    .innerJoin('operator', 'operator.id', 'badge.operator_id')
    .select(['operator.id', 'operator.name'])
    .where('badge.code', '=', code)
    .where('operator.active', '=', 1)
    .executeTakeFirst();
  return row ? { operatorId: row.id, name: row.name } : null;
}

/** Everybody who can sign in, by name. */
export const listThoseWithSecret = (db: Reads): Promise<{ operatorId: OperatorId; name: string }[]> =>
  db
    .selectFrom('credential')
    .innerJoin('operator', 'operator.id', 'credential.operator_id')
    .select(['operator.id as operatorId', 'operator.name'])
    .where('credential.kind', '=', 'secret')
    .where('operator.active', '=', 1)
    .orderBy('operator.name')
    .execute();
