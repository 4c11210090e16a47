import { millisOf } from '#shared/rules/instant.ts';
import { DAY } from './calendar.ts';
import type { PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';

/** How an infection wears off: the day of the stay on which both genes are first at 35, and how fast it goes. */
export interface CtCurve {
  clearOn: number;
  perDay: number;
  /** How much later the N gene follows ORF1ab, in cycles. */
  apart: number;
}

/** Days before leaving on which somebody who goes home had the first good sample. */
const GOOD_BEFORE_LEAVING = 2;

/** Whoever goes home was clear two mornings before; the others clear some time, or have not yet. */
export function madeUpCurve(random: Random, { arrivesAt, leaves }: PlannedStay): CtCurve {
  const days = leaves === null ? null : (millisOf(leaves.at) - millisOf(arrivesAt)) / DAY;
  const home = leaves !== null && leaves.way !== 'to-hospital';
  return {
    clearOn: home && days !== null ? Math.max(0, Math.floor(days) - GOOD_BEFORE_LEAVING) : random.int(3, 9),
    perDay: random.int(16, 28) / 10,
    apart: random.int(-12, 14) / 10,
  };
}

const LOWEST_CT = 17;
const CUT_OFF = 40;
const NOTHING_FOUND = ['未检出', 'Undet.', '>40', '—'] as const;

/** What the laboratory writes for a gene on a day of the stay, to a tenth of a cycle. */
export function geneOn(random: Random, { clearOn, perDay, apart }: CtCurve, day: number, gene: 'orf' | 'n') {
  const since = day - clearOn;
  const middle = since >= 0 ? 35.1 + since * perDay : 34.6 + since * perDay;
  const shift = gene === 'n' && since >= 0 ? Math.abs(apart) : gene === 'n' ? apart : 0;
  const ct = Math.max(LOWEST_CT, Math.round((middle + shift + random.int(0, 3) / 10) * 10) / 10);
  return ct >= CUT_OFF ? random.pick(NOTHING_FOUND) : String(since < 0 ? Math.min(ct, 34.9) : ct);
}
