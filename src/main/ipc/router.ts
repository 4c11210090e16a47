import { randomUUID } from 'node:crypto';
import type { Progress } from '#shared/contract/bridge.ts';
import { contract, isProcedureName, type ProcedureName } from '#shared/contract/index.ts';
import type { ActHeader, Command, Procedure, Query, Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis, type TimeZone } from '#shared/rules/instant.ts';
import { maskIdentity } from '#shared/rules/mask-identity.ts';
import { beginAct, earlierReply } from '../acts/record-act.ts';
import type { WardDb } from '../db/open.ts';
import { ReadingFailed, WritingStopped } from '../db/write-latch.ts';
import { type Access, accessFor } from '../people/access.ts';
import type { Actor } from '../people/actor.ts';
import { requireOwnZones } from '../people/own-zones.ts';
import type { CommandHandler, Context, Handlers, QueryHandler } from './context.ts';
import { NothingRecorded, Refusal } from './refusal.ts';
import { badInput, type RouterLog, refused } from './replies.ts';

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

export type Router = (name: string, input: unknown, options?: CallOptions) => Promise<Reply>;

/** Slower than this and a person notices; see house style 12. */
const SLOW_MS = 40;

/**
 * The one way into the ward: checks the input and the right to ask, runs the handler in a snapshot or a transaction,
 * checks what it answers and masks what whoever asks may not see. A refusal and a defect both leave the data as they were. Imports no Electron, so the window,
 * the terminal and the tests come by here alike.
 */
export function createRouter(options: RouterOptions): Router {
  return async (name, input, call = {}) => {
    if (!isProcedureName(name) || !Object.hasOwn(options.handlers, name))
      return refused(new Refusal('unknown-procedure', { name: name.slice(0, 80) }));
    const procedure: Procedure = contract[name];
    const parsed = procedure.input.safeParse(input);
    if (!parsed.success) return refused(badInput(parsed.error));
    const started = performance.now();
    try {
      const context = contextOf(options, call);
      return {
        ok: true,
        value: await run(options, name, procedure, parsed.data, context, call.actor ?? null),
      };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      if (isBusy(error)) return refused(new Refusal('ward-busy'));
      const id = randomUUID();
      if (error instanceof WritingStopped) {
        if (error.cause) options.log.defect(id, name, error.cause);
        return refused(new Refusal('writing-stopped', { problem: error.problem }));
      }
      if (error instanceof ReadingFailed) {
        options.log.defect(id, name, error.cause);
        return refused(new Refusal('reading-failed', { problem: error.problem }));
      }
      options.log.defect(id, name, error);
      return { ok: false, kind: 'defect', id };
    } finally {
      const millis = performance.now() - started;
      if (millis > SLOW_MS && procedure.runs === 'here') options.log.slow(name, millis);
    }
  };
}

async function run(
  options: RouterOptions,
  name: ProcedureName,
  procedure: Procedure,
  input: unknown,
  context: WithoutAccess,
  actor: Actor,
): Promise<unknown> {
  try {
    return procedure.kind === 'command'
      ? await runCommand(options, name, procedure, input as { act: ActHeader }, context, actor)
      : await runQuery(options, name, procedure, input, context, actor);
  } catch (error) {
    if (error instanceof NothingRecorded) return procedure.output.parse(error.value);
    throw error;
  }
}

async function runQuery(
  { ward, handlers }: RouterOptions,
  name: ProcedureName,
  procedure: Query,
  input: unknown,
  context: WithoutAccess,
  actor: Actor,
): Promise<unknown> {
  const handler = handlers[name as keyof Handlers] as unknown as QueryHandler<never>;
  return ward.read.transaction().execute(async (db) => {
    const access = await accessFor(db, name, input, actor, context.now);
    const value = await handler(db, input as never, { ...context, access });
    return masked(access, procedure.output.parse(value));
  });
}

/** At the source: a whole number that somebody may not see never crosses the process border. */
const masked = (access: Access, value: unknown): unknown =>
  access.has('patients.identity') ? value : maskIdentity(value);

async function runCommand(
  options: RouterOptions,
  name: ProcedureName,
  procedure: Command,
  input: { act: ActHeader },
  context: WithoutAccess,
  actor: Actor,
): Promise<unknown> {
  const handler = options.handlers[name as keyof Handlers] as unknown as CommandHandler<never>;
  let changed = true;
  const value = await options.ward.write.transaction().execute(async (tx) => {
    const access = await accessFor(tx, name, input, actor, context.now);
    const earlier = await earlierReply(tx, input.act.key, name, input);
    if (earlier !== null) {
      changed = false;
      return masked(access, procedure.output.parse(JSON.parse(earlier)));
    }
    const { act, touched, finish } = await beginAct(tx, name, input.act, context.now, context.zone);
    const answer = procedure.output.parse(await handler(tx, input as never, act, { ...context, access }));
    await requireOwnZones(tx, access, touched());
    await finish(input, answer);
    return masked(access, answer);
  });
  if (changed) options.publish(procedure.changes);
  return value;
}

type WithoutAccess = Omit<Context, 'access'>;

function contextOf(options: RouterOptions, call: CallOptions): WithoutAccess {
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

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
