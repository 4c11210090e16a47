import { cpus, loadavg } from 'node:os';
import { type Figure, median, type Part, percentile } from './figures.ts';

const HEADINGS = [
  'what',
  'runs',
  'ours',
  'p99',
  'CPU',
  'CPU p99',
  'reference',
  'ratio',
  'CPU ratio',
  'aim',
] as const;

const LEGEND = `ours, reference: the median by the clock, in ms; p99 of ours (of a few runs: the longest).
CPU: what the thread itself computed, without waiting for the disk or for other programs' turns.
ratio: ours ÷ reference.`;

function millis(ms: number | null): string {
  if (ms === null) return '–';
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2);
}

const ratioOf = (ours: number | null, reference: number | null): string =>
  ours === null || reference === null || reference === 0 ? '–' : `${(ours / reference).toFixed(1)}×`;

function cellsOf({ what, ours, reference, aim }: Figure): string[] {
  const plain = reference ?? { wall: [], cpu: [] };
  return [
    what,
    String(ours.wall.length),
    millis(median(ours.wall)),
    millis(percentile(ours.wall, 0.99)),
    millis(median(ours.cpu)),
    millis(percentile(ours.cpu, 0.99)),
    millis(median(plain.wall)),
    ratioOf(median(ours.wall), median(plain.wall)),
    ratioOf(median(ours.cpu), median(plain.cpu)),
    aim ?? '',
  ];
}

/** How busy the machine is: with more waiting programs than processors every time by the clock is longer. */
export function sayLoad(): string {
  const [one, five] = loadavg();
  return `load ${one?.toFixed(1)} (5 minutes: ${five?.toFixed(1)}) on ${cpus().length} processors`;
}

export function printTable(parts: readonly (readonly [name: string, part: Part])[]): void {
  const rows = parts.flatMap(([, { figures }]) => figures.map(cellsOf));
  const widths = HEADINGS.map((heading, i) =>
    Math.max(heading.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) =>
        i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  console.log(`\n${LEGEND}\n\n${line(HEADINGS)}`);
  for (const [name, { about, figures, notes = [] }] of parts) {
    console.log(`\n${name}: ${about}`);
    for (const figure of figures) console.log(line(cellsOf(figure)));
    for (const note of notes) console.log(`  ${note}`);
  }
}
