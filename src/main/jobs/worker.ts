import { randomUUID } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openWardFile } from '../db/open.ts';
import { handlers } from '../handlers.ts';
import { createRouter } from '../ipc/router.ts';
import { makeDemonstration } from './demonstration-in-worker.ts';
import type {
  DemonstrationStart,
  WorkerAnswer,
  WorkerOrder,
  WorkerRequest,
  WorkerStart,
} from './messages.ts';

const port = parentPort;
if (!port) throw new Error('this file is a worker thread');
const start = workerData as WorkerStart | DemonstrationStart;
if ('task' in start) await makeDemonstration(port, start);
else await runProcedures(port, start);

/**
 * The thread of the long procedures: the same router on connections of its own, so that the window's thread
 * never waits for an import, a proposal, a report or a check.
 */
async function runProcedures(
  port: MessagePort,
  { file, exportFolder, trustsPaths, secret }: WorkerStart,
): Promise<void> {
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  const defect = (id: string, procedure: string, error: unknown): void => {
    const message = error instanceof Error ? (error.stack ?? error.message) : '?';
    answer({ type: 'defect', id, procedure, message });
  };
  const ward = openWardFile(file, secret);
  const { time_zone: zone } = await ward.read
    .selectFrom('hospital')
    .select('time_zone')
    .executeTakeFirstOrThrow();
  const router = createRouter({
    ward,
    zone,
    exportFolder,
    trustsPaths,
    handlers,
    clock: Date.now,
    publish: (topics) => answer({ type: 'changed', topics }),
    log: { defect, slow: () => undefined },
  });

  // One call after the other: a link that broke would take every later call with it, unanswered.
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest | WorkerOrder) => {
    // At once, also for the call under way.
    if (typeof request === 'object' && 'stop' in request) ward.stop(request.stop);
    else last = last.then(() => (request === 'close' ? close() : run(request)));
  });

  async function close(): Promise<void> {
    try {
      await router.settled();
      await ward.close();
    } catch (error) {
      defect(randomUUID(), 'worker', error);
    } finally {
      port.close();
    }
  }

  async function run({ callId, name, input, actor, cancel }: WorkerRequest): Promise<void> {
    try {
      const flag = new Int32Array(cancel);
      const reply = await router(name, input, {
        actor,
        progress: (progress) => answer({ type: 'progress', callId, progress }),
        cancelled: () => Atomics.load(flag, 0) === 1,
      });
      answer({ type: 'reply', callId, reply });
    } catch (error) {
      const id = randomUUID();
      defect(id, name, error);
      answer({ type: 'reply', callId, reply: { ok: false, kind: 'defect', id } });
    }
  }
}
