import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { instantFromMillis } from '#shared/rules/instant.ts';

const mark = z.object({ startedAt: z.iso.datetime(), seenAt: z.iso.datetime() });
export type Mark = z.infer<typeof mark>;

export interface RunningMark {
  /** What the last run left behind, if it did not come to its end: since when it ran, and when it was there last. */
  left: Mark | null;
  /** Still here. Called now and then, so that the next start can say when this one ended. */
  stillHere(): void;
  /** The run came to its end. */
  ended(): void;
}

/**
 * A file that lies in the data folder while the desk runs. Found at a start, it tells that the last run was cut off: by
 * a power cut, a kill, a crash. Losing it costs a notice, so a full disk is no reason to complain.
 */
export function markRunning(file: string, clock: () => number): RunningMark {
  const left = read(file);
  const startedAt = instantFromMillis(clock());
  const write = () =>
    quietly(() => writeFileSync(file, JSON.stringify({ startedAt, seenAt: instantFromMillis(clock()) })));
  write();
  return { left, stillHere: write, ended: () => quietly(() => rmSync(file, { force: true })) };
}

/** Null where there is none. One that was being written as the power went tells at least that it was cut off. */
function read(file: string): Mark | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return null;
  }
  try {
    return mark.parse(JSON.parse(text));
  } catch {
    const unknown = instantFromMillis(0);
    return { startedAt: unknown, seenAt: unknown };
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // see above
  }
}
