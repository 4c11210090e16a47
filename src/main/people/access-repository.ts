import type { OperatorId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import {
  BREAK_GLASS_RIGHTS,
  type Right,
  type RightChange,
  type Role,
  rightsOf,
} from '#shared/rules/rights.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** What somebody is and may do at a moment. */
export interface Standing {
  operatorId: OperatorId;
  name: string;
  roles: Role[];
  rights: Set<Right>;
  /** Null: no limit. */
  zones: ZoneId[] | null;
  breakGlass: { id: string; until: Instant; reason: string } | null;
  mustChange: boolean;
}

/** True once somebody who works here can sign in: from then on everybody has to. */
export async function isSignInOn(db: Reads): Promise<boolean> {
  const row = await db
    .selectFrom('credential')
    .innerJoin('operator', 'operator.id', 'credential.operator_id')
    .select('credential.operator_id')
    .where('credential.kind', '=', 'secret')
    .where('operator.active', '=', 1)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function readRightChanges(db: Reads): Promise<RightChange[]> {
  const rows = await db.selectFrom('role_right').selectAll().execute();
  return rows.map(({ role, right_name, granted }) => ({ role, right: right_name, granted: granted === 1 }));
}

export async function replaceRightChanges(
  tx: Tx,
  role: Role,
  changes: readonly Omit<RightChange, 'role'>[],
): Promise<void> {
  await tx.deleteFrom('role_right').where('role', '=', role).execute();
  if (changes.length === 0) return;
  await tx
    .insertInto('role_right')
    .values(
      changes.map(({ right, granted }) => ({ role, right_name: right, granted: granted ? 1 : 0 }) as const),
    )
    .execute();
}

/** Name and roles of anybody who works here or did, as the audit trail tells them. */
export async function findWho(
  db: Reads,
  operatorId: OperatorId,
): Promise<Pick<Standing, 'name' | 'roles'> | null> {
  const person = await db
    .selectFrom('operator')
    .select('name')
    .where('id', '=', operatorId)
    .executeTakeFirst();
  return person ? { name: person.name, roles: await readRoles(db, operatorId) } : null;
}

async function readRoles(db: Reads, operatorId: OperatorId): Promise<Role[]> {
  const rows = await db
    .selectFrom('operator_role')
    .select('role')
    .where('operator_id', '=', operatorId)
    .orderBy('role')
    .execute();
  return rows.map(({ role }) => role);
}

/** Null for somebody who does not work here (any more). */
export async function readStanding(
  db: Reads,
  operatorId: OperatorId,
  now: Instant,
): Promise<Standing | null> {
  const person = await db
    .selectFrom('operator')
    .leftJoin('credential', (join) =>
      join.onRef('credential.operator_id', '=', 'operator.id').on('credential.kind', '=', 'secret'),
    )
    .select(['operator.id', 'operator.name', 'credential.must_change'])
    .where('operator.id', '=', operatorId)
    .where('operator.active', '=', 1)
    .executeTakeFirst();
  if (!person) return null;
  const roles = await readRoles(db, operatorId);
  const zones = await db
    .selectFrom('operator_zone')
    .select('zone_id')
    .where('operator_id', '=', operatorId)
    .execute();
  const glass = await readBreakGlass(db, operatorId, now);
  const rights = rightsOf(roles, await readRightChanges(db));
  if (glass) for (const right of BREAK_GLASS_RIGHTS) rights.add(right);
  return {
    operatorId,
    name: person.name,
    roles,
    rights,
    zones: zones.length === 0 || glass ? null : zones.map(({ zone_id }) => zone_id),
    breakGlass: glass,
    mustChange: person.must_change === 1,
  };
}

async function readBreakGlass(
  db: Reads,
  operatorId: OperatorId,
  now: Instant,
): Promise<Standing['breakGlass']> {
  const row = await db
    .selectFrom('break_glass')
    .select(['id', 'to_at', 'reason'])
    .where('operator_id', '=', operatorId)
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .orderBy('to_at', 'desc')
    .executeTakeFirst();
  return row ? { id: row.id, until: row.to_at, reason: row.reason } : null;
}
