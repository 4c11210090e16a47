import { randomUUID } from 'node:crypto';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Desk } from '../desk/desk.ts';

/** How often it is asked whether a cut-off has passed. */
const LOOK_MS = 30_000;

/**
 * Has the reports of passed cut-offs written, from now until the answer is called: at once for those that were
 * missed, then at their time. It runs in the worker and asks for nothing where no schedule is kept.
 */
export function keepSchedule(desk: Desk, everyMs = LOOK_MS): () => void {
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy || !desk.hospital) return;
    busy = true;
    try {
      const kept = await desk.call('daily.schedule', {});
      const { schedule } = kept.ok ? (kept.value as OutputOf<'daily.schedule'>) : { schedule: null };
      if (!schedule || schedule.cutOffs.length === 0) return;
      const operators = await desk.call('ward.operators', {});
      const system = operators.ok
        ? (operators.value as OutputOf<'ward.operators'>).find(({ kind }) => kind === 'system')
        : undefined;
      if (system) await desk.call('daily.writeDue', { act: { key: randomUUID(), operatorId: system.id } });
    } finally {
      busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
