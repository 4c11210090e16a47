import { type MessagePort, Worker } from 'node:worker_threads';
import { createDemonstration, type Demonstration } from '../demo/create-demonstration.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { DemonstrationStart, WorkerAnswer } from './messages.ts';

/** How often it is asked whether the person in front of the screen still wants it. */
const CANCEL_POLL_MS = 50;

/** {@link createDemonstration} in a worker thread of its own: it takes seconds, and a window must not wait. */
export async function demonstrationInWorker(
  path: string | URL,
  file: string,
  { log, progress, cancelled, ...options }: Demonstration,
): Promise<{ patients: number; inHouse: number }> {
  const cancel = new SharedArrayBuffer(4);
  const start: DemonstrationStart = { task: 'demonstration', file, options, cancel };
  const worker = new Worker(path, { workerData: start });
  const poll = setInterval(() => {
    if (cancelled?.()) Atomics.store(new Int32Array(cancel), 0, 1);
  }, CANCEL_POLL_MS);
  try {
    return await new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the demonstration ended early')));
      worker.on('message', (message: WorkerAnswer) => {
        if (message.type === 'progress') progress?.(message.progress);
        if (message.type === 'defect') log.defect(message.id, message.procedure, new Error(message.message));
        if (message.type !== 'reply') return;
        const { reply } = message;
        if (reply.ok) resolve(reply.value as { patients: number; inHouse: number });
        else if (reply.kind === 'refused')
          reject(new Refusal(reply.refusal.code as 'cancelled', reply.refusal.params));
      });
    });
  } finally {
    clearInterval(poll);
  }
}

/** The other end, inside the thread. A defect leaves as an error of the thread. */
export async function makeDemonstration(port: MessagePort, start: DemonstrationStart): Promise<void> {
  const { file, options, cancel } = start;
  const flag = new Int32Array(cancel);
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  try {
    const value = await createDemonstration(file, {
      ...options,
      log: {
        defect: (id, procedure, error) =>
          answer({
            type: 'defect',
            id,
            procedure,
            message: error instanceof Error ? (error.stack ?? error.message) : '?',
          }),
        slow: () => undefined,
      },
      progress: (progress) => answer({ type: 'progress', callId: 0, progress }),
      cancelled: () => Atomics.load(flag, 0) === 1,
    });
    answer({ type: 'reply', callId: 0, reply: { ok: true, value } });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = { code: error.code, params: { ...error.params } };
    answer({ type: 'reply', callId: 0, reply: { ok: false, kind: 'refused', refusal } });
  }
}
