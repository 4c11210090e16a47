import { z } from 'zod';
import { SECRET_SIGNS } from '../rules/people-limits.ts';
import { query } from './procedure.ts';
import { text } from './values.ts';

const passphrase = z.string().min(1).max(SECRET_SIGNS);

/** A recovery key that was made just now, and that its last group was typed back from paper. */
const noted = { offer: z.uuid(), lastGroup: text(20) };

/** How a new ward is kept: encrypted, or plain, for training and for tools that need no secrecy. */
export const wantedProtection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  /** The passphrase may be left out where the PC has a keyring. */
  z.strictObject({ kind: z.literal('sealed'), ...noted, passphrase: passphrase.nullable() }),
]);

/** How the ward of this folder is kept, and by what it can be opened. */
export const protectionState = z.strictObject({
  /** Null where there is no ward, or no key file that can be read. */
  state: z.enum(['open', 'sealed']).nullable(),
  /** What opens a sealed one: whichever of them is at hand. */
  ways: z.array(z.enum(['keyring', 'passphrase', 'recovery'])),
  /** Has this PC a keyring, for the account that runs the program? */
  keyring: z.boolean(),
  /** With this the page keeps what is typed and no act yet; null where the ward is open, or locked. */
  draftKey: z.base64().nullable(),
});
export type ProtectionState = z.infer<typeof protectionState>;

/** Set-up procedures about encryption (setup.ts): some of them answer while the ward is locked. */
export const protection = {
  'setup.offerRecoveryKey': query({
    summary:
      'Makes a recovery key and shows it this once. It counts for nothing until it is used with its last group.',
    reads: [],
    input: z.strictObject({}),
    output: z.strictObject({ offer: z.uuid(), recoveryKey: z.string(), qr: z.string() }),
  }),
  'setup.printRecoveryKey': query({
    summary:
      'The offered recovery key as a PDF to print. The file is wiped when the key is used, or at the next start.',
    reads: [],
    refusals: ['recovery-key-gone', 'cannot-write-file'],
    input: z.strictObject({ offer: z.uuid(), language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ file: z.string() }),
  }),
  'setup.unlock': query({
    summary: 'Opens a sealed ward by its passphrase or recovery key.',
    reads: [],
    refusals: [
      ...['passphrase-wrong', 'recovery-key-wrong', 'recovery-key-letters'],
      ...['recovery-key-length', 'recovery-key-mistyped', 'ward-not-protected'],
    ] as const,
    input: z.union([z.strictObject({ passphrase }), z.strictObject({ recoveryKey: text(200) })]),
    output: z.strictObject({}),
  }),
  'setup.protect': query({
    summary: 'Encrypts an open ward: a checked copy takes its place, the plain file is wiped.',
    reads: [],
    refusals: [
      ...['ward-protected', 'ward-in-use', 'passphrase-short', 'passphrase-needed'],
      ...['recovery-key-not-noted', 'recovery-key-gone', 'protection-of-demonstration'],
    ] as const,
    input: z.strictObject({ ...noted, passphrase: passphrase.nullable() }),
    output: z.strictObject({}),
  }),
  'setup.replaceRecoveryKey': query({
    summary:
      'Another recovery key, and the ward encrypted anew: the paper before opens nothing but the backups made until now.',
    reads: [],
    refusals: [
      'ward-not-protected',
      'recovery-key-not-noted',
      'recovery-key-gone',
      'passphrase-wrong',
      'passphrase-needed',
      'ward-in-use',
    ],
    input: z.strictObject({ ...noted, current: passphrase.nullable() }),
    output: z.strictObject({}),
  }),
  'setup.changePassphrase': query({
    summary: 'Sets the passphrase, or another one in its place; the one before is asked for.',
    reads: [],
    refusals: ['ward-not-protected', 'passphrase-wrong', 'passphrase-short'],
    input: z.strictObject({ current: passphrase.nullable(), passphrase }),
    output: z.strictObject({}),
  }),
};
