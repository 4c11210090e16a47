import { safeStorage } from 'electron';
import { askedOnce, type Keyring } from '../keys/keyring.ts';

/** Electron's newer calls, which 33 does not have and 46 will have alone. */
type AsyncStorage = {
  isAsyncEncryptionAvailable?: () => Promise<boolean>;
  encryptStringAsync?: (text: string) => Promise<Buffer>;
  decryptStringAsync?: (wrapped: Buffer) => Promise<{ result: string }>;
  getSelectedStorageBackend?: () => string;
};
const storage: AsyncStorage & Partial<Pick<typeof safeStorage, 'isEncryptionAvailable'>> = safeStorage;

/** How what Chromium encrypts with the password that stands in its source code begins, on Linux. */
const FIXED_PASSWORD = 'v10';

/**
 * The keyring of this account, by Electron's safeStorage. On Linux without a Secret Service or KWallet that would
 * encrypt with a password which stands in its source code (`basic_text`): such a PC has no keyring. The newer calls may
 * fall back to it without saying so, when the service does not answer; what they made tells.
 */
export function systemKeyring(): Keyring {
  return {
    available: askedOnce(isThere),
    wrap: async (text) => {
      const wrapped = await encrypt(text);
      if (isByFixedPassword(wrapped)) throw new Error('the keyring is gone');
      return wrapped;
    },
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

const encrypt = async (text: string): Promise<Buffer> =>
  storage.encryptStringAsync?.(text) ?? safeStorage.encryptString(text);

const isByFixedPassword = (wrapped: Buffer): boolean =>
  process.platform === 'linux' && wrapped.toString('latin1', 0, FIXED_PASSWORD.length) === FIXED_PASSWORD;

async function isThere(): Promise<boolean> {
  const can = storage.isAsyncEncryptionAvailable
    ? await storage.isAsyncEncryptionAvailable()
    : (storage.isEncryptionAvailable?.() ?? false);
  if (!can || process.platform !== 'linux') return can;
  const backend = storage.getSelectedStorageBackend?.();
  if (backend === 'basic_text' || backend === 'unknown') return false;
  return !isByFixedPassword(await encrypt('is a keyring there?'));
}
