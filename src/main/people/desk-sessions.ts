import { randomUUID } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { addMinutes, type Instant, instantFromMillis, minutesBetween } from '#shared/rules/instant.ts';
import { LONGEST_DUTY_MINUTES } from '#shared/rules/people-limits.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { isSignInOn, readStanding } from './access-repository.ts';
import type { Actor } from './actor.ts';
import { checkSecret } from './check-secret.ts';
import { listThoseWithSecret, operatorOfBadge } from './credential-repository.ts';
import { type At, makeFirstAdministrator, recoverSecret, setSecret } from './secret-acts.ts';
import { noted, noteSession } from './session-notes.ts';

/** For how long a second person's proof waits for the act it is meant for. */
const PROOF_MINUTES = 2;

interface Session {
  id: string;
  operatorId: OperatorId;
  since: Instant;
  locked: boolean;
  proofs: { operatorId: OperatorId; until: Instant }[];
}

interface OpenWardOfDesk extends Omit<At, 'now' | 'session'> {
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

  /**
   * A proof is for one act: it is spent when the call begins, so that two calls at once cannot share it. Answers how to
   * give it back where the act was refused.
   */
  spend(operatorId: OperatorId | null): () => void {
    const session = this.#session;
    const proof = session?.proofs.find((one) => one.operatorId === operatorId);
    if (!session || !proof) return () => undefined;
    session.proofs = session.proofs.filter((one) => one !== proof);
    return () => void session.proofs.push(proof);
  }

  /** What was typed stays on the screen behind the lock. */
  lock(): void {
    if (!this.#session || this.#session.locked) return;
    this.#session.locked = true;
    this.#session.proofs = [];
    this.#publish(['session']);
  }

  /**
   * A session ends with the longest duty, also behind the lock: nobody's page waits there for the next day. Those who
   * look around call it, since a locked desk asks nothing by itself.
   */
  endIfOver(): void {
    const session = this.#session;
    if (!session || minutesBetween(session.since, this.#now()) <= LONGEST_DUTY_MINUTES) return;
    this.#session = null;
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
      const people = await listThoseWithSecret(db);
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
        const id = randomUUID();
        const at = this.#at(id);
        const operatorId = await this.#who(input.who);
        await noted(at, 'people.signIn', operatorId, () =>
          checkSecret(at.ward, operatorId, 'secret', input.secret, at.now),
        );
        return this.#begin(operatorId, id);
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
      const ended = this.#session;
      this.#session = null;
      this.#publish(['session']);
      if (ended) await noteSession(this.#at(ended.id), 'people.signOut', ended.operatorId, 'done');
      return { signedOut: ended !== null };
    },
    'people.prove': (input: ParsedInputOf<'people.prove'>) =>
      this.#oneByOne(async (): Promise<OutputOf<'people.prove'>> => {
        const session = this.#usable();
        refuseUnless(session !== null, 'sign-in-needed');
        const at = this.#at(session.id);
        const { ward, now } = at;
        const operatorId = await this.#who(input.who);
        const { mustChange } = await noted(at, 'people.prove', operatorId, () =>
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
        const id = randomUUID();
        const made = await makeFirstAdministrator(this.#at(id), input);
        await this.#begin(made.operatorId, id);
        return made;
      }),
    'people.recover': (input: ParsedInputOf<'people.recover'>) =>
      this.#oneByOne(async () => {
        const id = randomUUID();
        const at = this.#at(id);
        const made = await noted(at, 'people.recover', input.operatorId, () => recoverSecret(at, input));
        await this.#begin(made.operatorId, id);
        return made;
      }),
    'people.setSecret': (input: ParsedInputOf<'people.setSecret'>) =>
      this.#oneByOne(async () => {
        const session = this.#usable();
        refuseUnless(session !== null, 'sign-in-needed');
        const { id, operatorId } = session;
        const at = this.#at(id);
        const set = await noted(at, 'people.setSecret', operatorId, () => setSecret(at, operatorId, input));
        this.#publish(['session', 'operators']);
        return set;
      }),
  };

  #now(): Instant {
    return instantFromMillis(this.#clock());
  }

  #open(): OpenWardOfDesk {
    const open = this.#ward();
    if (!open) throw new Refusal('ward-missing', { folder: '' });
    return open;
  }

  /** What an act about this desk needs, under the session that it is of. */
  #at(session: string): At {
    return { ...this.#open(), now: this.#now(), session };
  }

  #usable(evenLocked = false): Session | null {
    this.endIfOver();
    const session = this.#session;
    return session?.locked && !evenLocked ? null : session;
  }

  async #begin(operatorId: OperatorId, id: string): Promise<OutputOf<'people.signIn'>> {
    this.#session = { id, operatorId, since: this.#now(), locked: false, proofs: [] };
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
