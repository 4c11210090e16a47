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
