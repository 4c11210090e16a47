import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { wipe } from '../db/durable.ts';
import { isGenuine, type KeyFile, KeyFileDamaged, keysFileOf, readKeyFile } from '../keys/key-file.ts';
import { openKeys } from '../keys/ward-keys.ts';
import { haveOneTrail, type WardSecret } from '../keys/ward-secret.ts';
import { type KeysOfToday, NOBODY, type Reached, sealAsItIs } from './seal-as-it-is.ts';
import type { Each } from './seal-earlier.ts';

/**
 * Key files that were put out of the way when a new ward was made (keys/place-key-file.ts). One of this ward tells nothing
 * that its own key file does not, and goes: it holds a secret in the open, or opens by a passphrase or a paper of before.
 * One of another ward that holds its secret in the open is sealed to the paper.
 */
export async function sealOldKeys(
  wardFile: string,
  keys: KeysOfToday,
  each: Each,
  reached: Reached = NOBODY,
): Promise<void> {
  const place = keysFileOf(wardFile);
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(`${basename(place)}.`) || !/\.\d+$/.test(name)) continue;
    const file = join(dirname(place), name);
    await each(file, async () => {
      if (!isOfThisWardToday(file, keys)) {
        if (readable(file)?.protection !== 'sealed') await sealAsItIs(file, keys, reached);
        return;
      }
      wipe(file);
      reached('wiped');
    });
  }
}

function isOfThisWardToday(file: string, { secret, earlier }: KeysOfToday): boolean {
  const there = readable(file);
  if (there?.protection === 'sealed') return [secret, ...earlier].some((each) => isGenuine(there, each));
  const theirs = there && secretInside(there);
  return theirs !== null && haveOneTrail(theirs, secret);
}

/** Null where somebody altered the file: what it holds may be anybody's. */
function secretInside(keys: KeyFile): WardSecret | null {
  try {
    return openKeys(keys)?.secret ?? null;
  } catch (error) {
    if (error instanceof KeyFileDamaged) return null;
    throw error;
  }
}

/** Null where there is none, and where it is damaged. */
export function readable(file: string): KeyFile | null {
  try {
    return readKeyFile(file);
  } catch (error) {
    if (error instanceof KeyFileDamaged) return null;
    throw error;
  }
}
