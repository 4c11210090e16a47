import { randomUUID } from 'node:crypto';
import type { Progress } from '#shared/contract/bridge.ts';
import { contract, isProcedureName, type ProcedureName } from '#shared/contract/index.ts';
import type { ActHeader, Command, Procedure, Query, Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { type Instant, instantFromMillis, type TimeZone } from '#shared/rules/instant.ts';
import { beginAct, earlierReply } from '../acts/record-act.ts';
import type { WardDb } from '../db/open.ts';
import { WritingStopped } from '../db/write-latch.ts';
import type { CommandHandler, Context, Handlers, QueryHandler } from './context.ts';
import { NothingRecorded, Refusal } from './refusal.ts';

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

export interface RouterLog {
  /** A defect: ours, with its cause. Never holds input, which may name a patient. */
  defect(id: string, procedure: string, error: unknown): void;
  slow(procedure: string, millis: number): void;
}

export interface CallOptions {
  /** Set by the main process itself where a person has picked the path in the system's own dialog. */
  trustsPaths?: boolean;
  progress?: (progress: Progress) => void;
  cancelled?: () => boolean;
}

export type Router = (name: string, input: unknown, options?: CallOptions) => Promise<Reply>;

/** Slower than this and a person notices; see house style 12. */
const SLOW_MS = 40;

/**
 * The one way into the ward: checks the input, runs the handler in a snapshot or a transaction, checks what
 * it answers. A refusal and a defect both leave the data as they were. Imports no Electron, so the window,
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
      return { ok: true, value: await run(options, name, procedure, parsed.data, contextOf(options, call)) };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      if (isBusy(error)) return refused(new Refusal('ward-busy'));
      const id = randomUUID();
      if (error instanceof WritingStopped) {
        if (error.cause) options.log.defect(id, name, error.cause);
        return refused(new Refusal('writing-stopped', { problem: error.problem }));
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
  context: Context,
): Promise<unknown> {
  try {
    return procedure.kind === 'command'
      ? await runCommand(options, name, procedure, input as { act: ActHeader }, context)
      : await runQuery(options, name, procedure, input, context);
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
  context: Context,
): Promise<unknown> {
  const handler = handlers[name as keyof Handlers] as unknown as QueryHandler<never>;
  const value = await ward.read.transaction().execute((db) => handler(db, input as never, context));
  return procedure.output.parse(value);
}

async function runCommand(
  options: RouterOptions,
  name: ProcedureName,
  procedure: Command,
  input: { act: ActHeader },
  context: Context,
): Promise<unknown> {
  const handler = options.handlers[name as keyof Handlers] as unknown as CommandHandler<never>;
  let changed = true;
  const value = await options.ward.write.transaction().execute(async (tx) => {
    const earlier = await earlierReply(tx, input.act.key, name, input);
    if (earlier !== null) {
      changed = false;
      return procedure.output.parse(JSON.parse(earlier));
    }
    const { act, finish } = await beginAct(tx, name, input.act, context.now, context.zone);
    const answer = procedure.output.parse(await handler(tx, input as never, act, context));
    await finish(input, answer);
    return answer;
  });
  if (changed) options.publish(procedure.changes);
  return value;
}

function contextOf(options: RouterOptions, call: CallOptions): Context {
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

function refused(refusal: Refusal): Reply {
  return { ok: false, kind: 'refused', refusal: { code: refusal.code, params: { ...refusal.params } } };
}

function badInput(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): Refusal {
  const first = error.issues[0];
  return new Refusal('bad-input', {
    where: first?.path.map(String).join('.') || '(input)',
    problem: first?.message ?? '?',
  });
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
