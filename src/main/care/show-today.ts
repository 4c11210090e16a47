import type { CareTurn } from '#shared/contract/care.ts';
import { TEAMS } from '#shared/contract/clinical-vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { answerView } from './answer-view.ts';
import { findOrdersDue, peopleInHouse } from './care-repository.ts';
import { type Day, type OpenTurn, openTurns } from './open-turns.ts';

/** One group's list of the hospital's day, in walking order, with how much every group has to do. */
export const showToday: QueryHandler<'care.today'> = async (db, { team, unit }, { now, zone }) => {
  const today = localDateOf(now, zone);
  const day = dayOf(today, zone);
  const people = await peopleInHouse(db);
  const place = new Map<string, number>(people.map(({ stay_id }, i) => [stay_id, i]));
  const orders = await findOrdersDue(db, day.start, day.end);
  const all = await openTurns(db, orders, people, { day, now, zone });
  const own = all
    .filter(({ order }) => order.team === team)
    .sort(
      (a, b) =>
        (place.get(a.person.stay_id) ?? 0) - (place.get(b.person.stay_id) ?? 0) ||
        a.dueAt.localeCompare(b.dueAt) ||
        a.order.id - b.order.id,
    );
  return {
    at: now,
    day: today,
    turns: own
      .filter(({ person }) => unit === undefined || (person.unit ?? '') === unit)
      .map((turn) => turnView(turn, today)),
    units: unitsOf(own),
    teams: TEAMS.map((one) => {
      const theirs = all.filter(({ order }) => order.team === one);
      return { team: one, ...countsOf(theirs) };
    }),
  };
};

/** The hospital’s day that contains an instant. */
export const dayAround = (at: Instant, zone: TimeZone): Day => dayOf(localDateOf(at, zone), zone);

function dayOf(today: LocalDate, zone: TimeZone): Day {
  const start = instantOfLocal(`${today}T00:00`, zone) as Instant;
  // Days are 23 to 25 hours long where clocks change; noon of tomorrow is always in tomorrow.
  const tomorrow = localDateOf(addMinutes(start, 36 * 60), zone);
  return { start, end: instantOfLocal(`${tomorrow}T00:00`, zone) as Instant };
}

const countsOf = (turns: readonly OpenTurn[]) => ({
  due: count(turns, 'due'),
  overdue: count(turns, 'overdue'),
  missed: count(turns, 'missed'),
});

const count = (turns: readonly OpenTurn[], state: CareTurn['state']): number =>
  turns.reduce((sum, turn) => sum + (turn.state === state ? 1 : 0), 0);

function unitsOf(turns: readonly OpenTurn[]) {
  const byUnit = new Map<string, OpenTurn[]>();
  for (const turn of turns) {
    const unit = turn.person.unit ?? '';
    const those = byUnit.get(unit);
    if (those) those.push(turn);
    else byUnit.set(unit, [turn]);
  }
  return [...byUnit].map(([unit, those]) => ({ unit, ...countsOf(those) }));
}

function turnView({ order, person, dueAt, state, answer }: OpenTurn, today: LocalDate): CareTurn {
  return {
    orderId: order.order_id,
    stayId: person.stay_id,
    dueAt,
    kind: order.kind,
    what: order.what,
    note: order.note,
    name: person.name,
    number: person.number,
    age: person.birth_date === null ? null : Math.max(0, ageOn(person.birth_date, today)),
    zone: person.zone ?? '',
    unit: person.unit ?? '',
    bed: person.bed ?? '',
    state,
    answer: answer && answerView(answer),
  };
}
