import type { HandoverPerson, HandoverTask } from '#shared/contract/handover-body.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { findOrdersDue, type PersonInHouse, peopleInHouse } from '../care/care-repository.ts';
import { type OpenTurn, openTurns } from '../care/open-turns.ts';
import { dayAround } from '../care/show-today.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * Turns of work that fell due by `at` and were not answered by then, one row for each turn of an order with
 * everybody of these people for whom it is open; what is longest overdue first.
 */
export async function readOpenTasks(
  db: Reads,
  people: readonly HandoverPerson[],
  at: Instant,
  clocks: TimeZone,
): Promise<HandoverTask[]> {
  const here = new Map<StayId, HandoverPerson>(people.map((person) => [person.stayId, person]));
  const present: PersonInHouse[] = (await peopleInHouse(db)).filter(({ stay_id }) => here.has(stay_id));
  const day = dayAround(at, clocks);
  const orders = await findOrdersDue(db, day.start, day.end);
  const turns = await openTurns(db, orders, present, { day, now: at, zone: clocks });
  const rows = new Map<string, HandoverTask>();
  for (const turn of turns) {
    const person = here.get(turn.person.stay_id);
    const state = stateAt(turn, at);
    if (!person || state === null) continue;
    const { kind, team, what, note } = turn.order;
    const key = `${kind} ${team} ${what} ${note} ${turn.dueAt} ${state}`;
    const row = rows.get(key);
    if (row) row.people.push(person);
    else rows.set(key, { kind, team, what, note, dueAt: turn.dueAt, state, people: [person] });
  }
  return [...rows.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** Answered since then: at that moment it was open. Not due yet: nothing to hand over, the list of the day has it. */
function stateAt({ state, answer, dueAt }: OpenTurn, at: Instant): HandoverTask['state'] | null {
  if (state === 'due' || state === 'overdue' || state === 'missed') return state;
  return state === 'answered' && answer && answer.done_at > at && dueAt <= at ? 'due' : null;
}
