import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance from a seed: the same seed tells the same story. */
export interface Random {
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  /** True in this share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<const T extends readonly [unknown, ...unknown[]]>(choices: T): T[number];
  /** One of any list; undefined only where it is empty. */
  oneOf<T>(choices: readonly T[]): T | undefined;
  /** One of the choices, each as often as its weight says. */
  weighted<const T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T;
  shuffled<T>(items: readonly T[]): T[];
}

const FINE = 1_000_000;

export function randomFrom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const oneOf = <T>(choices: readonly T[]): T | undefined =>
    choices.length === 0 ? undefined : choices[int(0, choices.length - 1)];
  return {
    int,
    chance: (share) => int(1, FINE) <= share * FINE,
    pick: (choices) => oneOf(choices) ?? choices[0],
    oneOf,
    weighted(choices) {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = (int(0, FINE - 1) / FINE) * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return choices[0][0];
    },
    shuffled(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const chosen = int(0, last);
        const [here, there] = [mixed[last], mixed[chosen]];
        if (here === undefined || there === undefined) continue;
        mixed[last] = there;
        mixed[chosen] = here;
      }
      return mixed;
    },
  };
}
