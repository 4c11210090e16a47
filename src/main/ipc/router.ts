import { randomUUID } from 'node:crypto';
import type { Progress } from '#shared/contract/bridge.ts';
import { contract, isProcedureName } from '#shared/contract/index.ts';
import type { ActHeader, Command, Procedure, Query, Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis, type TimeZone } from '#shared/rules/instant.ts';
import { maskIdentity } from '#shared/rules/mask-identity.ts';
import { beginAct, earlierReply } from '../acts/record-act.ts';
import { type AskedCall, CallNotes } from '../audit/note-call.ts';
import type { WardDb } from '../db/open.ts';
import { WritingStopped } from '../db/write-latch.ts';
import { auditKeyOf } from '../keys/ward-secret.ts';
import { type Access, accessFor } from '../people/access.ts';
import type { Actor } from '../people/actor.ts';
import { requireOwnZones } from '../people/own-zones.ts';
import type { CommandHandler, Context, Handlers, QueryHandler } from './context.ts';
import { NothingRecorded, Refusal } from './refusal.ts';
import { badInput, type RouterLog, refused, replyTo } from './replies.ts';

export type { RouterLog } from './replies.ts';

export interface RouterOptions {
  ward: WardDb;
  zone: TimeZone;
  exportFolder: string;
  trustsPaths: boolean;
  handlers: Handlers;
  /** Milliseconds since 1970; the only clock. */
  clock: () => number;
  /** Called after a commit, never before. */
  publish: (topics: readonly Topic[]) => void;
  log: RouterLog;
}

export interface CallOptions {
  /** Who calls; set by the main process, never by a page. Left out: nobody. */
  actor?: Actor;
  /** Set by the main process itself where a person has picked the path in the system's own dialog. */
  trustsPaths?: boolean;
  progress?: (progress: Progress) => void;
  cancelled?: () => boolean;
}

export interface Router {
  (name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Resolves once everything that was asked is answered and on the audit trail; awaited before the ward is closed. */
  settled(): Promise<void>;
  /** Puts on the trail what the desk answered by itself, such as a new recovery key; see contract/audited-reads.ts. */
  noteApart(asked: AskedCall, reply: Reply): Promise<void>;
  /** Puts on the trail that somebody may not have what the desk was asked for. */
  noteRefused(asked: AskedCall, refusal: Refusal): Promise<void>;
}

/** Slower than this and a person notices; see house style 12. */
const SLOW_MS = 40;

/**
 * The one way into the ward: checks the input and the right to ask, runs the handler in a snapshot or a transaction,
 * checks what it answers, masks what whoever asks may not see, and puts it on the trail. A refusal and a defect both
 * leave the data as they were. Imports no Electron, so the window, the terminal and the tests come by here alike.
 */
export function createRouter(options: RouterOptions): Router {
  const auditKey = auditKeyOf(options.ward.secret);
  const notes = new CallNotes(options.ward, auditKey);
  const failed = (name: string) => (error: unknown) => notNoted(options.log, name, error);
  const running = new Set<Promise<Reply>>();
  const answer = async (name: string, input: unknown, given: CallOptions): Promise<Reply> => {
    if (!isProcedureName(name) || !Object.hasOwn(options.handlers, name))
      return refused(new Refusal('unknown-procedure', { name: name.slice(0, 80) }));
    const procedure: Procedure = contract[name];
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) return refused(badInput(parsed.error));
    const context = { ...contextOf(options, given), auditKey, wardFile: options.ward.file };
    const asked = { name, input: parsed.data, actor: given.actor ?? null, now: context.now };
    const started = performance.now();
    try {
      return { ok: true, value: await run(options, procedure, { asked, context, notes }) };
    } catch (error) {
      if (error instanceof Refusal) await notes.refused(asked, error).catch(failed(name));
      return replyTo(error, name, options.log);
    } finally {
      const millis = performance.now() - started;
      if (millis > SLOW_MS && procedure.runs === 'here') options.log.slow(name, millis);
    }
  };
  const call = (name: string, input: unknown, given: CallOptions = {}): Promise<Reply> => {
    const reply = answer(name, input, given).finally(() => running.delete(reply));
    running.add(reply);
    return reply;
  };
  return Object.assign(call, {
    settled: async () => {
      await Promise.allSettled(running);
      await notes.settled();
    },
    noteApart: (asked: AskedCall, reply: Reply) => notes.apart(asked, reply).catch(failed(asked.name)),
    noteRefused: (asked: AskedCall, why: Refusal) => notes.refused(asked, why).catch(failed(asked.name)),
  });
}

