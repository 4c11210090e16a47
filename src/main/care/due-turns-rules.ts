import type { TurnState } from '#shared/contract/care.ts';
import {
  addMinutes,
  type Instant,
  instantFromMillis,
  instantOfLocal,
  localOf,
  millisOf,
  minutesBetween,
  type TimeZone,
} from '#shared/rules/instant.ts';

/** When an order is to be done: once at `from`, or from then on every so many hours, before `until`. */
export interface Timing {
  readonly from: Instant;
  /** The first moment at which it holds no more; null: until somebody stops it. */
  readonly until: Instant | null;
  /** Null: once. */
  readonly everyHours: number | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The turns of an order in [from, to), in order. Every whole number of days keeps to the hospital's clock:
 * breakfast is at seven on both sides of a clock change. Fewer hours are hours gone by: eight hours between
 * two doses are eight hours.
 */
export function dueTurns(order: Timing, from: Instant, to: Instant, zone: TimeZone): Instant[] {
  const end = order.until !== null && order.until < to ? order.until : to;
  if (order.everyHours === null) return order.from >= from && order.from < end ? [order.from] : [];
  const step = order.everyHours * HOUR_MS;
  // One step early, for the hour by which a clock change can shift it.
  const first = Math.max(0, Math.floor((millisOf(from) - millisOf(order.from)) / step) - 1);
  const turns: Instant[] = [];
  for (let n = first; ; n += 1) {
    const turn = turnAt(order, n, zone);
    if (turn >= end) return turns;
    if (turn >= from) turns.push(turn);
  }
}

/** The last turn before or at `at`; null where the order had none by then. */
export function lastTurn(order: Timing, at: Instant, zone: TimeZone): Instant | null {
  const after = instantFromMillis(millisOf(at) + 1);
  if (order.everyHours === null) return dueTurns(order, order.from, after, zone).at(-1) ?? null;
  const end = order.until !== null && order.until < after ? order.until : after;
  const back = addMinutes(end, -(order.everyHours + 25) * 60);
  return dueTurns(order, back < order.from ? order.from : back, after, zone).at(-1) ?? null;
}

/** The first turn after `at`; null where there is none. */
export function nextTurn(order: Timing, at: Instant, zone: TimeZone): Instant | null {
  const after = instantFromMillis(millisOf(at) + 1);
  const from = after > order.from ? after : order.from;
  const ahead = addMinutes(from, ((order.everyHours ?? 0) + 25) * 60);
  return dueTurns(order, from, ahead, zone)[0] ?? null;
}

function turnAt({ from, everyHours }: Timing, n: number, zone: TimeZone): Instant {
  const step = (everyHours ?? 0) * HOUR_MS;
  const elapsed = instantFromMillis(millisOf(from) + n * step);
  if (step % DAY_MS !== 0) return elapsed;
  const [day = '', clock = ''] = localOf(from, zone).split('T');
  if (localOf(elapsed, zone).slice(11) === clock) return elapsed;
  // The clocks have changed in between: the same time of day, on the day that lies so many days ahead.
  const ahead = new Date(Date.parse(`${day}T00:00:00Z`) + n * step).toISOString().slice(0, 10);
  const again = instantOfLocal(`${ahead}T${clock}`, zone) ?? elapsed;
  return `${again.slice(0, 20)}${from.slice(20)}` as Instant;
}

/** Whoever is this early may go on with it; (usual) a meal or a round of medicine starts within the hour. */
const SOON_MINUTES = 60;
/** What nobody has answered for this long is late. */
const GRACE_MINUTES = 60;

/** How a turn stands that nobody has answered; `next` is the turn of the same order after it. */
export function stateOfTurn(
  dueAt: Instant,
  next: Instant | null,
  now: Instant,
): Exclude<TurnState, 'answered'> {
  if (next !== null && next <= now) return 'missed';
  const minutes = minutesBetween(dueAt, now);
  if (minutes > GRACE_MINUTES) return 'overdue';
  return minutes >= -SOON_MINUTES ? 'due' : 'later';
}

/** Nobody ticks tomorrow's work. */
const EARLY_MINUTES = 12 * 60;

export const mayTick = (dueAt: Instant, at: Instant): boolean => minutesBetween(at, dueAt) <= EARLY_MINUTES;
