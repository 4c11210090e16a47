import { type Instant, instantOfLocal, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readFloor, readOverviewBeds } from './bed-repository.ts';
import { countBeds, countMovements, countPeople, countPlaces } from './count-rules.ts';
import { occupiedBeds, readMovementTimes, readPeopleInHouse } from './people-repository.ts';
import { readLongestWait } from './wait-repository.ts';

/** Midnight on the hospital's clocks before `now`. */
export const startOfDay = (now: Instant, zone: TimeZone): Instant =>
  instantOfLocal(`${localDateOf(now, zone)}T00:00`, zone) ?? now;

/** What holds now and what happened today. Reads open facts and the day's, never history. */
export const showOverview: QueryHandler<'overview.show'> = async (db, _input, { now, zone }) => {
  const moment = { now, zone, protocol: await protocolInForce(db, now) };
  const people = await readPeopleInHouse(db, moment);
  const { beds, conditions } = await readOverviewBeds(db, now, occupiedBeds(people));
  const moved = await readMovementTimes(db, startOfDay(now, zone), now);
  const floor = await readFloor(db);
  const longestWait = await readLongestWait(
    db,
    people.filter(({ bedId }) => bedId === null),
  );
  return {
    at: now,
    staffingKept: conditions.staffingKept,
    beds: countBeds(beds),
    ...countPeople(people),
    zones: countPlaces(floor, beds, people),
    longestWait,
    today: { day: localDateOf(now, zone), ...countMovements(moved, zone) },
  };
};
