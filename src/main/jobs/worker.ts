import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openWardFile } from '../db/open.ts';
import { handlers } from '../handlers.ts';
import { createRouter } from '../ipc/router.ts';
import { makeDemonstration } from './demonstration-in-worker.ts';
import type { DemonstrationStart, WorkerAnswer, WorkerRequest, WorkerStart } from './messages.ts';

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
  { file, exportFolder, trustsPaths }: WorkerStart,
): Promise<void> {
  const answer = (message: WorkerAnswer): void => port.postMessage(message);
  const ward = openWardFile(file);
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
  });

  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest | 'close') => {
    if (request === 'close') {
      last = last.then(async () => {
        await ward.close();
        port.close();
      });
      return;
    }
    last = last.then(() => run(request));
  });

  async function run({ callId, name, input, cancel }: WorkerRequest): Promise<void> {
    const flag = new Int32Array(cancel);
    const reply = await router(name, input, {
      progress: (progress) => answer({ type: 'progress', callId, progress }),
      cancelled: () => Atomics.load(flag, 0) === 1,
    });
    answer({ type: 'reply', callId, reply });
  }
}
