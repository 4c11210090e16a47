import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, temporaryIn, wipe } from '../db/durable.ts';
import type { WardKeys } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { requireSame, sealWhole, type Written } from './backup-file.ts';
import { requireSpace, SPARE_BYTES } from './free-space.ts';

/** Told of each step when it is on the disk. */
export type Reached = (step: string) => void;
export const NOBODY: Reached = () => undefined;

/** The ward's keys, and the secrets that it had before and that wards in `set-aside` may still be encrypted with. */
export interface KeysOfToday extends WardKeys {
  earlier: readonly WardSecret[];
}

/** Byte for byte to the paper, under its name with `.age` behind it. */
export async function sealAsItIs(file: string, keys: WardKeys, reached: Reached): Promise<void> {
  const { size } = statSync(file);
  if (size > 0) {
    await requireSpace(dirname(file), size + SPARE_BYTES);
    await putAsSealed(`${file}.age`, (part) => sealWhole(file, part, recipientOf(keys)), reached);
  }
  wipe(file);
  reached('wiped');
}

export function recipientOf({ file: { recipient } }: WardKeys): string {
  if (recipient === null) throw new Error('a sealed ward has a recipient');
  return recipient;
}

/** Where it is there, a kill fell before the plain one was gone, which may be half overwritten. */
export async function putAsSealed(
  sealed: string,
  write: (part: string) => Promise<Written>,
  reached: Reached,
): Promise<void> {
  if (existsSync(sealed)) return;
  const part = temporaryIn(dirname(sealed), 'part');
  try {
    await requireSame(part, await write(part));
    reached('written');
    renameSync(part, sealed);
  } finally {
    rmSync(part, { force: true });
  }
  syncFolder(dirname(sealed));
  reached('named');
}
