import type { AuditOutcome } from '#shared/contract/audit.ts';
import { AUDITED_READS } from '#shared/contract/audited-reads.ts';
import type { ProcedureName } from '#shared/contract/index.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import type { Refusal } from '../ipc/refusal.ts';
import { type Access, namedIn } from '../people/access.ts';
import type { Actor } from '../people/actor.ts';
import { appendAudit } from './audit-repository.ts';

/** A page that is looked at asks again at every change of the ward: within this it is one sight. */
const ONE_SIGHT_MS = 10 * 60_000;

/** Refusals that say nothing of who may do what: a form that was not filled in, a lock that was busy, a change of mind. */
const NOT_NOTED: ReadonlySet<string> = new Set(['bad-input', 'ward-busy', 'writing-stopped', 'cancelled']);

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
  readonly #seen = new Map<string, number>();
  #writing: Promise<void> = Promise.resolve();

  constructor(ward: WardDb, key: Uint8Array) {
    this.#ward = ward;
    this.#key = key;
  }

  /** An act, in its own transaction: both are written or neither. */
  async done(tx: Tx, call: AskedCall, access: Access, act: { seq: number; digest: string }): Promise<void> {
    await appendAudit(tx, this.#key, { ...(await whoOf(tx, call, access)), outcome: 'done', act });
  }

  async refused(call: AskedCall, { code }: Refusal): Promise<void> {
    if (NOT_NOTED.has(code) || isNobody(call)) return;
    await this.#write({ call, access: null, outcome: 'refused', code });
  }

  /** That somebody who signed in looked at what is sensitive. Written one after the other, in the background. */
  seen(call: AskedCall, access: Access, failed: (error: unknown) => void): void {
    const { person } = access;
    if (person === null || !AUDITED_READS.has(call.name)) return;
    const sight = `${person.operatorId} ${call.name} ${subjectOf(call.input)}`;
    const now = millisOf(call.now);
    const last = this.#seen.get(sight);
    if (last !== undefined && Math.abs(now - last) < ONE_SIGHT_MS) return;
    this.#seen.set(sight, now);
    this.#writing = this.#writing.then(() => this.#write({ call, access, outcome: 'seen' }).catch(failed));
  }

  settled(): Promise<void> {
    return this.#writing;
  }

  async #write({ call, access, outcome, code }: Note): Promise<void> {
    await this.#ward.write.transaction().execute(async (tx) => {
      await appendAudit(tx, this.#key, {
        ...(await whoOf(tx, call, access)),
        outcome,
        ...(code ? { code } : {}),
      });
    });
  }
}

/** A ward in which nobody signs in has nobody to name for what is only asked. */
const isNobody = ({ input, actor }: AskedCall): boolean => actor === null && namedIn(input) === null;

interface Note {
  call: AskedCall;
  access: Access | null;
  outcome: AuditOutcome;
  code?: string;
}

async function whoOf(db: Reads, { name, input, actor, now }: AskedCall, access: Access | null) {
  const named = namedIn(input);
  const operatorId = named ?? (actor !== null && actor !== 'desk' ? actor.operatorId : null);
  const known = operatorId === null ? null : await readWho(db, operatorId);
  return {
    at: now,
    operatorId: known ? operatorId : null,
    who: access?.person?.name ?? known?.name ?? '',
    roles: (access?.person?.roles ?? known?.roles ?? []).join(' '),
    session: actor !== null && actor !== 'desk' ? actor.sessionId : '',
    procedure: name,
    subject: subjectOf(input),
  };
}

async function readWho(db: Reads, operatorId: OperatorId) {
  const person = await db
    .selectFrom('operator')
    .select('name')
    .where('id', '=', operatorId)
    .executeTakeFirst();
  if (!person) return null;
  const roles = await db
    .selectFrom('operator_role')
    .select('role')
    .where('operator_id', '=', operatorId)
    .orderBy('role')
    .execute();
  return { name: person.name, roles: roles.map(({ role }) => role) };
}

const SUBJECTS = [
  'stayId',
  'bedId',
  'zoneId',
  'careUnitId',
  'listId',
  'rosterId',
  'labFileId',
  'cutOff',
  'person',
];

/** Whom or what an input is about, as `stayId:…`; of an act the rest stands with its subjects. */
function subjectOf(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  for (const key of SUBJECTS) {
    const value = Object.hasOwn(input, key) ? (input as Record<string, unknown>)[key] : undefined;
    if (typeof value === 'string') return `${key}:${value.slice(0, 80)}`;
  }
  return '';
}
