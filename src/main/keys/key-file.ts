import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably, writeNewDurably } from '../db/durable.ts';
import { deriveKey, type WardSecret } from './ward-secret.ts';
import { wrap } from './wraps.ts';

/**
 * `ward.keys`, beside the database: how to come by the ward's secret. An `open` ward is a plain SQLite file and has
 * the secret in the open; a `sealed` one is encrypted, and has it only wrapped.
 */
const keyFile = z
  .strictObject({
    format: z.literal('fangcang-ward-keys'),
    version: z.literal(1),
    wardId: z.uuid(),
    protection: z.enum(['open', 'sealed']),
    wraps: z.array(wrap).min(1).max(8),
    /** Whom backups are sealed to (age1…); null for an open ward. */
    recipient: z
      .string()
      .regex(/^age1[0-9a-z]{58}$/)
      .nullable(),
    /** HMAC of the ward, protection and recipient: nobody without the secret can have backups sealed to themselves. */
    mac: z.base64(),
  })
  .refine(
    ({ protection, wraps }) => wraps.some(({ kind }) => kind === 'open') === (protection === 'open'),
    'the secret stands in the open exactly where the ward is open',
  );
export type KeyFile = z.infer<typeof keyFile>;

export const keysFileOf = (file: string): string => `${file.replace(/\.db$/, '')}.keys`;

/** Null where there is none. Throws {@link KeyFileDamaged} where it cannot be understood. */
export function readKeyFile(path: string): KeyFile | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    return keyFile.parse(JSON.parse(text));
  } catch {
    // Without the cause: what could not be understood may hold a secret, and causes are logged.
    throw new KeyFileDamaged();
  }
}

export class KeyFileDamaged extends Error {}

const textOf = (keys: KeyFile): string => `${JSON.stringify(keyFile.parse(keys), null, 2)}\n`;
export const writeKeyFile = (path: string, keys: KeyFile): void => writeDurably(path, textOf(keys));
export const writeNewKeyFile = (path: string, keys: KeyFile): void => writeNewDurably(path, textOf(keys));

type Signed = Pick<KeyFile, 'wardId' | 'protection' | 'recipient'>;

/** A key file whose mac is the one that its secret makes. */
export const keyFileOf = (secret: WardSecret, body: Signed & Pick<KeyFile, 'wraps'>): KeyFile => ({
  format: 'fangcang-ward-keys',
  version: 1,
  ...body,
  mac: macOf(secret, body).toString('base64'),
});

/** Was it written by somebody who had the secret, and is it as they wrote it? */
export const isGenuine = (keys: KeyFile, secret: WardSecret): boolean => {
  const given = Buffer.from(keys.mac, 'base64');
  const made = macOf(secret, keys);
  return given.length === made.length && timingSafeEqual(given, made);
};

const macOf = (secret: WardSecret, { wardId, protection, recipient }: Signed): Buffer =>
  createHmac('sha256', deriveKey(secret, 'fangcang/key-file/v1'))
    .update(JSON.stringify([wardId, protection, recipient]))
    .digest();
