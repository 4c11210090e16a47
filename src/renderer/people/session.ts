import type { OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { ofRight } from '#shared/messages/not-allowed.ts';
import type { Right } from '#shared/rules/rights.ts';
import { held, useHeld } from '../desk/kept.ts';

export type DeskStatus = OutputOf<'people.status'>;
export type SignedIn = NonNullable<DeskStatus['signedIn']>;

export interface Session {
  /** Nobody sees or does anything here without signing in; a demonstration ward asks nobody. */
  required: boolean;
  person: SignedIn | null;
  /** Neither locked nor with a secret yet to change: whoever it is may ask for what their rights allow. */
  inside: boolean;
}

/** Where nobody is asked who they are: a demonstration, or no ward at all. */
export const OPEN: Session = { required: false, person: null, inside: true };

/** Who is signed in at this desk, as the main process told it last (people/gate.tsx). */
export const session = held<Session>(OPEN);

export const isSignInRequired = (): boolean => session.get().required;

/**
 * The first right that is missing for this procedure, or null. What the screen shows as possible goes by this; what is
 * done is checked by the router, whatever the screen shows.
 */
export function missingFor(name: ProcedureName, { required, person }: Session): Right | null {
  const needs = needsOf(name);
  if (!required || typeof needs === 'string') return null;
  return needs.find((right) => !person?.rights.includes(right)) ?? null;
}

/**
 * The refusal that the router would give for certain, so that the screen need not ask: what a page reads by itself
 * would else stand on the audit trail as if somebody had tried it. Null where it is worth asking.
 */
export function knownRefusal(name: ProcedureName, now: Session): RefusalView | null {
  const needs = needsOf(name);
  if (!now.required || needs === 'anybody') return null;
  if (!now.inside) return { code: 'sign-in-needed', params: {} };
  const missing = missingFor(name, now);
  return missing && { code: 'not-allowed', params: ofRight(missing) };
}

/** Whether whoever is signed in has a right; everybody has all of them where nobody signs in. */
export const hasRight = ({ required, person }: Session, right: Right): boolean =>
  !required || (person?.rights.includes(right) ?? false);

export const useSession = (): Session => useHeld(session);
