import { call, queryClient, type Refused } from '../client.ts';
import { held } from '../desk/kept.ts';
import { lastRefusal } from '../desk/last-act.ts';

/** The lock was asked for so that somebody else signs in: their name is asked for first. */
export const wantsAnother = held(false);

/** Locks this desk. What was typed stays where it is; `another`: for somebody else to go on. */
export const lockDesk = ({ another }: { another: boolean }): Promise<Refused | null> =>
  leave('people.lock', another);

export const signOut = (): Promise<Refused | null> => leave('people.signOut', false);

/** Whoever believes the desk to be locked and walks away must be told where it is not. */
async function leave(how: 'people.lock' | 'people.signOut', another: boolean): Promise<Refused | null> {
  const before = wantsAnother.get();
  wantsAnother.set(another);
  const answer = await call(how, {});
  if (answer.ok) {
    await queryClient.invalidateQueries({ queryKey: ['people.status'] });
    return null;
  }
  wantsAnother.set(before);
  lastRefusal.set(answer);
  return answer;
}
