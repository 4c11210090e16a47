import type { Topic } from './procedure.ts';
import type { Reply } from './refusal.ts';

/** What the preload script puts on `window.desk`: two functions, and nothing of Electron or Node. */
export interface DeskBridge {
  call(request: CallRequest): Promise<Reply>;
  /** Listens to the ward; answers how to stop. */
  on(listener: (event: DeskEvent) => void): () => void;
}

/** `callId` names a call that may be long, so that its progress and its cancelling can be told apart. */
export type CallRequest = { callId: string; name: string; input: unknown } | { cancel: string };

export type DeskEvent =
  /** Committed by whomever, this desk or another: what a screen read under these topics is stale. */
  { type: 'changed'; topics: readonly Topic[] } | { type: 'progress'; callId: string; progress: Progress };

/** How far a long call has come. `step` is a word that screens translate under `progress.`. */
export interface Progress {
  step: string;
  done: number;
  total: number;
}
