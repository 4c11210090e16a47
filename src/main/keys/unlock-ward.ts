import { WardFileError } from '../db/ward-file-error.ts';
import { isGenuine, KeyFileDamaged, keysFileOf } from './key-file.ts';
import { keyFileBeside } from './keys-of-file.ts';
import { settleKeys } from './protection-leftovers.ts';
import { type Means, unlock } from './ward-keys.ts';
import type { WardSecret } from './ward-secret.ts';

/**
 * The secret of a sealed ward, by the means at hand; null where none of them opens it, and for a ward that is open,
 * which needs none. `held` is the secret that opened it before: it serves again, whatever the file was replaced by,
 * as long as the key file is the same ward's.
 */
export async function secretByMeans(
  file: string,
  means: Means,
  held: WardSecret | null = null,
): Promise<WardSecret | null> {
  settleKeys(file);
  const keys = keyFileBeside(file);
  if (!keys || keys.protection === 'open') return null;
  if (held && isGenuine(keys, held)) return held;
  try {
    return (await unlock(keys, means))?.secret ?? null;
  } catch (error) {
    if (error instanceof KeyFileDamaged) throw new WardFileError('keys-damaged', keysFileOf(file));
    throw error;
  }
}
