import type { Topic } from '#shared/contract/procedure.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { addMinutes, type Instant, instantFromMillis, minutesBetween } from '#shared/rules/instant.ts';
import { LONGEST_DUTY_MINUTES } from '#shared/rules/people-limits.ts';
import type { Actor } from './actor.ts';

/** For how long a second person's proof waits for the act it is meant for. */
const PROOF_MINUTES = 2;

export interface Session {
  id: string;
  operatorId: OperatorId;
  since: Instant;
  locked: boolean;
  proofs: { operatorId: OperatorId; until: Instant }[];
}

/**
 * Who is signed in at one desk. It lives as long as the program: after a start everybody signs in anew. How somebody
 * comes to be signed in: sign-in-handlers.ts.
 */
export class DeskSessions {
  readonly #clock: () => number;
  readonly #publish: (topics: readonly Topic[]) => void;
  #session: Session | null = null;

  constructor(clock: () => number, publish: (topics: readonly Topic[]) => void) {
    this.#clock = clock;
    this.#publish = publish;
  }

  /** The one for whom calls are made now; null while nobody is signed in or the desk is locked. */
  actor(): Actor {
    const session = this.usable();
    if (!session) return null;
    const now = this.now();
    session.proofs = session.proofs.filter(({ until }) => until > now);
    const { id, operatorId, proofs } = session;
    return { operatorId, sessionId: id, proven: proofs.map((proof) => proof.operatorId) };
  }

  /** Whoever is signed in, also behind the lock. */
  present(): Session | null {
    this.endIfOver();
    return this.#session;
  }

  usable(): Session | null {
    const session = this.present();
    return session?.locked ? null : session;
  }

  begin(operatorId: OperatorId, id: string): Session {
    this.#session = { id, operatorId, since: this.now(), locked: false, proofs: [] };
    this.changed(['session', 'operators']);
    return this.#session;
  }

  /** Answers whose session it was. */
  end(): Session | null {
    const ended = this.#session;
    this.#session = null;
    this.changed(['session']);
    return ended;
  }

  /** A second person has shown who they are. Answers until when that waits for its act. */
  proven(session: Session, operatorId: OperatorId, at: Instant): Instant {
    const until = addMinutes(at, PROOF_MINUTES);
    session.proofs.push({ operatorId, until });
    return until;
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

  /** What was typed stays on the screen behind the lock. False where there is nobody to lock out. */
  lock(): boolean {
    const session = this.#session;
    if (session && !session.locked) {
      session.locked = true;
      session.proofs = [];
      this.changed(['session']);
    }
    return session !== null;
  }

  /**
   * A session ends with the longest duty, also behind the lock: nobody's page waits there for the next day. Those who
   * look around call it, since a locked desk asks nothing by itself.
   */
  endIfOver(): void {
    const session = this.#session;
    if (session && minutesBetween(session.since, this.now()) > LONGEST_DUTY_MINUTES) this.end();
  }

  /** Another ward was opened: nobody is signed in there. */
  forget(): void {
    this.#session = null;
  }

  now(): Instant {
    return instantFromMillis(this.#clock());
  }

  /** Tells the screens. */
  changed(topics: readonly Topic[]): void {
    this.#publish(topics);
  }
}
