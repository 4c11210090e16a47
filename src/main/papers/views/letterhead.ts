import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { timeOf } from './words.ts';

/** What stands on every paper of a print, whoever it is about. */
export interface Letterhead {
  hospital: string;
  /** Papers of a demonstration say so. */
  demo: boolean;
  printedBy: string;
  /** On the hospital's clocks. */
  printedAt: string;
}

export const letterhead = (
  hospital: { name: string; demo: 0 | 1 },
  print: { printedBy: string; printedAt: Instant },
  zone: TimeZone,
): Letterhead => ({
  hospital: hospital.name,
  demo: hospital.demo === 1,
  printedBy: print.printedBy,
  printedAt: timeOf(print.printedAt, zone),
});

/** From the second copy on a paper says which one it is. */
export const copyWords = (copy: number) => ({
  copy: String(copy),
  reprint: copy > 1 ? { n: String(copy) } : null,
});
