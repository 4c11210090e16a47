import {
  addMinutes,
  type Instant,
  instantFromMillis,
  localDateOf,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { arrivalTimes, DAY, HOUR, MINUTE } from './calendar.ts';
import { groupedBy } from './grouped.ts';
import { type MadeUpPerson, type Mix, type Population, population } from './made-up-people.ts';
import { type District, madeUpDistrict, madeUpPlate } from './made-up-places.ts';
import { planLeaving } from './plan-leaving.ts';
import { MINUTES_EACH, minutesAtTheDoor, type PlannedConvoy, type PlannedStay } from './planned-stays.ts';
import type { Random } from './random.ts';

export interface Wanted {
  /** In house at the end, those who wait included; fewer where the beds do not suffice. */
  patients: number;
  /** Length of the history. */
  days: number;
  now: Instant;
  zone: TimeZone;
  /** Beds by whom their zone takes. */
  beds: { male: number; female: number; family: number };
}

/** Largest share of the beds that is in use: some are always being cleaned, broken or kept. */
const FULLEST = 0.88;
/** Kinds of beds are not all full at once, and families need several side by side. */
const FAMILY_BEDS_USED = 0.8;
const WAITING_AT_THE_END = 8;
const RETURNING = 3;
/** Hours after which every leaving is typed in, the one on paper too. */
const TYPED_IN_BY = 4;
/** Among so many there is one of each kind. */
const ENOUGH_TO_CHOOSE_FROM = 1000;

/** Who came when, in which bus, and who has left again: pure, from the seed. Convoys in order of arrival. */
export function planHistory(random: Random, wanted: Wanted): PlannedConvoy[] {
  const people = population(random, mixFor(wanted.beds));
  const convoys: PlannedConvoy[] = [];
  let present: PlannedStay[] = [];
  const left: PlannedStay[] = [];
  occupancyByDay(wanted).forEach((target, index, { length }) => {
    const end = millisOf(wanted.now) - (length - 1 - index) * DAY;
    const leavesBy = (stay: PlannedStay) => stay.leaves !== null && millisOf(stay.leaves.at) < end;
    left.push(...present.filter(leavesBy));
    present = present.filter((stay) => !leavesBy(stay));
    const day: Day = { end, last: index === length - 1, admissions: Math.max(0, target - present.length) };
    const arriving = planDay(random, people, day, wanted.zone);
    if (length - index <= RETURNING) returnToUs(random, arriving, left, end - DAY);
    convoys.push(...arriving);
    present.push(...arriving.flatMap(({ stays }) => stays));
  });
  for (const stay of present) if (stay.leaves !== null && stay.leaves.at >= wanted.now) stay.leaves = null;
  return convoys;
}

/** As many families, men and women as there are beds for. */
function mixFor({ male, female, family }: Wanted['beds']): Mix {
  const total = male + female + family;
  const families = male + female === 0 ? 1 : Math.min((family / total) * FAMILY_BEDS_USED, 0.25);
  return { families, men: male + female === 0 ? 0.5 : male / (male + female) };
}

/** How many are in house at the end of each day: the hospital fills within four, peaks, and slowly empties. */
export function occupancyByDay({ patients, days, beds }: Wanted): number[] {
  const total = beds.male + beds.female + beds.family;
  const goal = Math.min(patients, Math.floor(total * FULLEST));
  const peak = goal === 0 ? 1 : Math.max(1, Math.min(1.1, (total * FULLEST) / goal));
  return Array.from({ length: days }, (_, day) => {
    const toGo = days - 1 - day;
    const share = Math.min(0.3 + 0.25 * day, 1 + (peak - 1) * Math.min(1, toGo / 4));
    return toGo === 0 ? goal : Math.round(goal * share);
  });
}

interface Day {
  /** Its last moment, in milliseconds; it began 24 hours before. */
  end: number;
  last: boolean;
  admissions: number;
}

function planDay(random: Random, people: Population, day: Day, zone: TimeZone): PlannedConvoy[] {
  const waiting = day.last ? Math.min(WAITING_AT_THE_END, Math.ceil(day.admissions / 4)) : 0;
  const sizes = busLoads(random, day.admissions - waiting);
  // The last people of a day are at the door, and have a bed, before the next day begins.
  const starts = arrivalTimes(random, sizes.length, day.end - DAY, day.end - 90 * MINUTE, zone);
  const convoys = sizes.map((size, i) => {
    const district = madeUpDistrict(random);
    const arrivesAt = instantFromMillis(starts[i] ?? day.end - DAY);
    const who = people.people(size, localDateOf(arrivesAt, zone), district);
    return planConvoy(random, who, { district, arrivesAt, zone, dayEnds: day.end });
  });
  if (waiting === 0) return convoys;
  const arrivesAt = instantFromMillis(day.end - 24 * MINUTE);
  const district = madeUpDistrict(random);
  const who = tellingFew(
    people.people(ENOUGH_TO_CHOOSE_FROM, localDateOf(arrivesAt, zone), district),
    waiting,
  );
  return [
    ...convoys,
    {
      ...planConvoy(random, who, { district, arrivesAt, zone, dayEnds: day.end }),
      getsBeds: false,
      typedInLater: 0,
    },
  ];
}

/** Buses of 20 to 45; the few of a small hospital come in one van. */
function busLoads(random: Random, people: number): number[] {
  const sizes: number[] = [];
  for (let left = people; left > 0; ) {
    const seats = random.int(20, 45);
    const size = left - seats < 10 ? Math.min(left, 54) : seats;
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

interface Journey {
  district: District;
  arrivesAt: Instant;
  zone: TimeZone;
  dayEnds: number;
}

function planConvoy(random: Random, people: readonly MadeUpPerson[], journey: Journey): PlannedConvoy {
  const { district, arrivesAt, zone, dayEnds } = journey;
  const members = groupedBy(people, ({ household }) => household);
  const leavings = new Map(
    [...members].map(([household, { length }]) => [
      household,
      planLeaving(random, { arrivesAt, district, single: length === 1, zone }),
    ]),
  );
  const announcedAt = addMinutes(arrivesAt, -random.int(35, 95));
  const expectedAt = addMinutes(arrivesAt, random.int(-20, 12));
  const onPaper = random.chance(0.08) ? random.int(35, 55) : 0;
  const done = millisOf(arrivesAt) + (minutesAtTheDoor(people.length) + onPaper + 30) * MINUTE;
  return {
    plate: madeUpPlate(random),
    origin: district.name,
    announcedAt,
    expectedAt: expectedAt > announcedAt ? expectedAt : arrivesAt,
    arrivesAt,
    typedInLater: done < dayEnds ? onPaper : 0,
    getsBeds: true,
    convoyId: null,
    stays: people.map((person, i) => ({
      person,
      arrivesAt: addMinutes(arrivesAt, i * MINUTES_EACH),
      leaves: leavings.get(person.household) ?? null,
      stayId: null,
    })),
  };
}

/** Those at the door at the end show what a nurse has to think of: a family, a wheelchair, nobody knows who. */
function tellingFew(people: readonly MadeUpPerson[], n: number): MadeUpPerson[] {
  const households = [...groupedBy(people, ({ household }) => household).values()];
  const first = (wanted: (household: MadeUpPerson[]) => boolean) => households.find(wanted) ?? [];
  const chosen = [
    first((some) => some.length >= 3),
    first(([one]) => one?.turnsOutToBe !== null),
    first(([one]) => one?.details.mobility === 'wheelchair'),
    ...households.filter((some) => some.length === 1),
  ];
  const few: MadeUpPerson[] = [];
  for (const household of new Set(chosen)) {
    if (household.length > 0 && few.length + household.length <= n) few.push(...household);
  }
  return few;
}

/** Somebody who went home tests positive again and comes back: the ward knows them. */
function returnToUs(random: Random, convoys: PlannedConvoy[], left: PlannedStay[], before: number): void {
  const isAlone = (stay: PlannedStay, among: readonly PlannedStay[]) =>
    among.filter(({ person }) => person.household === stay.person.household).length === 1;
  const former = left.filter(
    (stay) =>
      stay.leaves?.way === 'on-order' &&
      millisOf(stay.leaves.at) < before - TYPED_IN_BY * HOUR &&
      stay.person.turnsOutToBe === null &&
      stay.person.details.companions === '',
  );
  const again = random.oneOf(former);
  const bus = random.oneOf(convoys.filter(({ getsBeds }) => getsBeds));
  const seat = bus?.stays.find((stay) => isAlone(stay, bus.stays));
  if (!again || !seat) return;
  const { firstPositiveDate } = seat.person.details;
  const details = { ...again.person.details, firstPositiveDate, remarks: '复阳，再次收治' };
  seat.person = { details, household: seat.person.household, turnsOutToBe: null };
  left.splice(left.indexOf(again), 1);
}
