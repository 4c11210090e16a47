/**
 * The store of secrets that belongs to the account of whoever sits at this PC: DPAPI, Keychain, Secret Service or
 * KWallet. The window brings the real one (window/system-keyring.ts); a terminal has none.
 */
export interface Keyring {
  /** False where nothing but a fixed password would protect what is put in: then there is no keyring. */
  available(): Promise<boolean>;
  wrap(text: string): Promise<Uint8Array>;
  /** Null where it was wrapped by another account or PC, or the keyring was refused or lost. */
  unwrap(wrapped: Uint8Array): Promise<string | null>;
}

/** A keyring that cannot even be asked is not there now: the ward may still open by its passphrase or its paper. */
export const isThere = (keyring: Keyring): Promise<boolean> => keyring.available().catch(() => false);

/** Asks once, as the system may show a dialog for it; where asking fails, again the next time. */
export function askedOnce(ask: () => Promise<boolean>): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null;
  return async () => {
    answer ??= ask();
    try {
      return await answer;
    } catch {
      answer = null;
      return false;
    }
  };
}
