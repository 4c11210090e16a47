import { safeStorage } from 'electron';
import type { Keyring } from '../keys/keyring.ts';

/** Electron's newer calls, which 33 does not have and 46 will have alone. */
type AsyncStorage = {
  isAsyncEncryptionAvailable?: () => Promise<boolean>;
  encryptStringAsync?: (text: string) => Promise<Buffer>;
  decryptStringAsync?: (wrapped: Buffer) => Promise<{ result: string }>;
  getSelectedStorageBackend?: () => string;
};
const storage: AsyncStorage & Partial<Pick<typeof safeStorage, 'isEncryptionAvailable'>> = safeStorage;

/**
 * The keyring of this account, by Electron's safeStorage. On Linux without a Secret Service or KWallet that would
 * encrypt with a password which stands in its source code (`basic_text`): such a PC has no keyring.
 */
export function systemKeyring(): Keyring {
  let found: Promise<boolean> | null = null;
  return {
    available: () => {
      found ??= isThere();
      return found;
    },
    wrap: async (text) => storage.encryptStringAsync?.(text) ?? safeStorage.encryptString(text),
    unwrap: async (wrapped) => {
      try {
        const bytes = Buffer.from(wrapped);
        if (!storage.decryptStringAsync) return safeStorage.decryptString(bytes);
        return (await storage.decryptStringAsync(bytes)).result;
      } catch {
        // Of another account or PC, or the keyring was refused: other ways to open the ward are asked for.
        return null;
      }
    },
  };
}

async function isThere(): Promise<boolean> {
  const can = storage.isAsyncEncryptionAvailable
    ? await storage.isAsyncEncryptionAvailable()
    : (storage.isEncryptionAvailable?.() ?? false);
  if (!can || process.platform !== 'linux') return can;
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}
