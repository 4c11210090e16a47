import type { FamilyId, ReleaseBusId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { compareTexts } from '#shared/rules/text-order.ts';

/** Somebody who needs a seat. */
export interface Traveller {
  readonly stayId: StayId;
  readonly district: string;
  readonly street: string;
  readonly familyId: FamilyId | null;
}

export interface BusWithSeats {
  readonly busId: ReleaseBusId;
  readonly plate: string;
  /** Seats that nobody has yet. */
  readonly free: number;
  /** Empty: takes people of every district. */
  readonly district: string;
  readonly departsAt: Instant;
}

/** People who go together or not at all: a family, or somebody alone. */
interface Party {
  readonly people: readonly Traveller[];
  readonly district: string;
  readonly street: string;
}

interface Room {
  readonly bus: BusWithSeats;
  free: number;
  readonly streets: Set<string>;
}

/**
 * Who goes on which bus. A bus never gets more people than it has seats, and takes only its own district, or
 * everybody where it names none. Families are never parted; one that fits no bus gets none, and so does
 * whoever comes when all is full: they are missing from the answer. Streets stay together where they fit:
 * the longest first, each into the bus with the least room that takes it whole, else party by party.
 */
export function seatPeople(
  people: readonly Traveller[],
  buses: readonly BusWithSeats[],
): Map<StayId, ReleaseBusId> {
  const rooms = [...buses]
    .sort((a, b) => compareTexts(a.departsAt, b.departsAt) || compareTexts(a.plate, b.plate))
    .map((bus): Room => ({ bus, free: bus.free, streets: new Set() }));
  const seats = new Map<StayId, ReleaseBusId>();
  for (const parties of byDistrict(partiesOf(people))) {
    const district = parties[0]?.district ?? '';
    // Its own buses first: those for everybody are kept for districts that have none.
    const own = rooms.filter(({ bus }) => bus.district !== '' && bus.district === district);
    const common = rooms.filter(({ bus }) => bus.district === '');
    const left = fillByStreet(parties, own, seats);
    fillByStreet(left, common, seats);
  }
  return seats;
}

/** Those who found no room. */
function fillByStreet(parties: readonly Party[], rooms: Room[], seats: Map<StayId, ReleaseBusId>): Party[] {
  const left: Party[] = [];
  for (const street of byStreet(parties)) {
    const whole = sizeOf(street);
    const room = tightest(rooms, whole);
    if (room) {
      for (const party of street) takeSeats(party, room, seats);
      continue;
    }
    // The largest families first, while there is still room for them in one piece.
    for (const party of [...street].sort((a, b) => b.people.length - a.people.length)) {
      const found = roomFor(party, rooms);
      if (found) takeSeats(party, found, seats);
      else left.push(party);
    }
  }
  return left;
}

const sizeOf = (parties: readonly Party[]): number =>
  parties.reduce((sum, { people }) => sum + people.length, 0);

function tightest(rooms: readonly Room[], needed: number): Room | null {
  const fitting = rooms.filter(({ free }) => free >= needed);
  return fitting.reduce<Room | null>((best, room) => (best && best.free <= room.free ? best : room), null);
}

/** The bus that has people of this street already, else the one with the most room. */
function roomFor(party: Party, rooms: readonly Room[]): Room | null {
  const fitting = rooms.filter(({ free }) => free >= party.people.length);
  const same = fitting.find(({ streets }) => streets.has(party.street));
  if (same) return same;
  return fitting.reduce<Room | null>((best, room) => (best && best.free >= room.free ? best : room), null);
}

function takeSeats(party: Party, room: Room, seats: Map<StayId, ReleaseBusId>): void {
  room.free -= party.people.length;
  room.streets.add(party.street);
  for (const { stayId } of party.people) seats.set(stayId, room.bus.busId);
}

/** A family goes where its first member with a known district lives. */
function partiesOf(people: readonly Traveller[]): Party[] {
  const families = new Map<string, Traveller[]>();
  for (const one of people) {
    const key = one.familyId ?? one.stayId;
    const together = families.get(key);
    if (together) together.push(one);
    else families.set(key, [one]);
  }
  return [...families.values()].map((together) => {
    const home = together.find(({ district }) => district !== '') ?? together[0];
    return { people: together, district: home?.district ?? '', street: home?.street ?? '' };
  });
}

const byDistrict = (parties: readonly Party[]): Party[][] =>
  [...Map.groupBy(parties, ({ district }) => district)]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([, same]) => same);

/** Streets with the most people first; equal ones in the order of their names. */
const byStreet = (parties: readonly Party[]): Party[][] =>
  [...Map.groupBy(parties, ({ street }) => street)]
    .sort(([one, a], [other, b]) => sizeOf(b) - sizeOf(a) || compareTexts(one, other))
    .map(([, same]) => same);
