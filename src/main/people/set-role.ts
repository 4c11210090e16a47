import { DEFAULT_RIGHTS, RIGHTS, ROLES, rightsOf } from '#shared/rules/rights.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { readRightChanges, replaceRightChanges } from './access-repository.ts';
import { requireAdministrator } from './people-repository.ts';

/** What each role may do here, and what it may do as the program ships it. */
export const listRoles: QueryHandler<'people.roles'> = async (db) => {
  const changes = await readRightChanges(db);
  return ROLES.map((role) => ({
    role,
    rights: [...rightsOf([role], changes)],
    shipped: [...DEFAULT_RIGHTS[role]],
  }));
};

/** Only what differs from the program's own is kept, so that a right that comes with a later version arrives. */
export const setRole: CommandHandler<'people.setRole'> = async (tx, { role, rights }, act, { now }) => {
  const before = rightsOf([role], await readRightChanges(tx));
  const wanted = new Set(rights);
  const shipped = new Set(DEFAULT_RIGHTS[role]);
  const changed = RIGHTS.filter((right) => wanted.has(right) !== shipped.has(right));
  await replaceRightChanges(
    tx,
    role,
    changed.map((right) => ({ right, granted: wanted.has(right) })),
  );
  await requireAdministrator(tx, now);
  act.changes('hospital', 'roles', role, [...before].sort().join(' '), [...wanted].sort().join(' '));
  return { actId: act.id };
};
