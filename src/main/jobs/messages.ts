import type { Progress } from '#shared/contract/bridge.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Demonstration } from '../demo/create-demonstration.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import type { Actor } from '../people/actor.ts';

/** What the worker thread is started with, to run procedures. */
export interface WorkerStart {
  file: string;
  exportFolder: string;
  trustsPaths: boolean;
  /** Of a sealed ward. It is handed over in memory, never by the environment or a command line. */
  secret: WardSecret | null;
}

/** What it is started with to make a demonstration ward, and nothing else. */
export interface DemonstrationStart {
  task: 'demonstration';
  file: string;
  options: Omit<Demonstration, 'log' | 'progress' | 'cancelled'>;
  cancel: SharedArrayBuffer;
}

/** `cancel` is shared memory: the worker is busy when somebody wants it to stop, and cannot read messages. */
export interface WorkerRequest {
  callId: number;
  name: string;
  input: unknown;
  actor: Actor;
  cancel: SharedArrayBuffer;
}

/** The file was found damaged; or the ward is let go of. */
export type WorkerOrder = { stop: string } | 'close';

export type WorkerAnswer =
  | { type: 'reply'; callId: number; reply: Reply }
  | { type: 'progress'; callId: number; progress: Progress }
  | { type: 'changed'; topics: readonly Topic[] }
  | { type: 'defect'; id: string; procedure: string; message: string };
