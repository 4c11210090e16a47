import type { Reply } from '#shared/contract/refusal.ts';
import { sessions } from '#shared/contract/sessions.ts';
import { answerApart, type RouterLog } from '../ipc/replies.ts';
import type { DeskSessions } from './desk-sessions.ts';

export const isOfSessions = (name: string): name is keyof typeof sessions => Object.hasOwn(sessions, name);

/** Answers what is about this desk rather than the ward: who is signed in, locking, secrets. */
export function callSessions(
  desk: DeskSessions,
  name: keyof typeof sessions,
  given: unknown,
  log: RouterLog,
): Promise<Reply> {
  const handler = desk.handlers[name] as (input: unknown) => Promise<unknown>;
  return answerApart(sessions[name], { name, given, log }, handler);
}
