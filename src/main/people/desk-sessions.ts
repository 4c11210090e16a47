import { randomUUID } from 'node:crypto';
import type { AuditOutcome } from '#shared/contract/audit.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import { SESSION_ACTS } from '#shared/contract/people.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { addMinutes, type Instant, instantFromMillis, minutesBetween } from '#shared/rules/instant.ts';
import { appendAudit } from '../audit/audit-repository.ts';
import { WritingStopped } from '../db/write-latch.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { auditKeyOf } from '../keys/ward-secret.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { isSignInOn, readStanding } from './access-repository.ts';
import type { Actor } from './actor.ts';
import { checkSecret } from './check-secret.ts';
import { operatorOfBadge } from './credential-repository.ts';
import { type At, makeFirstAdministrator, recoverSecret, setSecret } from './secret-acts.ts';

/** Nobody is on duty for longer than a double shift; then the desk asks again. */
const LONGEST_SESSION_MINUTES = 12 * 60;
/** For how long a second person's proof waits for the act it is meant for. */
const PROOF_MINUTES = 2;

interface Session {
  id: string;
  operatorId: OperatorId;
  since: Instant;
  locked: boolean;
  proofs: { operatorId: OperatorId; until: Instant }[];
}

interface OpenWardOfDesk extends Omit<At, 'now'> {
  demo: boolean;
}

/** Who is signed in at one desk. It lives as long as the program: after a start everybody signs in anew. */
export class DeskSessions {
  readonly #ward: () => OpenWardOfDesk | null;
  readonly #clock: () => number;
  readonly #publish: (topics: readonly Topic[]) => void;
  #session: Session | null = null;
  /** Secrets are looked at one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    ward: () => OpenWardOfDesk | null,
    clock: () => number,
    publish: (topics: readonly Topic[]) => void,
  ) {
    this.#ward = ward;
    this.#clock = clock;
    this.#publish = publish;
  }

  /** The one for whom calls are made now; null while nobody is signed in or the desk is locked. */
  actor(): Actor {
    const session = this.#usable();
    if (!session) return null;
    const now = this.#now();
    session.proofs = session.proofs.filter(({ until }) => until > now);
    const { id, operatorId, proofs } = session;
    return { operatorId, sessionId: id, proven: proofs.map((proof) => proof.operatorId) };
  }

  /** A proof is for one act. */
  used(operatorId: OperatorId): void {
    const session = this.#session;
    if (session) session.proofs = session.proofs.filter((proof) => proof.operatorId !== operatorId);
  }

