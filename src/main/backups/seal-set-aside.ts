import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { connect } from '../db/connect.ts';
import { sweepTemporary, wipe } from '../db/durable.ts';
import { headOf } from '../db/sealed-file.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { wardIdOf } from '../db/whole-file.ts';
import { isGenuine, KeyFileDamaged, keysFileOf, readKeyFile, writeKeyFile } from '../keys/key-file.ts';
import { protectWard } from '../keys/protect-ward.ts';
import { settleKeys, settleProtection } from '../keys/protection-leftovers.ts';
import { newOpenKeys, openKeys, type WardKeys } from '../keys/ward-keys.ts';
import { haveOneTrail, type WardSecret } from '../keys/ward-secret.ts';
import { sealWords } from './backup-file.ts';
import { requireSpace, SPARE_BYTES } from './free-space.ts';
import {
  type KeysOfToday,
  NOBODY,
  putAsSealed,
  type Reached,
  recipientOf,
  sealAsItIs,
} from './seal-as-it-is.ts';
import type { Each } from './seal-earlier.ts';
import { readable } from './seal-old-keys.ts';
import { setAsideOf } from './swap-ward.ts';

/**
 * Wards that lie in `set-aside` from before this one was protected show what it hides. One that is whole and this ward's
 * is encrypted with the ward's key and opens there as before, by the same passphrase and paper. Whatever cannot be (it is
 * damaged, has a -wal that may be another day's, or is of another ward) is sealed to the paper, byte for byte, under its
 * name with `.age` behind it. Nothing is lost, and killed at any step it is done to its end the next time. `reached` is told of each.
 */
export async function sealSetAside(
  wardFile: string,
  keys: KeysOfToday,
  each: Each,
  reached: Reached = NOBODY,
): Promise<void> {
  const root = setAsideOf(wardFile);
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(root, entry.name);
    const file = join(folder, basename(wardFile));
    await each(folder, async () => {
      sweepTemporary(folder);
      settleKeys(file);
      // As at any opening: a kill fell after it was encrypted, and before the plain one was gone.
      if (existsSync(file) && headOf(file, keys.secret) === 'ours') settleProtection(file, true);
      await encryptWhole(file, keys, reached);
      await renewKeys(file, keys, reached);
      for (const name of readdirSync(folder)) {
        const one = join(folder, name);
        await each(one, async () => {
          if (isPlain(one, file)) await sealAsItIs(one, keys, reached);
        });
      }
    });
  }
}

/** Does nothing where it cannot be; throws where it can, and something else is in the way: no room, or somebody at work. */
async function encryptWhole(file: string, keys: KeysOfToday, reached: Reached): Promise<void> {
  if (!existsSync(file) || hasJournal(file)) return;
  const isPlain = headOf(file, null) === 'plain';
  const before = sealedBefore(file, keys);
  if (!isPlain && !before) return;
  try {
    if (isPlain && !isOfThisWard(file, keys)) return;
    await requireSpace(dirname(file), statSync(file).size * 1.1 + SPARE_BYTES);
    protectWard(file, keys, reached, before);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
}

const sealedBefore = (file: string, { earlier }: KeysOfToday): WardSecret | null =>
  earlier.find((each) => headOf(file, each) === 'ours') ?? null;

/**
 * The key file beside a ward that was set aside opens by what opens the ward today. Where that could not be encrypted anew its
 * secret goes to the paper of today (`ward.keys.age`), and its own key file, which the paper of before opens, goes.
 */
async function renewKeys(file: string, keys: KeysOfToday, reached: Reached): Promise<void> {
  const place = keysFileOf(file);
  const there = readable(place);
  const before = existsSync(file) ? sealedBefore(file, keys) : null;
  if (before) {
    const open = JSON.stringify(newOpenKeys(keys.file.wardId, before).file);
    await putAsSealed(`${place}.age`, (part) => sealWords(open, part, recipientOf(keys)), reached);
    wipe(place);
    reached('wiped');
  } else if (there?.protection === 'sealed' && isGenuine(there, keys.secret)) {
    if (isDeepStrictEqual(there, keys.file)) return;
    writeKeyFile(place, keys.file);
    reached('keys renewed');
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof KeyFileDamaged ||
  (error instanceof WardFileError && error.fault === 'damaged') ||
  (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(String(error.code)));

const hasJournal = (file: string): boolean =>
  ['-wal', '-journal'].some((part) => (statSync(file + part, { throwIfNoEntry: false })?.size ?? 0) > 0);

function isOfThisWard(file: string, { file: { wardId }, secret }: WardKeys): boolean {
  const beside = readKeyFile(keysFileOf(file));
  const theirs = beside && openKeys(beside)?.secret;
  if (theirs && !haveOneTrail(theirs, secret)) return false;
  const database = connect(file, { readonly: true, fileMustExist: true });
  try {
    return wardIdOf(database) === wardId;
  } finally {
    database.close();
  }
}

/** `ward` is the database of the folder: what lies beside a sealed one is as sealed as that. */
function isPlain(file: string, ward: string): boolean {
  if (file.endsWith('.age') || !statSync(file).isFile()) return false;
  if (file === keysFileOf(ward)) return readable(file)?.protection !== 'sealed';
  const ofWard = ['', '-wal', '-shm', '-journal'].some((part) => file === ward + part);
  return !(ofWard && existsSync(ward) && headOf(ward, null) === 'sealed');
}
