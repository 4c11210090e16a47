import type { ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import { type OperatorId, operatorId } from '#shared/contract/values.ts';
import { ofRight } from '#shared/messages/not-allowed.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Right, Role } from '#shared/rules/rights.ts';
import type { Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { findWho, isSignInOn, readStanding, type Standing } from './access-repository.ts';
import type { Actor } from './actor.ts';

/** What a call may do, as the router found it. */
export interface Access {
  /** Null where nobody needs to sign in, or where the program itself calls. */
  person: Standing | null;
  has(right: Right): boolean;
  /** Whether somebody may act in this role, such as signing as a doctor. */
  is(role: Role): boolean;
}

const EVERYTHING: Access = { person: null, has: () => true, is: () => true };

/**
 * Whether this call may be made, and what it may see. Refuses who is not signed in, whoever acts in another's name
 * without that one's proof, and whoever lacks a right that the procedure asks for. A ward in which nobody can sign in
 * yet asks nobody: demonstrations, and a new ward until its first administrator is made.
 */
export async function accessFor(
  db: Reads,
  name: ProcedureName,
  input: unknown,
  actor: Actor,
  now: Instant,
): Promise<Access> {
  if (actor === 'desk') return EVERYTHING;
  const needs = needsOf(name);
  if (!(await isSignInOn(db))) return EVERYTHING;
  if (needs === 'anybody') return { person: null, has: () => false, is: () => false };
  refuseUnless(actor !== null, 'sign-in-needed');
  const acting = await actingIn(db, input, actor);
  const person = await readStanding(db, acting, now);
  refuseUnless(person !== null, 'sign-in-needed');
  refuseUnless(!person.mustChange, 'secret-must-change');
  const access: Access = {
    person,
    has: (right) => person.rights.has(right),
    is: (role) => person.roles.includes(role),
  };
  if (needs === 'desk') throw notAllowed('settings.change');
  if (needs !== 'signed-in') requireRights(access, needs);
  return access;
}

export function requireRights(access: Access, needed: readonly Right[]): void {
  const missing = needed.find((right) => !access.has(right));
  if (missing) throw notAllowed(missing);
}

const notAllowed = (right: Right): Refusal => new Refusal('not-allowed', ofRight(right));

/** In whose name the call is: the one signed in, or a colleague who has proved who they are. */
async function actingIn(
  db: Reads,
  input: unknown,
  actor: Exclude<Actor, 'desk' | null>,
): Promise<OperatorId> {
  const named = namedIn(input);
  if (named === null || named === actor.operatorId || actor.proven.includes(named))
    return named ?? actor.operatorId;
  throw new Refusal('not-signed-in-as', { who: (await findWho(db, named))?.name ?? '?' });
}

/** Acts carry their operator in the header, files that are made name theirs as `madeBy`. */
export function namedIn(input: unknown): OperatorId | null {
  if (typeof input !== 'object' || input === null) return null;
  if ('act' in input && typeof input.act === 'object' && input.act !== null && 'operatorId' in input.act)
    return operatorId.safeParse(input.act.operatorId).data ?? null;
  return 'madeBy' in input ? (operatorId.safeParse(input.madeBy).data ?? null) : null;
}
