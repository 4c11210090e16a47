import type { OperatorId } from '#shared/contract/values.ts';
import { call, queryClient } from '../client.ts';
import { held, kept } from '../desk/kept.ts';

/** The lock was asked for so that somebody else signs in: their name is asked for first. */
export const wantsAnother = held(false);

/** Whose name stands in the field at the next start: mostly the same few people come to one desk. */
export const lastHere = kept<OperatorId | null>('desk:last-here', null, (stored) =>
  typeof stored === 'string' ? (stored as OperatorId) : null,
);

/** Locks this desk. What was typed stays where it is; `another`: for somebody else to go on. */
export async function lockDesk({ another }: { another: boolean }): Promise<void> {
  wantsAnother.set(another);
  await call('people.lock', {});
  await queryClient.invalidateQueries({ queryKey: ['people.status'] });
}

export async function signOut(): Promise<void> {
  wantsAnother.set(false);
  await call('people.signOut', {});
  await queryClient.invalidateQueries({ queryKey: ['people.status'] });
}
