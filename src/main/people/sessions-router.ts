import { randomUUID } from 'node:crypto';
import { sessions } from '#shared/contract/people.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { WritingStopped } from '../db/write-latch.ts';
import { Refusal } from '../ipc/refusal.ts';
import { badInput, type RouterLog, refused } from '../ipc/replies.ts';
import type { DeskSessions } from './desk-sessions.ts';

export const isOfSessions = (name: string): name is keyof typeof sessions => Object.hasOwn(sessions, name);

/** Answers what is about this desk rather than the ward: who is signed in, locking, secrets. */
export async function callSessions(
  desk: DeskSessions,
  name: keyof typeof sessions,
  input: unknown,
  log: RouterLog,
): Promise<Reply> {
  const parsed = sessions[name].input.safeParse(input);
  if (!parsed.success) return refused(badInput(parsed.error));
  try {
    const handler = desk.handlers[name] as (given: unknown) => Promise<unknown>;
    return { ok: true, value: sessions[name].output.parse(await handler(parsed.data)) };
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    if (error instanceof WritingStopped)
      return refused(new Refusal('writing-stopped', { problem: error.problem }));
    const id = randomUUID();
    log.defect(id, name, error);
    return { ok: false, kind: 'defect', id };
  }
}
