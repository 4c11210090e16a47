import type { OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import type { Right } from '#shared/rules/rights.ts';
import { held, useHeld } from '../desk/kept.ts';

export type DeskStatus = OutputOf<'people.status'>;
export type SignedIn = NonNullable<DeskStatus['signedIn']>;

export interface Session {
  /** Nobody sees or does anything here without signing in; a demonstration ward asks nobody. */
  required: boolean;
  person: SignedIn | null;
}

/** Who is signed in at this desk, as the main process told it last (people/gate.tsx). */
export const session = held<Session>({ required: false, person: null });

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

/** Whether whoever is signed in has a right; everybody has all of them where nobody signs in. */
export const hasRight = ({ required, person }: Session, right: Right): boolean =>
  !required || (person?.rights.includes(right) ?? false);

export const useSession = (): Session => useHeld(session);
