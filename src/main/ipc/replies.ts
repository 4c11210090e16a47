import { randomUUID } from 'node:crypto';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { RefusalView, Reply } from '#shared/contract/refusal.ts';
import type { RefusalCode } from '#shared/messages/refusals.ts';
import { isBusy } from '../db/sqlite-error.ts';
import { ReadingFailed, WritingStopped } from '../db/write-latch.ts';
import { Refusal } from './refusal.ts';

export interface RouterLog {
  /** A defect: ours, with its cause. Never holds input, which may name a patient. */
  defect(id: string, procedure: string, error: unknown): void;
  slow(procedure: string, millis: number): void;
}

/** A refusal as it crosses the border; its sentence is made where it is shown. */
export const viewOf = ({ code, params }: Refusal): RefusalView => ({ code, params: { ...params } });

export const refused = (refusal: Refusal): Reply => ({
  ok: false,
  kind: 'refused',
  refusal: viewOf(refusal),
});

/** What is wrong with an input, and where in it. */
export function badInput(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): Refusal {
  const first = error.issues[0];
  return new Refusal('bad-input', {
    where: first?.path.map(String).join('.') || '(input)',
    problem: first?.message ?? '?',
  });
}

/** What an error of a call is to whoever made it: a refusal, or a defect that is in the log under the id of the reply. */
export function replyTo(error: unknown, name: string, log: RouterLog): Reply {
  if (error instanceof Refusal) return refused(error);
  if (isBusy(error)) return refused(new Refusal('ward-busy'));
  const id = randomUUID();
  if (error instanceof WritingStopped) {
    if (error.cause) log.defect(id, name, error.cause);
    return refused(new Refusal('writing-stopped', { problem: error.problem }));
  }
  if (error instanceof ReadingFailed) {
    log.defect(id, name, error.cause);
    return refused(new Refusal('reading-failed', { problem: error.problem }));
  }
  log.defect(id, name, error);
  return { ok: false, kind: 'defect', id };
}

/**
 * Answers a procedure that has no transaction of the ward to run in: about this desk, its files or its window. Parses,
 * works, checks the answer, and never throws.
 */
export async function answerApart(
  { input, output }: Pick<Procedure, 'input' | 'output'>,
  { name, given, log }: { name: string; given: unknown; log: RouterLog },
  work: (parsed: never) => unknown,
): Promise<Reply> {
  const parsed = input.safeParse(given);
  if (!parsed.success) return refused(badInput(parsed.error));
  try {
    return { ok: true, value: output.parse(await work(parsed.data as never)) };
  } catch (error) {
    return replyTo(error, name, log);
  }
}

/** What another procedure answered, for whoever asked it on the way to an answer of their own; its refusal is theirs. */
export function answerOf<T>(reply: Reply): T {
  if (reply.ok) return reply.value as T;
  if (reply.kind === 'refused') throw new Refusal(reply.refusal.code as RefusalCode, reply.refusal.params);
  throw new Error(`defect ${reply.id} on the way`);
}
