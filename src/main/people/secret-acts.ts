import { randomUUID } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { readRecoveryCode } from '#shared/rules/recovery-code.ts';
import { PASSWORD_LETTERS, PIN_DIGITS, secretFault } from '#shared/rules/secret.ts';
import { type Act, beginAct } from '../acts/record-act.ts';
import { appendAudit } from '../audit/audit-repository.ts';
import type { WardDb } from '../db/open.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { auditKeyOf } from '../keys/ward-secret.ts';
import { addRoles, makeOthersNurses, takeOnPerson } from '../ward/operator-repository.ts';
import { requireRights } from './access.ts';
import { isSignInOn, readStanding } from './access-repository.ts';
import { checkSecret } from './check-secret.ts';
import { writeCredential, writeSignInState } from './credential-repository.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { hashSecret } from './secret-hash.ts';

/** What the acts here need: the ward, and when it is. */
export interface At {
  ward: WardDb;
  zone: TimeZone;
  now: Instant;
  /** Of the desk, as it stands on the trail. */
  session: string;
}

/**
 * The first administrator: may manage people, and as team lead run the ward. Everybody who works here already gets
 * the role of a nurse, and signs in once the administrator has given them a first secret.
 */
export async function makeFirstAdministrator(
  at: At,
  { name, secret }: ParsedInputOf<'people.firstAdministrator'>,
): Promise<OutputOf<'people.firstAdministrator'>> {
  requireFit(secret);
  refuseUnless(!(await isSignInOn(at.ward.read)), 'has-administrator');
  const recoveryCode = newRecoveryCode();
  const [hash, codeHash] = await Promise.all([
    hashSecret(secret),
    hashSecret(readRecoveryCode(recoveryCode)),
  ]);
  const made = { at: at.now, mustChange: false };
  const id = await at.ward.write.transaction().execute(async (tx) => {
    // Asked again inside: two windows may have come this far at once.
    refuseUnless(!(await isSignInOn(tx)), 'has-administrator');
    const who = await takeOnPerson(tx, name);
    return recorded(tx, at, 'people.firstAdministrator', who, async (act) => {
      await makeOthersNurses(tx, who);
      await addRoles(tx, who, ['administrator', 'team-lead']);
      await writeCredential(tx, who, 'secret', hash, made);
      await writeCredential(tx, who, 'recovery', codeHash, made);
      await writeSignInState(tx, who, { failures: 0, locked_until: null, last_at: at.now });
      act.changes('operator', who, 'roles', '', 'administrator team-lead');
      return who;
    });
  });
  return { operatorId: id, recoveryCode };
}

/** By the code on paper. The code is used up: the next one is told with the answer. */
export async function recoverSecret(
  at: At,
  { operatorId: who, code, secret }: ParsedInputOf<'people.recover'>,
): Promise<OutputOf<'people.recover'>> {
  requireFit(secret);
  await checkSecret(at.ward, who, 'recovery', readRecoveryCode(code), at.now);
  const recoveryCode = newRecoveryCode();
  const [hash, codeHash] = await Promise.all([
    hashSecret(secret),
    hashSecret(readRecoveryCode(recoveryCode)),
  ]);
  const made = { at: at.now, mustChange: false };
  await at.ward.write.transaction().execute((tx) =>
    recorded(tx, at, 'people.recover', who, async (act) => {
      await writeCredential(tx, who, 'secret', hash, made);
      await writeCredential(tx, who, 'recovery', codeHash, made);
      await writeSignInState(tx, who, { failures: 0, locked_until: null, last_at: at.now });
      act.changes('operator', who, 'secret', null, 'recovered');
    }),
  );
  return { operatorId: who, recoveryCode };
}

/** One's own, by the present one; or somebody else's, as administrator, to be changed at the next sign-in. */
export async function setSecret(
  at: At,
  actor: OperatorId,
  { operatorId: who, secret, present }: ParsedInputOf<'people.setSecret'>,
): Promise<OutputOf<'people.setSecret'>> {
  requireFit(secret);
  const own = who === actor;
  if (own) {
    refuseUnless(present !== undefined, 'wrong-secret');
    refuseUnless(present !== secret, 'secret-same');
    await checkSecret(at.ward, who, 'secret', present, at.now);
  } else {
    const standing = await readStanding(at.ward.read, actor, at.now);
    refuseUnless(standing !== null, 'sign-in-needed');
    refuseUnless(!standing.mustChange, 'secret-must-change');
    const { rights } = standing;
    requireRights({ person: standing, has: (right) => rights.has(right), is: () => false }, [
      'people.manage',
    ]);
    refuseUnless((await readStanding(at.ward.read, who, at.now)) !== null, 'unknown-operator');
  }
  const hash = await hashSecret(secret);
  await at.ward.write.transaction().execute((tx) =>
    recorded(tx, at, 'people.setSecret', actor, async (act) => {
      await writeCredential(tx, who, 'secret', hash, { at: at.now, mustChange: !own });
      if (!own) await writeSignInState(tx, who, { failures: 0, locked_until: null });
      act.changes('operator', who, 'secret', null, own ? 'changed' : 'reset');
    }),
  );
  return { mustChange: !own };
}

/** An act like any other, but with nothing of the secret in its answer or in the hash of its input. */
async function recorded<T>(
  tx: Tx,
  { ward, now, zone, session }: At,
  procedure: string,
  who: OperatorId,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const { act, finish } = await beginAct(tx, procedure, { key: randomUUID(), operatorId: who }, now, zone);
  const value = await work(act);
  const digest = await finish({}, { actId: act.id });
  const person = await readStanding(tx, who, now);
  await appendAudit(tx, auditKeyOf(ward.secret), {
    ...{ at: now, operatorId: who, who: person?.name ?? '', roles: person?.roles.join(' ') ?? '' },
    ...{ session, procedure, outcome: 'done', act: { seq: act.seq, digest } },
  });
  return value;
}

function requireFit(secret: string): void {
  const fault = secretFault(secret);
  if (fault === null) return;
  const end = fault === 'too-long' ? 'most' : 'least';
  throw new Refusal(`secret-${fault}`, {
    pin: String(PIN_DIGITS[end]),
    password: String(PASSWORD_LETTERS[end]),
  });
}
