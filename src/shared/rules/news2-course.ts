import type { AlertKind } from '../contract/clinical-vocabulary.ts';
import type { News2Score, News2Sign, Observation } from '../contract/rounds.ts';
import { NEWS2_SIGNS } from '../contract/rounds.ts';
import type { Sentence } from '../messages/fill.ts';
import { joined } from './held-criteria.ts';
import type { Instant } from './instant.ts';
import { news2Bounds } from './news2.ts';
import { saySum, sayThrees } from './news2-words.ts';

/** Thresholds of the score that something follows from: 1 (seen more often), 5 and 7 (RCP 2017). */
const SUMS = [1, 5, 7] as const;
type Sum = (typeof SUMS)[number];
type Said = () => Sentence;

/**
 * The score over a series of observations: which threshold holds, and when it last became worse. Worse is a
 * threshold newly reached, a column that newly has three points, or a total above the lowest since it last became
 * worse; the total is of what was last seen in each column, so that a round of two signs can make it rise. A
 * falling score is never worse.
 */
export class News2Course {
  readonly #points = new Map<News2Sign, number>();
  readonly #sums = new Map<Sum, Said>();
  readonly #threes = new Map<News2Sign, Said>();
  #lowest = 0;
  #worseAt: Instant | null = null;
  /** A rise that the sentence of the threshold does not tell of. */
  #rise: { readonly total: number; readonly sentence: Said } | null = null;

  see(score: News2Score, one: Observation): void {
    const bounds = news2Bounds(score);
    if (score.kind === 'not-applicable' || bounds === null) {
      for (const known of [this.#points, this.#sums, this.#threes]) known.clear();
      this.#lowest = 0;
      return;
    }
    const began = this.#seeSums(bounds, () => saySum(score, one));
    const newThree = this.#seeColumns(score.points, one);
    const total = [...this.#points.values()].reduce((sum, points) => sum + points, 0);
    const rose = total > this.#lowest;
    this.#lowest = rose ? total : Math.min(this.#lowest, total);
    if (began || newThree || rose) this.#worseAt = one.takenAt;
    const top = this.#top();
    const told = top === null ? newThree : bounds.least >= top;
    if (told || (this.#rise && total < this.#rise.total)) this.#rise = null;
    if (rose && !told) this.#rise = { total, sentence: () => saySum(score, one) };
  }

  /** Was 5 or 7 newly reached? */
  #seeSums({ least, most }: { least: number; most: number }, sentence: Said): boolean {
    let began = false;
    for (const sum of SUMS) {
      if (most < sum) this.#sums.delete(sum);
      if (least < sum) continue;
      if (sum > 1 && !this.#sums.has(sum)) began = true;
      this.#sums.set(sum, sentence);
    }
    return began;
  }

  /** Has a column newly come to three points? */
  #seeColumns(points: Partial<Record<News2Sign, number>>, one: Observation): boolean {
    let newThree = false;
    for (const sign of NEWS2_SIGNS) {
      const now = points[sign];
      if (now === undefined) continue;
      this.#points.set(sign, now);
      if (now < 3) this.#threes.delete(sign);
      else {
        if (!this.#threes.has(sign)) newThree = true;
        this.#threes.set(sign, () => sayThrees([sign], one));
      }
    }
    return newThree;
  }

  #top(): 5 | 7 | null {
    return this.#sums.has(7) ? 7 : this.#sums.has(5) ? 5 : null;
  }

  get hasPoints(): boolean {
    return this.#sums.has(1);
  }

  /** The highest that holds: it says the lower ones too, and a new three under it begins it anew. */
  standing(): { kind: AlertKind; since: Instant; sentence: Said } | null {
    const top = this.#top();
    if (this.#worseAt === null || (top === null && this.#threes.size === 0)) return null;
    const own = top === null ? [...this.#threes.values()] : [this.#sums.get(top)];
    const said = [...own, this.#rise?.sentence].filter((one) => one !== undefined);
    return {
      kind: top === 7 ? 'news2-emergency' : top === 5 ? 'news2-urgent' : 'news2-single',
      since: this.#worseAt,
      sentence: () => joined(said.map((say) => say())),
    };
  }
}
