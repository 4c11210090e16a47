import type { Person } from '#shared/contract/people.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readStanding } from './access-repository.ts';

/** Everybody who works or worked here, with what they may do. */
export async function readPeople(db: Reads): Promise<Person[]> {
  const rows = await db
    .selectFrom('operator')
    .leftJoin('credential', (join) =>
      join.onRef('credential.operator_id', '=', 'operator.id').on('credential.kind', '=', 'secret'),
    )
    .leftJoin('sign_in_state', 'sign_in_state.operator_id', 'operator.id')
    .leftJoin('badge', 'badge.operator_id', 'operator.id')
    .select([
      ...([
        'operator.id',
        'operator.name',
        'operator.active',
        'credential.must_change',
        'badge.code',
      ] as const),
      ...(['sign_in_state.last_at', 'sign_in_state.locked_until'] as const),
    ])
    .where('operator.kind', '=', 'person')
    .orderBy('operator.name')
    .execute();
  const roles = await db.selectFrom('operator_role').selectAll().orderBy('role').execute();
  const zones = await db.selectFrom('operator_zone').selectAll().execute();
  return rows.map((row) => ({
    operatorId: row.id,
    name: row.name,
    active: row.active === 1,
    roles: roles.filter((one) => one.operator_id === row.id).map(({ role }) => role),
    zones: zones.filter((one) => one.operator_id === row.id).map(({ zone_id }) => zone_id),
    badge: row.code,
    hasSecret: row.must_change !== null,
    mustChange: row.must_change === 1,
    lastSignIn: row.last_at,
    lockedUntil: row.locked_until,
  }));
}

/** Refuses to leave the ward without anybody who can sign in and manage people. */
export async function requireAdministrator(db: Reads, now: Instant): Promise<void> {
  const able = await db
    .selectFrom('credential')
    .innerJoin('operator', 'operator.id', 'credential.operator_id')
    .select('operator.id')
    .where('credential.kind', '=', 'secret')
    .where('operator.active', '=', 1)
    .execute();
  // Before anybody can sign in there is nobody to lose.
  if (able.length === 0) return;
  for (const { id } of able) if (await manages(db, id, now)) return;
  refuseUnless(false, 'last-administrator');
}

async function manages(db: Reads, id: OperatorId, now: Instant): Promise<boolean> {
  return (await readStanding(db, id, now))?.rights.has('people.manage') ?? false;
}
