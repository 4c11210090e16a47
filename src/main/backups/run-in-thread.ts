import { Worker } from 'node:worker_threads';
import { Refusal } from '../ipc/refusal.ts';
import type { RunBackupTask, TaskReply } from './backup-tasks.ts';

/** Runs each task in a thread of its own (backup-thread.ts): a copy must not wait for an import, nor a window for a copy. */
export const runInThread =
  (path: string | URL): RunBackupTask =>
  (task) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(path, { workerData: task });
      thread.on('error', reject);
      thread.on('exit', () => reject(new Error('the thread ended without an answer')));
      thread.on('message', (reply: TaskReply) => {
        if (reply.ok) resolve(reply.value as never);
        else reject(new Refusal(reply.code, reply.params));
      });
    });
