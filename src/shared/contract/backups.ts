import { z } from 'zod';
import { query } from './procedure.ts';
import { utcInstant } from './values.ts';

/** Why a copy was taken: on its turn, because somebody asked, or before something that may have to be undone. */
export const BACKUP_REASONS = ['schedule', 'asked', 'migration', 'restore', 'import'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export const BACKUP_FORMAT = 'fangcang-backup/1';

/** What is said of a copy both inside it and beside it: nothing that a patient could be known by. */
export const backupFacts = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  wardId: z.uuid(),
  /** Counts the copies of a ward: a larger number is newer, whatever the clock said. */
  number: z.int().min(1),
  takenAt: utcInstant,
  because: z.enum(BACKUP_REASONS),
  schemaVersion: z.int().min(0),
  /** The last link of the audit's chain in this copy; null where the ward has none. */
  auditHead: z.string().nullable(),
  acts: z.int().min(0),
  inHouse: z.int().min(0),
  /** The database inside is encrypted with the ward's key. */
  sealed: z.boolean(),
});
export type BackupFacts = z.infer<typeof backupFacts>;

/** The file `<time>.json` beside each copy. */
export const backupInfo = z.strictObject({
  ...backupFacts.shape,
  /** Of the file beside it. */
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Only the recovery key reads it. */
  encrypted: z.boolean(),
  checked: z.boolean(),
  /** How the ward's files looked when it was taken: the same again means that there is nothing new to copy. */
  source: z.string(),
});
export type BackupInfo = z.infer<typeof backupInfo>;

/** One copy as it lies in a folder. `info` is null where nothing stands beside it that can be read. */
const backupCopy = z.strictObject({
  file: z.string(),
  /** The ward's own folder, the second target, or a file that somebody picked. */
  place: z.enum(['first', 'second', 'picked']),
  bytes: z.int(),
  takenAt: utcInstant.nullable(),
  info: backupInfo.nullable(),
  /** Only the recovery key reads it. */
  encrypted: z.boolean(),
  /** Its size is another than what stands beside it: not whole. */
  damaged: z.boolean(),
});
export type BackupCopy = z.infer<typeof backupCopy>;

const DISK_LEVELS = ['plenty', 'low', 'critical'] as const;
export type DiskLevel = (typeof DISK_LEVELS)[number];

const TARGET_STATES = ['none', 'ok', 'missing', 'failed', 'waiting'] as const;

const problem = z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) });

const backupState = z.strictObject({
  /** When the last act was recorded; null without a ward, or before its first act. */
  savedAt: utcInstant.nullable(),
  last: z.strictObject({ takenAt: utcInstant, file: z.string(), number: z.int() }).nullable(),
  /** No copy is newer than half an hour although something was written since. */
  overdue: z.boolean(),
  running: z.boolean(),
  /** Why the last try made no copy; null once one was made. */
  failed: z.strictObject({ at: utcInstant, refusal: problem }).nullable(),
  target: z.strictObject({
    folder: z.string().nullable(),
    state: z.enum(TARGET_STATES),
    problem: z.string().nullable(),
    /** When it last got a copy. */
    doneAt: utcInstant.nullable(),
  }),
  disk: z.strictObject({ free: z.number(), total: z.number(), level: z.enum(DISK_LEVELS) }).nullable(),
  /** Why nothing is written any more; null while all is well. */
  writingStopped: z.string().nullable(),
  /** Files from before the ward was protected that could not be encrypted yet: the first of them, and why. */
  stillPlain: z.strictObject({ files: z.int().min(1), file: z.string(), problem: z.string() }).nullable(),
  /** The ward knows of fewer acts than a copy of it: something written since then is gone. */
  behind: z.strictObject({ acts: z.int(), copyActs: z.int(), takenAt: utcInstant }).nullable(),
  deepCheck: utcInstant.nullable(),
  drill: z
    .strictObject({ at: utcInstant, takenAt: utcInstant, seconds: z.number(), problems: z.int() })
    .nullable(),
  restored: z.strictObject({ at: utcInstant, takenAt: utcInstant, aside: z.string() }).nullable(),
});
export type BackupState = z.infer<typeof backupState>;

const opening = {
  /** One of `backups.list`. */
  file: z.string().max(4096),
  /** As it was typed or scanned from the paper; null for a copy that is not encrypted. */
  recoveryKey: z.string().max(400).nullable(),
};
const COPY_REFUSALS = [
  'no-such-file',
  'not-a-backup',
  'backup-damaged',
  'backup-newer',
  'backup-no-space',
  'recovery-key-needed',
  'recovery-key-letters',
  'recovery-key-length',
  'recovery-key-mistyped',
  'backup-key-wrong',
] as const;

/**
 * Like the set-up procedures these answer without a ward, or with one that cannot be opened: that is when they are needed.
 */
export const backups = {
  'backups.state': query({
    summary: 'When the ward was last saved and copied, how the disks are, and what is wrong with any of it.',
    reads: ['backups', 'beds', 'stays'],
    input: z.strictObject({}),
    output: backupState,
  }),
  'backups.list': query({
    summary: 'The copies of this ward’s folder, of its second target and those picked, newest first.',
    reads: ['backups'],
    input: z.strictObject({}),
    output: z.array(backupCopy),
  }),
  'backups.take': query({
    summary: 'Copies the ward now, checks the copy and brings it to the second target.',
    reads: [],
    runs: 'worker',
    refusals: ['backup-failed', 'backup-no-space'],
    input: z.strictObject({}),
    output: backupCopy,
  }),
  'backups.setTarget': query({
    summary:
      'Names the folder on another disk that gets every copy as well, or none. A window has it picked.',
    reads: [],
    refusals: ['no-such-file', 'cannot-write-file', 'backup-target-same'],
    input: z.strictObject({ folder: z.string().max(4096).nullable() }),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  'backups.chooseTarget': query({
    summary:
      'Has a folder picked in the system’s own dialog and makes it the second target. Null: nobody picked one.',
    reads: [],
    refusals: ['cannot-write-file', 'backup-target-same'],
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string().nullable() }),
  }),
  'backups.pick': query({
    summary:
      'Has a copy picked in the system’s own dialog, from a USB disk for instance. Null: nobody picked one.',
    reads: [],
    refusals: ['not-a-backup'],
    /** Put in by the window's process once somebody has picked it. */
    input: z.strictObject({ file: z.string().max(4096).optional() }),
    output: backupCopy.nullable(),
  }),
  'backups.drill': query({
    summary: 'Makes a ward of a copy again, checks it throughout, throws it away and tells how long it took.',
    reads: [],
    runs: 'worker',
    refusals: COPY_REFUSALS,
    input: z.strictObject(opening),
    output: z.strictObject({
      facts: backupFacts,
      seconds: z.number(),
      checks: z.int(),
      problems: z.array(z.strictObject({ check: z.string(), detail: z.string() })),
    }),
  }),
  'backups.restore': query({
    summary: 'Puts a copy in the place of the ward, which is kept beside it with all its files.',
    reads: [],
    runs: 'worker',
    refusals: [...COPY_REFUSALS, 'ward-in-use', 'backup-other-ward'],
    input: z.strictObject({
      ...opening,
      /** Somebody has seen that this copy is of another hospital than the one in this folder. */
      otherWard: z.boolean().default(false),
    }),
    output: z.strictObject({
      facts: backupFacts,
      seconds: z.number(),
      checks: z.int(),
      problems: z.array(z.strictObject({ check: z.string(), detail: z.string() })),
      /** Where the files of the ward as it was lie now; null where there were none. */
      aside: z.string().nullable(),
    }),
  }),
};
