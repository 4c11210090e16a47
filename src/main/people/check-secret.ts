import type { OperatorId } from '#shared/contract/values.ts';
import { type Instant, instantFromMillis, millisOf } from '#shared/rules/instant.ts';
import { lockOutSeconds } from '#shared/rules/secret.ts';
import type { WardDb } from '../db/open.ts';
import { WritingStopped } from '../db/write-latch.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import {
  type CredentialKind,
  readCredential,
  readSignInState,
  writeCredential,
  writeSignInState,
} from './credential-repository.ts';
import { hashSecret, isOutdated, isSecret } from './secret-hash.ts';

/** How long an attempt takes at least while none can be counted, because nothing can be written. */
const UNCOUNTED_MS = 2_000;

/**
 * Refuses unless this is that person's secret. Every attempt is counted as a failure before it is looked at, in a
 * transaction of its own, and forgiven when it was right: so many attempts at once, from several desks, count as many.
 * While nothing can be written (full disk) a sign-in still works, slowly: the ward must stay readable.
 */
export async function checkSecret(
  ward: WardDb,
  operatorId: OperatorId,
  kind: CredentialKind,
  secret: string,
  now: Instant,
): Promise<{ mustChange: boolean }> {
  const credential = await readCredential(ward.read, operatorId, kind);
  if (!credential) {
    const name = await findOperatorName(ward.read, operatorId);
    refuseUnless(name !== undefined, 'unknown-operator');
    throw new Refusal('cannot-sign-in', { name });
  }
  const counted = await count(ward, operatorId, credential.name, now);
  if (!counted) await new Promise((over) => setTimeout(over, UNCOUNTED_MS));
  const right = await isSecret(credential.hash, secret);
  refuseUnless(right, kind === 'recovery' ? 'wrong-recovery-code' : 'wrong-secret');
  if (counted) await forgive(ward, operatorId, kind, credential, secret, now);
  return { mustChange: credential.must_change === 1 };
}

/** False where it could not be put on record. */
async function count(ward: WardDb, operatorId: OperatorId, name: string, now: Instant): Promise<boolean> {
  try {
    await ward.write.transaction().execute(async (tx) => {
      const state = await readSignInState(tx, operatorId);
      const failures = state?.failures ?? 0;
      const left = secondsLeft(failures, state?.locked_until ?? null, now);
      if (left > 0) throw new Refusal('locked-out', { name, seconds: String(left) });
      const delay = lockOutSeconds(failures + 1);
      const until = delay > 0 ? instantFromMillis(millisOf(now) + delay * 1000) : null;
      await writeSignInState(tx, operatorId, { failures: failures + 1, locked_until: until });
    });
    return true;
  } catch (error) {
    if (error instanceof WritingStopped) return false;
    throw error;
  }
}

/** Never longer than the delay itself: a clock that was set back must not keep somebody out for a day. */
function secondsLeft(failures: number, until: Instant | null, now: Instant): number {
  if (until === null) return 0;
  const left = Math.ceil((millisOf(until) - millisOf(now)) / 1000);
  return Math.min(left, lockOutSeconds(failures));
}

async function forgive(
  ward: WardDb,
  operatorId: OperatorId,
  kind: CredentialKind,
  credential: { hash: string; must_change: 0 | 1 },
  secret: string,
  now: Instant,
): Promise<void> {
  const renewed = isOutdated(credential.hash) ? await hashSecret(secret) : null;
  await ward.write.transaction().execute(async (tx) => {
    await writeSignInState(tx, operatorId, { failures: 0, locked_until: null, last_at: now });
    if (renewed)
      await writeCredential(tx, operatorId, kind, renewed, {
        at: now,
        mustChange: credential.must_change === 1,
      });
  });
}
