import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOfThread, type Times } from './figures.ts';

/**
 * Watches this thread's event loop: how long the longest turn was by the clock, and how much this thread
 * computed in the turn in which it computed most. On a busy machine the first is mostly waiting for a processor.
 */
export function watchTurns(): { end(): Promise<Times> } {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let most = 0;
  let before = cpuOfThread();
  const timer = setInterval(() => {
    const now = cpuOfThread();
    most = Math.max(most, now - before);
    before = now;
  }, 1);
  return {
    async end() {
      // The turn that is just ending is looked at in the next one.
      await sleep(5);
      clearInterval(timer);
      delays.disable();
      return { wall: [delays.max / 1e6], cpu: [most] };
    },
  };
}
