import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DeskEvent, Progress } from '#shared/contract/bridge.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import type { CallOptions, RouterLog } from './router.ts';

/** Names and ids are short; whatever else a page sends is no call. The input is the router's to judge. */
const request = z.union([
  z.strictObject({ callId: z.string().min(1).max(64), name: z.string().max(80), input: z.unknown() }),
  z.strictObject({ cancel: z.string().min(1).max(64) }),
]);

/** Answers a procedure that needs the window's own means: a dialog, a printer, the system's file window. */
type OwnAnswer = (desk: Desk, input: unknown, call: CallOptions) => Reply | Promise<Reply>;

export interface BorderOptions {
  /** The page may be quicker than the ward: then its first calls wait for it. */
  opening: Promise<Desk>;
  own: Readonly<Record<string, OwnAnswer>>;
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
      const answer = Object.hasOwn(own, name) ? own[name] : undefined;
      return await (answer ? answer(desk, input, call) : desk.call(name, input, call));
    } catch (error) {
      const id = randomUUID();
      log.defect(id, name, error);
      return { ok: false, kind: 'defect', id };
    } finally {
      if (running.get(callId) === state) running.delete(callId);
    }
  };
}

const notACall = (): Reply => ({
  ok: false,
  kind: 'refused',
  refusal: { code: 'bad-input', params: { where: '(call)', problem: '?' } },
});
