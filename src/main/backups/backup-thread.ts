import { parentPort, workerData } from 'node:worker_threads';
import { type BackupTask, replyOf } from './backup-tasks.ts';

/** The thread of one task: started for it, gone after it. Its answer is its only message. */
const port = parentPort;
if (!port) throw new Error('this file is a worker thread');
port.postMessage(await replyOf(workerData as BackupTask));
