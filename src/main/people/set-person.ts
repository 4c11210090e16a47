import type { ChangedField } from '#shared/contract/changed-field.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireNameFree } from '../ward/operator-repository.ts';
import { isSignInOn } from './access-repository.ts';
import { readPeople, requireAdministrator } from './people-repository.ts';
import {
  holderOfBadge,
  renamePerson,
  replaceBadge,
  replaceRoles,
  replaceZones,
  setActive,
} from './person-repository.ts';

export const listPeople: QueryHandler<'people.list'> = (db) => readPeople(db);

/**
 * Changes what is named of a person: name, roles, zones, badge, whether they work here. It holds at their next call,
 * also where they are signed in. Refused where nobody would be left who can manage people.
 */
export const setPerson: CommandHandler<'people.setPerson'> = async (tx, input, act, { now }) => {
  const id = input.person;
  const before = (await readPeople(tx)).find(({ operatorId }) => operatorId === id);
  refuseUnless(before !== undefined, 'unknown-operator');
  const on = await isSignInOn(tx);
  const changes = (what: ChangedField, was: string | null, is: string | null) =>
    act.changes('operator', id, what, was, is);
  const { name, active, badge } = input;
  if (name !== undefined && name !== before.name) {
    await requireNameFree(tx, name);
    await renamePerson(tx, id, name);
    changes('name', before.name, name);
  }
  if (active !== undefined && active !== before.active) {
    await setActive(tx, id, active);
    changes('active', String(before.active), String(active));
  }
  if (input.roles) {
    const roles = [...new Set(input.roles)].sort();
    await replaceRoles(tx, id, roles);
    changes('roles', before.roles.join(' '), roles.join(' '));
  }
  if (input.zones) {
    const zones = [...new Set(input.zones)].sort();
    await replaceZones(tx, id, zones);
    changes('zones', [...before.zones].sort().join(' '), zones.join(' '));
  }
  if (badge !== undefined && badge !== before.badge) {
    const holder = badge === null ? null : await holderOfBadge(tx, badge);
    refuseUnless(holder === null, 'badge-taken', () => ({ name: holder ?? '' }));
    await replaceBadge(tx, id, badge);
    changes('badge', before.badge === null ? null : 'yes', badge === null ? null : 'yes');
  }
  if (on) {
    refuseUnless(await isSignInOn(tx), 'last-administrator');
    await requireAdministrator(tx, now);
  }
  act.touches('operator', id);
  return { actId: act.id };
};
