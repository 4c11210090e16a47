/** Milliseconds of each run: by the clock, and what this thread itself computed. A busy machine stretches the first. */
export interface Times {
  wall: number[];
  cpu: number[];
}

/** One line of the table. */
export interface Figure {
  what: string;
  ours: Times;
  /** The same work done plainly, for the ratio. */
  reference?: Times;
  /** What the project wants of it; nothing is judged by it here. */
  aim?: string;
}

/** A part of the benchmark: what it measures and against what, in words, and its lines. */
export interface Part {
  about: string;
  figures: Figure[];
  /** Said below the lines. */
  notes?: string[];
}

export const noTimes = (): Times => ({ wall: [], cpu: [] });

/**
 * What this thread has computed so far. Linux brings the figure up to date only when the whole process is asked
 * about; without that it may be several milliseconds old.
 */
export function cpuOfThread(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Runs `work` and keeps how long it took. */
export async function timed<T>(times: Times, work: () => T | Promise<T>): Promise<T> {
  const before = cpuOfThread();
  const start = performance.now();
  const value = await work();
  times.wall.push(performance.now() - start);
  times.cpu.push(cpuOfThread() - before);
  return value;
}

/** Runs pairwise added up: two commands that a person takes for one. */
export const together = (one: Times, other: Times): Times => ({
  wall: one.wall.map((ms, i) => ms + (other.wall[i] ?? 0)),
  cpu: one.cpu.map((ms, i) => ms + (other.cpu[i] ?? 0)),
});

/** The value below which `share` of the runs lie; of a few runs, p99 is the longest. */
export function percentile(runs: readonly number[], share: number): number | null {
  const sorted = [...runs].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? null;
}

export const median = (runs: readonly number[]): number | null => percentile(runs, 0.5);
