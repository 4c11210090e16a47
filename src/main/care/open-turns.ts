import type { TurnState } from '#shared/contract/care.ts';
import { addMinutes, type Instant, type TimeZone } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import {
  type Answer,
  answersSince,
  type OrderNow,
  type PersonInHouse,
  timingOf,
  turnKey,
} from './care-repository.ts';
import { dueTurns, lastTurn, nextTurn, stateOfTurn } from './due-turns-rules.ts';

/** The hospital's day, [start, end). */
export interface Day {
  readonly start: Instant;
  readonly end: Instant;
}

export interface OpenTurn {
  readonly order: OrderNow;
  readonly person: PersonInHouse;
  readonly dueAt: Instant;
  readonly state: TurnState;
  readonly answer: Answer | null;
}

interface Slot {
  readonly dueAt: Instant;
  readonly next: Instant | null;
  /** Fell due before today and was not followed by another yet. */
  readonly carried: boolean;
}

/** When an order falls due today, and the last time before, if that can still be made good. */
function slotsOf(order: OrderNow, day: Day, now: Instant, zone: TimeZone): Slot[] {
  const timing = timingOf(order);
  const today = dueTurns(timing, day.start, day.end, zone);
  const before = lastTurn(timing, addMinutes(day.start, -1 / 60_000), zone);
  const turns = [...(before === null ? [] : [before]), ...today];
  return turns
    .map((dueAt, i) => ({
      dueAt,
      next: turns[i + 1] ?? nextTurn(timing, dueAt, zone),
      carried: dueAt < day.start,
    }))
    .filter(({ carried, next }) => !carried || next === null || next > now);
}

/** Answers that can matter today: of orders given once whatever their age, of others since their turn before. */
async function answersFor(db: Reads, orders: readonly OrderNow[], day: Day): Promise<Map<string, Answer>> {
  const groups = new Map<Instant, OrderNow[]>();
  for (const order of orders) {
    const hours = order.every_hours;
    const since = hours === null ? ('' as Instant) : addMinutes(day.start, -(Math.max(hours, 24) + 25) * 60);
    groups.set(since, [...(groups.get(since) ?? []), order]);
  }
  const answers = new Map<string, Answer>();
  for (const [since, some] of groups)
    for (const [key, answer] of await answersSince(
      db,
      some.map(({ order_id }) => order_id),
      since,
    ))
      answers.set(key, answer);
  return answers;
}

/** Every turn of today's work of all groups: for each order the people it is for, in walking order. */
export async function openTurns(
  db: Reads,
  orders: readonly OrderNow[],
  people: readonly PersonInHouse[],
  { day, now, zone }: { day: Day; now: Instant; zone: TimeZone },
): Promise<OpenTurn[]> {
  const byStay = new Map<string, PersonInHouse>(people.map((person) => [person.stay_id, person]));
  const answers = await answersFor(db, orders, day);
  const turns: OpenTurn[] = [];
  for (const order of orders) {
    const own = order.stay_id === null ? undefined : byStay.get(order.stay_id);
    if (order.stay_id !== null && !own) continue;
    for (const { dueAt, next, carried } of slotsOf(order, day, now, zone)) {
      for (const person of own ? [own] : people) {
        if (!own && person.from_at > dueAt) continue;
        const answer = answers.get(turnKey(order.order_id, person.stay_id, dueAt)) ?? null;
        if (carried && answer && answer.done_at < day.start) continue;
        turns.push({
          order,
          person,
          dueAt,
          answer,
          state: answer ? 'answered' : stateOfTurn(dueAt, next, now),
        });
      }
    }
  }
  return turns;
}
