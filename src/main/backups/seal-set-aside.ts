import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { connect } from '../db/connect.ts';
import { sweepTemporary, syncFolder, temporaryIn, wipe } from '../db/durable.ts';
import { headOf } from '../db/sealed-file.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import { wardIdOf } from '../db/whole-file.ts';
import { type KeyFile, KeyFileDamaged, keysFileOf, readKeyFile } from '../keys/key-file.ts';
import { protectWard } from '../keys/protect-ward.ts';
import { settleKeys } from '../keys/protection-leftovers.ts';
import { openKeys, type WardKeys } from '../keys/ward-keys.ts';
import { haveOneTrail, type WardSecret } from '../keys/ward-secret.ts';
import { requireSame, sealWhole } from './backup-file.ts';
import { requireSpace, SPARE_BYTES } from './free-space.ts';
import type { Each } from './seal-earlier.ts';
import { setAsideOf } from './swap-ward.ts';

/**
 * Wards that lie in `set-aside` from before this one was protected show what it hides. One that is whole and this ward's
 * is encrypted with the ward's key and opens there as before, by the same passphrase and paper. Whatever cannot be (it is
 * damaged, has a -wal that may be another day's, or is of another ward) is sealed to the paper, byte for byte, under its
 * name with `.age` behind it. Nothing is lost, and killed at any step it is done to its end the next time.
 */
export async function sealSetAside(wardFile: string, keys: WardKeys, each: Each): Promise<void> {
  const root = setAsideOf(wardFile);
  if (!existsSync(root)) return;
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const folder = join(root, entry.name);
    const file = join(folder, basename(wardFile));
    await each(folder, async () => {
      sweepTemporary(folder);
      settleKeys(file);
      await encryptWhole(file, keys);
      for (const name of readdirSync(folder)) {
        const one = join(folder, name);
        await each(one, async () => {
          if (isPlain(one, file)) await sealAsItIs(one, keys);
        });
      }
    });
  }
}

/** Does nothing where it cannot be; throws where it can, and something else is in the way: no room, or somebody at work. */
async function encryptWhole(file: string, keys: WardKeys): Promise<void> {
  if (!existsSync(file) || headOf(file, null) !== 'plain' || hasJournal(file)) return;
  try {
    if (!isOfThisWard(file, keys)) return;
    await requireSpace(dirname(file), statSync(file).size * 1.1 + SPARE_BYTES);
    protectWard(file, keys);
  } catch (error) {
    if (!isDamage(error)) throw error;
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

async function sealAsItIs(file: string, { file: { recipient } }: WardKeys): Promise<void> {
  if (recipient === null) throw new Error('a sealed ward has a recipient');
  const sealed = `${file}.age`;
  // Where it is there, a kill fell before the plain one was gone, which may be half overwritten.
  const { size } = statSync(file);
  if (!existsSync(sealed) && size > 0) {
    await requireSpace(dirname(file), size + SPARE_BYTES);
    const part = temporaryIn(dirname(file), 'part');
    try {
      await requireSame(part, await sealWhole(file, part, recipient));
      renameSync(part, sealed);
    } finally {
      rmSync(part, { force: true });
    }
    syncFolder(dirname(file));
  }
  wipe(file);
}

/**
 * Key files that were put out of the way when a new ward was made (keys/place-key-file.ts) and hold a secret in the open.
 * One of this ward tells nothing that its own key file does not, and goes; one of another ward is sealed to the paper.
 */
export async function sealOldKeys(wardFile: string, keys: WardKeys, each: Each): Promise<void> {
  const place = keysFileOf(wardFile);
  for (const name of readdirSync(dirname(place))) {
    if (!name.startsWith(`${basename(place)}.`) || !/\.\d+$/.test(name)) continue;
    const file = join(dirname(place), name);
    await each(file, async () => {
      const there = readable(file);
      if (there?.protection === 'sealed') return;
      const theirs = there && secretInside(there);
      if (theirs && haveOneTrail(theirs, keys.secret)) wipe(file);
      else await sealAsItIs(file, keys);
    });
  }
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

function readable(file: string): KeyFile | null {
  try {
    return readKeyFile(file);
  } catch (error) {
    if (error instanceof KeyFileDamaged) return null;
    throw error;
  }
}
