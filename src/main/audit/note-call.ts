import type { AuditOutcome } from '#shared/contract/audit.ts';
import { AUDITED_APART, AUDITED_READS, FILES_MADE } from '#shared/contract/audited-reads.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { RefusalCode } from '#shared/messages/refusals.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import type { Refusal } from '../ipc/refusal.ts';
import { type Access, namedIn } from '../people/access.ts';
import { findWho } from '../people/access-repository.ts';
import type { Actor } from '../people/actor.ts';
import { appendAudit } from './audit-repository.ts';
import { RESTORE } from './heads-of-copies.ts';
import { Sights } from './sights.ts';
import { subjectOf } from './subject-of.ts';

/** Refusals that say nothing of who may do what: a form that was not filled in, a lock that was busy, a change of mind. */
const NOT_NOTED: ReadonlySet<string> = new Set(['bad-input', 'ward-busy', 'writing-stopped', 'cancelled']);
/** Whoever is named in what was asked did not show that they are the one who asks. */
const NOT_PROVEN: ReadonlySet<string> = new Set(['sign-in-needed', 'not-signed-in-as']);
const OF_RIGHTS: ReadonlySet<string> = new Set([...NOT_PROVEN, 'not-allowed', 'secret-must-change']);

export interface AskedCall {
  name: ProcedureName;
  input: unknown;
  actor: Actor;
  now: Instant;
}

/** Puts calls of one ward on its audit trail. */
export class CallNotes {
  readonly #ward: WardDb;
  readonly #key: Uint8Array;
  readonly #sights = new Sights();
  #writing: Promise<void> = Promise.resolve();

  constructor(ward: WardDb, key: Uint8Array) {
    this.#ward = ward;
    this.#key = key;
  }

  /** An act, in its own transaction: both are written or neither. */
  async done(tx: Tx, call: AskedCall, access: Access, act: { seq: number; digest: string }): Promise<void> {
    await appendAudit(tx, this.#key, { ...(await whoOf(tx, call, access)), outcome: 'done', act });
  }

  /** Whom it was refused: nobody is named for what somebody else tried in their name. */
  async refused(call: AskedCall, { code }: Pick<Refusal, 'code'>): Promise<void> {
    if (NOT_NOTED.has(code) || isNobody(call)) return;
    const inNameOf = NOT_PROVEN.has(code) ? namedIn(call.input) : null;
    await this.#write({ call, access: null, outcome: 'refused', code, inNameOf });
  }

  /**
   * What the desk answered without the ward's router: sealing, keys, copies. A restore has a row of its own, and who may
   * not have it was told, and noted, before.
   */
  async apart(call: AskedCall, reply: Reply): Promise<void> {
    if (!AUDITED_APART.has(call.name) || (isNobody(call) && call.name !== UNLOCK)) return;
    if (reply.ok && call.name !== RESTORE) await this.#write({ call, access: null, outcome: 'done' });
    if (reply.ok || reply.kind !== 'refused' || OF_RIGHTS.has(reply.refusal.code)) return;
    await this.refused(call, { code: reply.refusal.code as RefusalCode });
  }

  /** That somebody who signed in looked at what is sensitive. Written one after the other, in the background. */
  seen(call: AskedCall, access: Access, failed: (error: unknown) => void): void {
    const { person } = access;
    if (person === null || !AUDITED_READS.has(call.name)) return;
    const sight = Sights.keyOf(person.operatorId, call.name, call.input);
    // A file that is made is one every time: each can be carried away.
    if (this.#sights.has(sight, call.now) && !FILES_MADE.has(call.name)) return;
    this.#sights.add(sight, call.now);
    this.#writing = this.#writing
      .then(() => this.#write({ call, access, outcome: 'seen' }))
      .catch((error) => {
        this.#sights.drop(sight);
        failed(error);
      });
  }

  settled(): Promise<void> {
    return this.#writing;
  }

  async #write({ call, access, outcome, code = '', inNameOf = null }: Note): Promise<void> {
    await this.#ward.write.transaction().execute(async (tx) => {
      const who = await whoOf(tx, call, access, inNameOf);
      await appendAudit(tx, this.#key, { ...who, outcome, code });
    });
  }
}

/** Before it nobody can have signed in; that it was done is told all the same. */
const UNLOCK: ProcedureName = 'setup.unlock';

/** A ward in which nobody signs in has nobody to name for what is only asked. */
const isNobody = ({ input, actor }: AskedCall): boolean => actor === null && namedIn(input) === null;

interface Note {
  call: AskedCall;
  access: Access | null;
  outcome: AuditOutcome;
  code?: string;
  /** Somebody who did not show that it was them. */
  inNameOf?: OperatorId | null;
}

async function whoOf(
  db: Reads,
  { name, input, actor, now }: AskedCall,
  access: Access | null,
  inNameOf: OperatorId | null = null,
) {
  const signedIn = actor !== null && actor !== 'desk' ? actor.operatorId : null;
  const operatorId = inNameOf === null ? (namedIn(input) ?? signedIn) : signedIn;
  const person = access?.person ?? (operatorId === null ? null : await findWho(db, operatorId));
  return {
    at: now,
    operatorId: person ? operatorId : null,
    who: person?.name ?? '',
    roles: person?.roles.join(' ') ?? '',
    session: actor !== null && actor !== 'desk' ? actor.sessionId : '',
    procedure: name,
    subject: inNameOf === null ? subjectOf(input) : `operatorId:${inNameOf}`,
  };
}
