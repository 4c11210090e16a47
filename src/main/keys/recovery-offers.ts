import { randomUUID } from 'node:crypto';
import { formatRecoveryKey, isSameGroup, recoveryKeyGroups } from '#shared/rules/recovery-key.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { newRecoverySecret, type RecoverySecret } from './recovery-secret.ts';

/**
 * The recovery key that is on the screen or in the printer just now. It lives in memory until its last group was typed
 * back, so that no ward is ever sealed with a key that nobody has; a new offer takes the place of the one before.
 */
export class RecoveryOffers {
  #offered: { id: string; key: RecoverySecret } | null = null;

  make(): { offer: string; recoveryKey: string } {
    const key = newRecoverySecret();
    this.#offered = { id: randomUUID(), key };
    return { offer: this.#offered.id, recoveryKey: formatRecoveryKey(key) };
  }

  /** The words of the paper, while the key is on offer. Refuses `recovery-key-gone`. */
  wordsOf(offer: string): string {
    return formatRecoveryKey(this.#find(offer));
  }

  /** Refuses `recovery-key-gone` and, where the last group is not the paper's, `recovery-key-not-noted`. */
  noted({ offer, lastGroup }: { offer: string; lastGroup: string }): RecoverySecret {
    const key = this.#find(offer);
    const last = recoveryKeyGroups(formatRecoveryKey(key)).at(-1) ?? '';
    refuseUnless(isSameGroup(lastGroup, last), 'recovery-key-not-noted');
    return key;
  }

  forget(): void {
    this.#offered = null;
  }

  #find(offer: string): RecoverySecret {
    if (this.#offered?.id !== offer) throw new Refusal('recovery-key-gone');
    return this.#offered.key;
  }
}
