import { z } from 'zod';
import type { DeskEvent, Progress } from '#shared/contract/bridge.ts';
import {
  contract,
  isProcedureName,
  type OutputOf,
  type ParsedInputOf,
  type ProcedureName,
} from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { Refusal } from './refusal.ts';
import { answerApart, type RouterLog, refused, replyTo } from './replies.ts';
import type { CallOptions } from './router.ts';

/** Names and ids are short; whatever else a page sends is no call. The input is the router's to judge. */
const request = z.union([
  z.strictObject({ callId: z.string().min(1).max(64), name: z.string().max(80), input: z.unknown() }),
  z.strictObject({ cancel: z.string().min(1).max(64) }),
]);

/**
 * Who answers procedures that need the window's own means: a dialog, a printer, the system's file window. Called with
 * what the contract has let through, by somebody who has the rights; a refusal is thrown.
 */
export type OwnAnswers<Names extends ProcedureName> = {
  readonly [N in Names]: (
    desk: Desk,
    input: ParsedInputOf<N>,
    call: CallOptions,
  ) => OutputOf<N> | Promise<OutputOf<N>>;
};

export interface BorderOptions {
  /** The page may be quicker than the ward: then its first calls wait for it. */
  opening: Promise<Desk>;
  own: Partial<OwnAnswers<ProcedureName>>;
  log: RouterLog;
}

export type Border = (given: unknown, send: (event: DeskEvent) => void) => Promise<Reply>;

/**
 * Takes whatever a page sends and answers it: a call, the cancelling of one, or neither. Never throws, so that nothing
 * of an error but the number of its entry in the log gets over. Imports no Electron, so tests come by here too.
 */
export function createBorder({ opening, own, log }: BorderOptions): Border {
  const running = new Map<string, { isCancelled: boolean }>();
  return async (given, send) => {
    const read = request.safeParse(given);
    if (!read.success) return notACall();
    if ('cancel' in read.data) {
      const call = running.get(read.data.cancel);
      if (call) call.isCancelled = true;
      return { ok: true, value: null };
    }
    const { callId, name, input } = read.data;
    const state = { isCancelled: false };
    running.set(callId, state);
    const call = {
      progress: (progress: Progress) => send({ type: 'progress', callId, progress }),
      cancelled: () => state.isCancelled,
    };
    try {
      const desk = await opening;
      if (!isProcedureName(name) || !Object.hasOwn(own, name)) return await desk.call(name, input, call);
      const answer = own[name] as (desk: Desk, input: unknown, call: CallOptions) => unknown;
      return await answerApart(contract[name], { name, given: input, log }, async (parsed) => {
        const whole = desk.actedBy(call);
        await desk.insistOnRights(name, parsed, whole);
        return answer(desk, parsed, whole);
      });
    } catch (error) {
      return replyTo(error, name, log);
    } finally {
      if (running.get(callId) === state) running.delete(callId);
    }
  };
}

const notACall = (): Reply => refused(new Refusal('bad-input', { where: '(call)', problem: '?' }));
