import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { wipe, writeDurably } from '../db/durable.ts';
import { keysFileOf } from './key-file.ts';
import { seal, sealedBox, unseal } from './sealed-box.ts';
import { canBeWardSecret, deriveKey, type WardSecret, wardSecretFrom } from './ward-secret.ts';

/*
 * `ward.keys.earlier`: after a ward got another secret, those that it had before, each sealed with the one of today. Wards in
 * `set-aside` are still encrypted with them, and are encrypted anew when there is time, room and a disk for it
 * (backups/seal-earlier.ts); then this file goes.
 */
const earlier = z.array(sealedBox).max(64);

const placeOf = (file: string): string => `${keysFileOf(file)}.earlier`;
const keyOf = (secret: WardSecret): Uint8Array => deriveKey(secret, 'fangcang/earlier-secret/v1');
const BOUND = 'fangcang/earlier-secret/v1';

/** Those that `secret` opens. */
export function earlierSecretsOf(file: string, secret: WardSecret): WardSecret[] {
  return boxesIn(file).flatMap((box) => {
    const bytes = unseal(keyOf(secret), box, BOUND);
    return bytes && canBeWardSecret(bytes) ? [wardSecretFrom(bytes)] : [];
  });
}

/** Written before `next` is the ward's: what was there stays, for as long as `before` may go on being it. */
export function keepEarlierSecrets(file: string, before: WardSecret, next: WardSecret): void {
  const made = [before, ...earlierSecretsOf(file, before)].map((each) => seal(keyOf(next), each, BOUND));
  writeDurably(placeOf(file), `${JSON.stringify([...made, ...boxesIn(file)].slice(0, 64))}\n`);
}

export const forgetEarlierSecrets = (file: string): void => wipe(placeOf(file));

function boxesIn(file: string): z.infer<typeof earlier> {
  if (!existsSync(placeOf(file))) return [];
  try {
    return earlier.parse(JSON.parse(readFileSync(placeOf(file), 'utf8')));
  } catch {
    // Wards that were set aside then stay as they are, under the paper of their time.
    return [];
  }
}
