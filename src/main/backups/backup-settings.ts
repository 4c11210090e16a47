import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { utcInstant } from '#shared/contract/values.ts';
import { writeDurably } from '../db/durable.ts';

/**
 * What this PC keeps about its copies, in `backups.json` beside the ward and not in it: a ward that cannot be opened
 * still has to be restored, and a ward that was restored must not believe what it was told before.
 */
const settings = z.strictObject({
  /** A folder on another disk, chosen in the system's dialog. */
  target: z.string().nullable().default(null),
  targetDone: z.strictObject({ number: z.int(), at: utcInstant }).nullable().default(null),
  /** The last full check of the ward's file. */
  deepCheck: utcInstant.nullable().default(null),
  drill: z
    .strictObject({ at: utcInstant, takenAt: utcInstant, seconds: z.number(), problems: z.int() })
    .nullable()
    .default(null),
  /** When the ward was last restored, and the number of the newest copy at that time: those know of more acts. */
  restored: z
    .strictObject({ at: utcInstant, takenAt: utcInstant, number: z.int(), aside: z.string() })
    .nullable()
    .default(null),
});
export type BackupSettings = z.infer<typeof settings>;

const fileOf = (wardFile: string): string => join(dirname(wardFile), 'backups.json');

/** One that cannot be read counts as none: it must keep nobody from a copy or from restoring one. */
export async function readBackupSettings(wardFile: string): Promise<BackupSettings> {
  try {
    return settings.parse(JSON.parse(await readFile(fileOf(wardFile), 'utf8')));
  } catch {
    return settings.parse({});
  }
}

export async function changeBackupSettings(
  wardFile: string,
  change: Partial<BackupSettings>,
): Promise<BackupSettings> {
  const next = { ...(await readBackupSettings(wardFile)), ...change };
  writeDurably(fileOf(wardFile), `${JSON.stringify(next, null, 2)}\n`);
  return next;
}
