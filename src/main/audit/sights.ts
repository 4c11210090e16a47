import { createHash } from 'node:crypto';
import type { OperatorId } from '#shared/contract/values.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';

/** A page that is looked at asks again at every change of the ward: within this it is one sight. */
const ONE_SIGHT_MS = 10 * 60_000;
/** When so many are remembered, those that are over are forgotten. */
const MANY = 500;

/** Who looked at what a short while ago, so that one look is one row of the trail. */
export class Sights {
  readonly #at = new Map<string, number>();

  /** Two looks are one where the same person asked for the very same. Kept as a digest: an input may name a document. */
  static keyOf(operatorId: OperatorId, procedure: string, input: unknown): string {
    const asked = createHash('sha256').update(JSON.stringify(input) ?? '');
    return `${operatorId} ${procedure} ${asked.digest('base64url')}`;
  }

  has(key: string, now: Instant): boolean {
    const last = this.#at.get(key);
    return last !== undefined && Math.abs(millisOf(now) - last) < ONE_SIGHT_MS;
  }

  add(key: string, now: Instant): void {
    this.#at.set(key, millisOf(now));
    if (this.#at.size <= MANY) return;
    for (const [one, at] of this.#at) if (Math.abs(millisOf(now) - at) >= ONE_SIGHT_MS) this.#at.delete(one);
  }

  /** It could not be written down; the next look is tried again. */
  drop(key: string): void {
    this.#at.delete(key);
  }
}
