import { readdirSync, readFileSync } from 'node:fs';

/** What the clock of Linux counts processor time in. */
const TICK_MS = 10;

/** Processor time of a process and all that it has started, in ms. Null where the system does not say. */
export function cpuOfTree(root: number): number | null {
  const processes = new Map<number, { parent: number; ticks: number }>();
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name stands in brackets and may hold anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(name), {
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  if (!processes.has(root)) return null;
  const belongs = (pid: number): boolean =>
    pid === root || (processes.has(pid) && belongs(processes.get(pid)?.parent ?? 0));
  return [...processes].reduce((sum, [pid, { ticks }]) => sum + (belongs(pid) ? ticks : 0), 0) * TICK_MS;
}
