import { held } from '../desk/kept.ts';
import type { Signer } from '../desk/operator.ts';

/** Open while somebody else than whoever is at the desk is asked to sign. */
export const askingColleague = held<((signer: Signer | null) => void) | null>(null);

/**
 * Who else signs: a colleague who comes to this desk for one act. Where people sign in, by their own secret; who is
 * signed in stays the same. Null when nobody did.
 */
export function askColleague(): Promise<Signer | null> {
  answerColleague(null);
  return new Promise((resolve) => askingColleague.set(resolve));
}

export function answerColleague(signer: Signer | null): void {
  const answer = askingColleague.get();
  askingColleague.set(null);
  answer?.(signer);
}
