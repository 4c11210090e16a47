import type { OverviewRow, RowsOf } from '#shared/contract/overview.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readOverviewBeds } from './bed-repository.ts';
import { hourOf } from './count-rules.ts';
import { figuresOfBed, figuresOfPerson } from './figure-rules.ts';
import type { OverviewBed } from './overview-types.ts';
import { occupiedBeds, readMovements, readPeopleInHouse } from './people-repository.ts';
import { startOfDay } from './show-overview.ts';

type Moment = Parameters<typeof readPeopleInHouse>[1];

/** The rows behind one number of the overview, by the very rules that count it. */
export const listOverviewRows: QueryHandler<'overview.rows'> = async (db, input, { now, zone }) => {
  const moment = { now, zone, protocol: await protocolInForce(db, now) };
  return { at: now, rows: await rowsOf(db, input, moment) };
};

async function rowsOf(db: Reads, input: RowsOf, moment: Moment): Promise<OverviewRow[]> {
  switch (input.about) {
    case 'beds':
      return bedRows(db, input, moment);
    case 'people':
      return (await readPeopleInHouse(db, moment))
        .filter((person) => figuresOfPerson(person).includes(input.figure) && isOf(person, input))
        .map(({ row }) => ({ bed: null, person: row }));
    case 'movements': {
      const moved = await readMovements(db, startOfDay(moment.now, moment.zone), moment);
      return moved
        .filter(({ movement }) => movement === input.figure)
        .filter(({ at }) => input.hour === undefined || hourOf(at, moment.zone) === input.hour)
        .map(({ person }) => ({ bed: null, person: person.row }));
    }
  }
}

/** Beds, each with who is in it. */
async function bedRows(
  db: Reads,
  input: Extract<RowsOf, { about: 'beds' }>,
  moment: Moment,
): Promise<OverviewRow[]> {
  const inHouse = await readPeopleInHouse(db, moment);
  const { beds } = await readOverviewBeds(db, moment.now, occupiedBeds(inHouse));
  const people = new Map(inHouse.map(({ bedId, row }) => [bedId, row]));
  return beds
    .filter((bed) => figuresOfBed(bed).includes(input.figure) && isAt(bed, input))
    .map((bed) => ({ bed: rowOf(bed), person: people.get(bed.id) ?? null }));
}

const rowOf = ({ id, code, zone, unit, state, since, usable, staffed, open }: OverviewBed) => ({
  ...{ id, code, zone, unit, state, since, usable, staffed, open },
});

type Place = Pick<Extract<RowsOf, { about: 'beds' }>, 'zoneId' | 'careUnitId'>;

const isAt = (
  one: { [P in keyof Place]: OverviewBed['zoneId' | 'careUnitId'] | null },
  place: Place,
): boolean =>
  (place.zoneId === undefined || one.zoneId === place.zoneId) &&
  (place.careUnitId === undefined || one.careUnitId === place.careUnitId);

function isOf(person: Awaited<ReturnType<typeof readPeopleInHouse>>[number], of: PeopleOf): boolean {
  const { row, ageGroup } = person;
  return (
    isAt(person, of) &&
    (of.sex === undefined || row.sex === of.sex) &&
    (of.classification === undefined || row.classification === of.classification) &&
    (of.ageGroup === undefined || ageGroup === of.ageGroup)
  );
}

type PeopleOf = Extract<RowsOf, { about: 'people' }>;
