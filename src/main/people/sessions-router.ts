import type { Reply } from '#shared/contract/refusal.ts';
import { sessions } from '#shared/contract/sessions.ts';
import { answerApart, type RouterLog } from '../ipc/replies.ts';
import type { SignInHandlers } from './sign-in-handlers.ts';

export const isOfSessions = (name: string): name is keyof typeof sessions => Object.hasOwn(sessions, name);

/** Answers what is about this desk rather than the ward: who is signed in, locking, secrets. */
export function callSessions(
  handlers: SignInHandlers,
  name: keyof typeof sessions,
  given: unknown,
  log: RouterLog,
): Promise<Reply> {
  const handler = handlers[name] as (input: unknown) => Promise<unknown>;
  return answerApart(sessions[name], { name, given, log }, handler);
}