/** One call under way. */
interface Running {
  asked: AskedCall;
  context: Omit<Context, 'access'>;
  notes: CallNotes;
}

async function run(options: RouterOptions, procedure: Procedure, running: Running): Promise<unknown> {
  let access: Access | null = null;
  const found = (one: Access): Access => {
    access = one;
    return one;
  };
  try {
    return procedure.kind === 'command'
      ? await runCommand(options, procedure, running, found)
      : await runQuery(options, procedure, running, found);
  } catch (error) {
    if (error instanceof NothingRecorded && access)
      return masked(access, procedure.output.parse(error.value));
    throw error;
  }
}

/** While nothing can be written nothing is noted either: that was told when it began, and not at every look. */
function notNoted(log: RouterLog, name: string, error: unknown): void {
  if (error instanceof WritingStopped && error.cause === undefined) return;
  log.defect(randomUUID(), name, error);
}

async function runQuery(
  { ward, handlers, log }: RouterOptions,
  procedure: Query,
  { asked, context, notes }: Running,
  found: (access: Access) => Access,
): Promise<unknown> {
  const { name, input, actor } = asked;
  const handler = handlers[name as keyof Handlers] as unknown as QueryHandler<never>;
  const [value, access] = await ward.read.transaction().execute(async (db) => {
    const one = found(await accessFor(db, name, input, actor, context.now));
    const answer = procedure.output.parse(await handler(db, input as never, { ...context, access: one }));
    return [masked(one, answer), one] as const;
  });
  // Not waited for: another desk may be writing for seconds, and somebody wants to read.
  notes.seen(asked, access, (error) => notNoted(log, name, error));
  return value;
}

/** At the source: a whole number that somebody may not see never crosses the process border. */
const masked = (access: Access, value: unknown): unknown =>
  access.has('patients.identity') ? value : maskIdentity(value);

async function runCommand(
  options: RouterOptions,
  procedure: Command,
  { asked, context, notes }: Running,
  found: (access: Access) => Access,
): Promise<unknown> {
  const { name, actor } = asked;
  const input = asked.input as { act: ActHeader };
  const handler = options.handlers[name as keyof Handlers] as unknown as CommandHandler<never>;
  let changed = true;
  const value = await options.ward.write.transaction().execute(async (tx) => {
    const access = found(await accessFor(tx, name, input, actor, context.now));
    const earlier = await earlierReply(tx, input.act.key, name, input);
    if (earlier !== null) {
      changed = false;
      return masked(access, procedure.output.parse(JSON.parse(earlier)));
    }
    const { act, touched, finish } = await beginAct(tx, name, input.act, context.now, context.zone);
    const answer = procedure.output.parse(await handler(tx, input as never, act, { ...context, access }));
    await requireOwnZones(tx, access, touched());
    const digest = await finish(input, answer);
    await notes.done(tx, asked, access, { seq: act.seq, digest });
    return masked(access, answer);
  });
  if (changed) options.publish(procedure.changes);
  return value;
}

function contextOf(
  options: RouterOptions,
  call: CallOptions,
): Omit<Context, 'access' | 'auditKey' | 'wardFile'> {
  return {
    now: instantFromMillis(options.clock()) as Instant,
    zone: options.zone,
    exportFolder: options.exportFolder,
    trustsPaths: call.trustsPaths ?? options.trustsPaths,
    progress: (progress) => {
      if (call.cancelled?.()) throw new Refusal('cancelled');
      call.progress?.(progress);
    },
  };
}