  /** What was typed stays on the screen behind the lock. */
  lock(): void {
    if (!this.#session || this.#session.locked) return;
    this.#session.locked = true;
    this.#session.proofs = [];
    this.#publish(['session']);
  }

  /** Another ward was opened: nobody is signed in there. */
  forget(): void {
    this.#session = null;
  }

  readonly handlers = {
    'people.status': async (): Promise<OutputOf<'people.status'>> => {
      const { ward, demo } = this.#open();
      const db = ward.read;
      const on = await isSignInOn(db);
      const signIn = await settingOf(db, 'signIn');
      const people = await db
        .selectFrom('credential')
        .innerJoin('operator', 'operator.id', 'credential.operator_id')
        .select(['operator.id as operatorId', 'operator.name'])
        .where('credential.kind', '=', 'secret')
        .where('operator.active', '=', 1)
        .orderBy('operator.name')
        .execute();
      const session = this.#usable(true);
      return {
        signInRequired: on,
        needsAdministrator: !on && !demo,
        locked: on && (session?.locked ?? true),
        signedIn: session && on ? await this.#signedIn(session) : null,
        lockAfterMinutes: signIn.lockAfterMinutes,
        watermark: signIn.watermark,
        people,
      };
    },
    'people.signIn': (input: ParsedInputOf<'people.signIn'>) =>
      this.#oneByOne(async (): Promise<OutputOf<'people.signIn'>> => {
        const at = this.#at();
        const operatorId = await this.#who(input.who);
        await this.#noted('people.signIn', operatorId, () =>
          checkSecret(at.ward, operatorId, 'secret', input.secret, at.now),
        );
        return this.#begin(operatorId);
      }),
    'people.whose': async ({ badge }: ParsedInputOf<'people.whose'>): Promise<OutputOf<'people.whose'>> => {
      const found = await operatorOfBadge(this.#open().ward.read, badge);
      refuseUnless(found !== null, 'unknown-badge');
      return found;
    },
    'people.lock': async (): Promise<OutputOf<'people.lock'>> => {
      this.lock();
      return { locked: this.#session?.locked ?? false };
    },
    'people.signOut': async (): Promise<OutputOf<'people.signOut'>> => {
      const signedOut = this.#session !== null;
      if (this.#session) await this.#note('people.signOut', this.#session.operatorId, 'seen');
      this.#session = null;
      this.#publish(['session']);
      return { signedOut };
    },
    'people.prove': (input: ParsedInputOf<'people.prove'>) =>
      this.#oneByOne(async (): Promise<OutputOf<'people.prove'>> => {
        const session = this.#usable();
        refuseUnless(session !== null, 'sign-in-needed');
        const { ward, now } = this.#at();
        const operatorId = await this.#who(input.who);
        const { mustChange } = await this.#noted('people.prove', operatorId, () =>
          checkSecret(ward, operatorId, 'secret', input.secret, now),
        );
        refuseUnless(!mustChange, 'secret-must-change');
        const until = addMinutes(now, PROOF_MINUTES);
        session.proofs.push({ operatorId, until });
        const { name } = (await readStanding(ward.read, operatorId, now)) ?? { name: '' };
        return { operatorId, name, until };
      }),
    'people.firstAdministrator': (input: ParsedInputOf<'people.firstAdministrator'>) =>
      this.#oneByOne(async () => {
        const made = await makeFirstAdministrator(this.#at(), input);
        await this.#begin(made.operatorId);
        return made;
      }),
    'people.recover': (input: ParsedInputOf<'people.recover'>) =>
      this.#oneByOne(async () => {
        const made = await this.#noted('people.recover', input.operatorId, () =>
          recoverSecret(this.#at(), input),
        );
        await this.#begin(made.operatorId);
        return made;
      }),
    'people.setSecret': (input: ParsedInputOf<'people.setSecret'>) =>
      this.#oneByOne(async () => {
        const session = this.#usable();
        refuseUnless(session !== null, 'sign-in-needed');
        const { operatorId } = session;
        const set = await this.#noted('people.setSecret', operatorId, () =>
          setSecret(this.#at(), operatorId, input),
        );
        this.#publish(['session', 'operators']);
        return set;
      }),
  };

  /** Puts an attempt on the audit trail, whatever comes of it; what is an act has its own row when it is done. */
  async #noted<T>(procedure: string, operatorId: OperatorId, attempt: () => Promise<T>): Promise<T> {
    try {
      const value = await attempt();
      if (!SESSION_ACTS.some((act) => act === procedure)) await this.#note(procedure, operatorId, 'done');
      return value;
    } catch (error) {
      if (error instanceof Refusal) await this.#note(procedure, operatorId, 'refused', error.code);
      throw error;
    }
  }

  /** Signing in must stay possible where nothing can be written. */
  async #note(procedure: string, operatorId: OperatorId, outcome: AuditOutcome, code = ''): Promise<void> {
    const { ward, now } = this.#at();
    const person = await readStanding(ward.read, operatorId, now);
    const entry = {
      ...{ at: now, operatorId: person ? operatorId : null, who: person?.name ?? '' },
      ...{ roles: person?.roles.join(' ') ?? '', session: this.#session?.id ?? '', procedure, outcome, code },
    };
    try {
      await ward.write.transaction().execute((tx) => appendAudit(tx, auditKeyOf(ward.secret), entry));
    } catch (error) {
      if (!(error instanceof WritingStopped)) throw error;
    }
  }

  #now(): Instant {
    return instantFromMillis(this.#clock());
  }

  #open(): OpenWardOfDesk {
    const open = this.#ward();
    if (!open) throw new Refusal('ward-missing', { folder: '' });
    return open;
  }

  #at(): At {
    return { ...this.#open(), now: this.#now() };
  }

  #usable(evenLocked = false): Session | null {
    const session = this.#session;
    if (!session) return null;
    if (minutesBetween(session.since, this.#now()) > LONGEST_SESSION_MINUTES) session.locked = true;
    return session.locked && !evenLocked ? null : session;
  }

  async #begin(operatorId: OperatorId): Promise<OutputOf<'people.signIn'>> {
    this.#session = { id: randomUUID(), operatorId, since: this.#now(), locked: false, proofs: [] };
    this.#publish(['session', 'operators']);
    const signedIn = await this.#signedIn(this.#session);
    refuseUnless(signedIn !== null, 'sign-in-needed');
    return signedIn;
  }

  async #signedIn({ operatorId, since }: Session): Promise<OutputOf<'people.status'>['signedIn']> {
    const standing = await readStanding(this.#open().ward.read, operatorId, this.#now());
    if (!standing) return null;
    const { name, roles, rights, zones, breakGlass, mustChange } = standing;
    return {
      ...{ operatorId, name, since, roles, rights: [...rights], zones, mustChange },
      breakGlass: breakGlass && { until: breakGlass.until, reason: breakGlass.reason },
    };
  }

  async #who(who: ParsedInputOf<'people.signIn'>['who']): Promise<OperatorId> {
    if ('operatorId' in who) return who.operatorId;
    const found = await operatorOfBadge(this.#open().ward.read, who.badge);
    refuseUnless(found !== null, 'unknown-badge');
    return found.operatorId;
  }

  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work);
    this.#last = next.catch(() => undefined);
    return next;
  }
}
