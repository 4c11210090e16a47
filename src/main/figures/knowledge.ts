import { type Instant, localOf } from '#shared/rules/instant.ts';
import { type AsOf, lastActBy } from '../db/as-of.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import type { Interval } from './journey-rules.ts';

type Clock = Pick<Context, 'now' | 'zone'>;

/** Figures are told of what has been, and of what was known already. */
export function refuseFuture(at: Instant | undefined, { now, zone }: Clock): void {
  if (at !== undefined && at > now) throw new Refusal('in-future', { at: localOf(at, zone) });
}

/** Refuses a period without an instant in it, and one that has not ended yet. */
export function requirePastPeriod({ from, to }: Interval, clock: Clock): void {
  refuseUnless(from < to, 'period-empty');
  refuseFuture(to, clock);
}

/** The number of the last act of which one knew at a moment; null where all that is known now is meant. */
export async function cutOf(db: Reads, knownAt: Instant | undefined, clock: Clock): Promise<number | null> {
  refuseFuture(knownAt, clock);
  return knownAt === undefined ? null : lastActBy(db, knownAt);
}

/** What a screen asks as of; null: now, as it is known now. */
export async function readAsOf(
  db: Reads,
  { at, knownAt }: { at?: Instant | undefined; knownAt?: Instant | undefined },
  clock: Clock,
): Promise<AsOf | null> {
  refuseFuture(at, clock);
  const knownBy = await cutOf(db, knownAt, clock);
  return at === undefined && knownBy === null ? null : { at: at ?? clock.now, knownBy };
}
