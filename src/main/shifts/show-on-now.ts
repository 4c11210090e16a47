import { cutOf } from '../figures/knowledge.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { areShiftsKept, readOnAt } from './duty-repository.ts';
import { readShiftsAround } from './pattern-repository.ts';
import { viewOfDuty } from './show-board.ts';

/** Who is on duty at a moment, past or to come, as it is known now or was known earlier. */
export const showOnNow: QueryHandler<'shifts.onNow'> = async (db, input, context) => {
  const at = input.at ?? context.now;
  const knownBy = await cutOf(db, input.knownAt, context);
  const people = await readOnAt(db, at, knownBy);
  return {
    at,
    kept: await areShiftsKept(db, knownBy),
    ...(await readShiftsAround(db, at, context.zone, knownBy)),
    people: people.map(viewOfDuty),
  };
};
