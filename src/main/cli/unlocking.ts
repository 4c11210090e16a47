import { readFileSync } from 'node:fs';
import { recoveryKeyGroups } from '#shared/rules/recovery-key.ts';
import { Refusal } from '../ipc/refusal.ts';
import { viewOf } from '../ipc/replies.ts';
import { type RecoverySecret, recoverySecretTyped } from '../keys/recovery-secret.ts';
import type { Means } from '../keys/ward-keys.ts';
import { Failure, refusal, wrongUse } from './output.ts';
import { type Answer, call, done, type Terminal, textOption } from './terminal.ts';

/**
 * What a command opens a sealed ward with: `--passphrase-file`, `--recovery-key-file` (`-` reads standard input), or
 * $FANGCANG_PASSPHRASE. Never a word on the command line itself: every account of the machine can read those.
 */
export function unlocking(
  options: Terminal['options'],
  env: NodeJS.ProcessEnv,
  standardInput: () => string,
): { means: Means; recoveryKey: string | null } {
  const passphrase =
    secretIn(options, 'passphraseFile', standardInput) ?? (env.FANGCANG_PASSPHRASE || undefined);
  const paper = secretIn(options, 'recoveryKeyFile', standardInput);
  if (paper === undefined) return { means: { passphrase }, recoveryKey: null };
  return { means: { passphrase, recovery: recoveryOf(paper) }, recoveryKey: paper };
}

/** What the file of that option holds; undefined where it was not given. */
function secretIn(
  options: Terminal['options'],
  name: string,
  standardInput: () => string,
): string | undefined {
  const file = textOption(options, name);
  if (file === undefined) return undefined;
  try {
    // Editors and `echo` end a file with a line break, which is no part of a passphrase.
    return (file === '-' ? standardInput() : readFileSync(file, 'utf8')).replace(/\r?\n$/, '');
  } catch {
    throw new Failure(1, 'no-such-file', { file });
  }
}

function recoveryOf(paper: string): RecoverySecret {
  try {
    return recoverySecretTyped(paper);
  } catch (error) {
    throw error instanceof Refusal ? refusal(viewOf(error)) : error;
  }
}

/** Refuses a command whose passphrase or recovery key does not open the ward, rather than calling it locked. */
export async function insistOnRightMeans(t: Terminal, means: Means): Promise<void> {
  if (!means.passphrase && !means.recovery) return;
  const { fault, protection } = await call(t, 'setup.status', {});
  if (fault?.code !== 'ward-locked') return;
  if (!means.recovery && !protection.ways.includes('passphrase')) throw new Failure(1, 'passphrase-none');
  throw new Failure(1, means.recovery ? 'recovery-key-wrong' : 'passphrase-wrong');
}

/** Of a ward that is locked and has no passphrase it would be no help to ask for one. */
export async function sayWhyLocked(t: Terminal, error: unknown): Promise<unknown> {
  if (!(error instanceof Failure) || error.view.code !== 'ward-locked') return error;
  const { protection } = await call(t, 'setup.status', {});
  return protection.state !== 'sealed' || protection.ways.includes('passphrase')
    ? error
    : new Failure(1, 'passphrase-none');
}

/** A new recovery key for a ward to be sealed, and its last group as if it had been typed back. */
export async function newRecoveryKey(t: Terminal) {
  const { offer, recoveryKey } = await call(t, 'setup.offerRecoveryKey', {});
  return { recoveryKey, noted: { offer, lastGroup: recoveryKeyGroups(recoveryKey).at(-1) ?? '' } };
}

export function passphraseFor(t: Terminal, command: string): string {
  if (t.means.passphrase !== undefined) return t.means.passphrase;
  throw wrongUse(`${command}: --passphrase-file <file | ->, $FANGCANG_PASSPHRASE`);
}

/** Sets a passphrase where there is none, or another one; the ward is opened by the present one or by the paper. */
export async function setPassphrase(t: Terminal): Promise<Answer> {
  const passphrase = secretIn(t.options, 'newPassphraseFile', t.standardInput);
  if (passphrase === undefined) throw wrongUse('passphrase: --new-passphrase-file <file | ->');
  await call(t, 'setup.changePassphrase', { current: t.means.passphrase ?? null, passphrase });
  const { protection } = await call(t, 'setup.status', {});
  return done({ protection: protection.state, opensBy: protection.ways });
}
