import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BusWithSeats, seatPeople, type Traveller } from '#main/releases/seating-rules.ts';
import type { FamilyId, ReleaseBusId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';

const person = (id: string, district: string, street = '', family: string | null = null): Traveller => ({
  stayId: id as StayId,
  district,
  street,
  familyId: family as FamilyId | null,
});
const bus = (id: string, free: number, district = ''): BusWithSeats => ({
  busId: id as ReleaseBusId,
  plate: id,
  free,
  district,
  departsAt: '2022-04-08T01:00:00.000Z' as Instant,
});

const anyDistrict = fc.constantFrom('', '丰满区', '船营区', '昌邑区');
const anyPeople = fc
  .array(
    fc.record({
      district: anyDistrict,
      street: fc.constantFrom('', '青岛街道', '江南街道', '泰山街道'),
      family: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
    }),
    { maxLength: 90 },
  )
  .map((all) =>
    all.map(({ district, street, family }, i) =>
      person(`p${i}`, district, street, family === null ? null : `f${family}`),
    ),
  );
const anyBuses = fc
  .array(fc.record({ free: fc.integer({ min: 0, max: 45 }), district: anyDistrict }), { maxLength: 6 })
  .map((all) => all.map(({ free, district }, i) => bus(`b${i}`, free, district)));

describe('seats on the buses home', () => {
  it('a bus takes its own district, street by street; who has no bus of their own goes with the one for all', () => {
    const people = [
      person('a', '丰满区', '青岛街道'),
      person('b', '丰满区', '江南街道'),
      person('c', '船营区', '大东街道'),
      person('d', '', ''),
    ];
    const seats = seatPeople(people, [bus('丰满', 2, '丰满区'), bus('全区', 5)]);
    expect(Object.fromEntries(seats)).toEqual({ a: '丰满', b: '丰满', c: '全区', d: '全区' });
  });

  it('a street stays in one bus where it fits', () => {
    const people = [
      ...Array.from({ length: 6 }, (_, i) => person(`q${i}`, '丰满区', '青岛街道')),
      ...Array.from({ length: 4 }, (_, i) => person(`j${i}`, '丰满区', '江南街道')),
    ];
    const seats = seatPeople(people, [bus('小', 4, '丰满区'), bus('大', 6, '丰满区')]);
    const busesOf = (letter: string) =>
      new Set([...seats].filter(([id]) => id.startsWith(letter)).map(([, busId]) => busId));
    expect([...busesOf('q')]).toEqual(['大']);
    expect([...busesOf('j')]).toEqual(['小']);
  });

  it('a family that fits no bus whole gets none, and others take the seats', () => {
    const people = [
      person('mother', '丰满区', '青岛街道', 'f'),
      person('child', '丰满区', '青岛街道', 'f'),
      person('baby', '', '', 'f'),
      person('alone', '丰满区', '青岛街道'),
    ];
    expect([...seatPeople(people, [bus('小', 2, '丰满区')]).keys()]).toEqual(['alone']);
  });

  it('never more people than seats, no family parted, nobody on another district’s bus', () => {
    fc.assert(
      fc.property(anyPeople, anyBuses, (people, buses) => {
        const seats = seatPeople(people, buses);
        for (const { busId, free } of buses) {
          expect([...seats.values()].filter((one) => one === busId).length).toBeLessThanOrEqual(free);
        }
        for (const [family, members] of Map.groupBy(people, ({ familyId }) => familyId)) {
          if (family === null) continue;
          expect(new Set(members.map(({ stayId }) => seats.get(stayId))).size).toBe(1);
        }
        for (const { stayId, district, familyId } of people) {
          const found = buses.find(({ busId }) => busId === seats.get(stayId));
          if (found && familyId === null) expect(['', district]).toContain(found.district);
        }
      }),
    );
  });

  it('nobody who goes alone is left behind while a bus for them has a seat', () => {
    fc.assert(
      fc.property(anyPeople, anyBuses, (people, buses) => {
        const seats = seatPeople(people, buses);
        for (const { stayId, district, familyId } of people) {
          if (familyId !== null || seats.has(stayId)) continue;
          for (const one of buses.filter((room) => room.district === '' || room.district === district)) {
            const taken = [...seats.values()].filter((busId) => busId === one.busId).length;
            expect(taken).toBe(one.free);
          }
        }
      }),
    );
  });

  it('the order of the names given changes nothing of who gets a seat in number', () => {
    fc.assert(
      fc.property(anyPeople, anyBuses, (people, buses) => {
        const there = seatPeople(people, buses).size;
        const back = seatPeople(people, [...buses].reverse()).size;
        expect(back).toBe(there);
      }),
    );
  });
});
