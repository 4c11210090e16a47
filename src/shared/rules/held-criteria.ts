import type { Sentence } from '../messages/fill.ts';
import type { Instant } from './instant.ts';

/** How far beyond its threshold a sign is; the higher, the worse. */
export interface Grade {
  readonly value: number;
  /** From how much on it has clearly become worse: more than the instrument or the counting errs. */
  readonly step: number;
}

interface Held {
  sentence: () => Sentence;
  /** The mildest grade since this criterion last became worse. */
  mildest: number | null;
}

/** Criteria that make one alert together: which of them hold, and when they last became worse. */
export class HeldCriteria {
  readonly #held = new Map<string, Held>();
  #worseAt: Instant | null = null;

  /**
   * What one observation says of a criterion: met, gone, or (null) not looked at. Worse is a further criterion, or one
   * that holds already and is a step beyond its mildest; getting better is never worse.
   */
  see(
    name: string,
    met: boolean | null,
    at: Instant,
    sentence: () => Sentence,
    grade: Grade | null = null,
  ): void {
    if (met === null) return;
    if (!met) {
      this.#held.delete(name);
      if (this.#held.size === 0) this.#worseAt = null;
      return;
    }
    const before = this.#held.get(name);
    const mildest = before?.mildest ?? grade?.value ?? null;
    const worse = !before || (grade !== null && mildest !== null && grade.value - mildest >= grade.step);
    if (worse && (this.#worseAt === null || at > this.#worseAt)) this.#worseAt = at;
    this.#held.set(name, { sentence, mildest: mildestOf(worse, mildest, grade) });
  }

  has = (name: string): boolean => this.#held.has(name);

  /** When it last became worse; null while nothing holds. */
  get since(): Instant | null {
    return this.#worseAt;
  }

  readonly sentence = (): Sentence => joined([...this.#held.values()].map(({ sentence }) => sentence()));
}

function mildestOf(worse: boolean, mildest: number | null, grade: Grade | null): number | null {
  if (grade === null) return mildest;
  return worse || mildest === null ? grade.value : Math.min(mildest, grade.value);
}

export const joined = (said: readonly Sentence[]): Sentence => ({
  zh: said.map(({ zh }) => zh).join('；'),
  en: said.map(({ en }) => en).join('; '),
});
