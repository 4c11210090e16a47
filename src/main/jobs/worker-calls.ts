import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Topic } from '#shared/contract/procedure.ts';
import { type Reply, WORKER_ENDED } from '#shared/contract/refusal.ts';
import type { CallOptions, RouterLog } from '../ipc/router.ts';
import type { WorkerAnswer, WorkerOrder, WorkerRequest, WorkerStart } from './messages.ts';

export interface WorkerCalls {
  call(name: string, input: unknown, options: CallOptions): Promise<Reply>;
  /** Nothing is written any more, by this worker or one hired after it. */
  stop(problem: string): void;
  close(): Promise<void>;
}

interface Waiting {
  options: CallOptions;
  flag: Int32Array;
  settle: (reply: Reply) => void;
}

/** How often a waiting call is asked whether the person in front of the screen still wants it. */
const CANCEL_POLL_MS = 50;

/** Runs procedures in one worker thread, in the order they came. It is started by the first of them. */
export function workerCalls(
  path: string | URL,
  start: WorkerStart,
  log: RouterLog,
  publish: (topics: readonly Topic[]) => void,
): WorkerCalls {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let stopped: string | null = null;

  const order = (what: WorkerOrder): void => worker?.postMessage(what);

  function hire(): Worker {
    const hired = new Worker(path, { workerData: start });
    hired.on('message', (message: WorkerAnswer) => receive(message, waiting, log, publish));
    hired.on('error', (error) => log.defect('worker', 'worker', error));
    hired.on('exit', () => {
      worker = null;
      for (const { settle } of waiting.values()) settle({ ok: false, kind: 'defect', id: WORKER_ENDED });
      waiting.clear();
    });
    return hired;
  }

  return {
    call(name, input, options) {
      if (!worker) {
        worker = hire();
        if (stopped !== null) order({ stop: stopped });
      }
      lastId += 1;
      const callId = lastId;
      const cancel = new SharedArrayBuffer(4);
      const flag = new Int32Array(cancel);
      const poll = setInterval(() => {
        if (options.cancelled?.()) Atomics.store(flag, 0, 1);
      }, CANCEL_POLL_MS);
      const request: WorkerRequest = { callId, name, input, actor: options.actor ?? null, cancel };
      return new Promise<Reply>((settle) => {
        waiting.set(callId, { options, flag, settle });
        worker?.postMessage(request);
      }).finally(() => clearInterval(poll));
    },
    stop(problem) {
      stopped = problem;
      order({ stop: problem });
    },
    async close() {
      if (!worker) return;
      const gone = once(worker, 'exit');
      order('close');
      await gone;
    },
  };
}

function receive(
  message: WorkerAnswer,
  waiting: Map<number, Waiting>,
  log: RouterLog,
  publish: (topics: readonly Topic[]) => void,
): void {
  switch (message.type) {
    case 'reply':
      waiting.get(message.callId)?.settle(message.reply);
      waiting.delete(message.callId);
      return;
    case 'progress':
      waiting.get(message.callId)?.options.progress?.(message.progress);
      return;
    case 'changed':
      publish(message.topics);
      return;
    case 'defect':
      log.defect(message.id, message.procedure, new Error(message.message));
  }
}
