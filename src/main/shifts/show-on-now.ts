import type { QueryHandler } from '../ipc/context.ts';
import { areShiftsKept, readOnAt } from './duty-repository.ts';
import { readShiftsAround } from './pattern-repository.ts';
import { viewOfDuty } from './show-board.ts';

/** Who is on duty at a moment, past or to come. */
export const showOnNow: QueryHandler<'shifts.onNow'> = async (db, input, { now, zone }) => {
  const at = input.at ?? now;
  const people = await readOnAt(db, at);
  return {
    at,
    kept: await areShiftsKept(db),
    ...(await readShiftsAround(db, at, zone)),
    people: people.map(viewOfDuty),
  };
};
