import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM, in base64: a random nonce, and what was sealed with its tag behind it. */
export const sealedBox = z.strictObject({ nonce: z.base64(), sealed: z.base64() });
export type SealedBox = z.infer<typeof sealedBox>;

/** `bound` is not secret and not kept: the box opens only for whoever names the same again. */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string): SealedBox {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** Null where the key is another one, or the box was touched: the two cannot be told apart. */
export function unseal(key: Uint8Array, box: SealedBox, bound: string): Uint8Array | null {
  const nonce = Buffer.from(box.nonce, 'base64');
  const sealed = Buffer.from(box.sealed, 'base64');
  if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return null;
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return new Uint8Array(Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]));
  } catch {
    return null;
  }
}
