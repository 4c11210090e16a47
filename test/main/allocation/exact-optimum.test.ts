import { describe, expect, it } from 'vitest';
import { allocate, stateProblem } from '#main/allocation/allocate-rules.ts';
import type { AllocationInput, Occupant, Person } from '#main/allocation/allocation-types.ts';
import { DEFAULT_ALLOCATION_SETTINGS } from '#shared/contract/allocation-settings.ts';
import { exactObjective } from './exact-solution.ts';
import { crowd, type Make } from './made-up-crowd.ts';
import { bedsOfLayout, dice, family, occupy, person } from './made-up-ward.ts';

const settings = DEFAULT_ALLOCATION_SETTINGS;

/** The engine's points against those of the exact solver, for the same stated problem. */
async function compare(input: Omit<AllocationInput, 'settings' | 'fixed'>) {
  const problem = { ...input, fixed: [], settings };
  const { objective, bound, placed, unplaced } = allocate(problem);
  const exact = await exactObjective(stateProblem(problem));
  // Whatever is found costs at least the optimum, and the bound is one.
  expect(objective).toBeGreaterThanOrEqual(exact - 1e-6);
  expect(bound).toBeLessThanOrEqual(exact + 1e-6);
  return { objective, exact, bound, placed, unplaced };
}

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** 45 people, one in seven a child with a parent, before a ward of which some beds are occupied. */
function busLoad(layout: string, seed: number, people: number, occupied: number) {
  const roll = dice(seed);
  const beds = bedsOfLayout(layout);
  const lying = beds
    .filter(() => roll(100) < occupied)
    .map((bed, i): [string, Person] => [
      bed.code,
      person(10_000 + i, { sex: bed.sexPolicy === 'female' ? 'female' : 'male' }),
    ]);
  const load: Person[] = [];
  while (load.length < people) {
    const n = load.length;
    const said = (ageYears: number): Partial<Person> => ({
      ageYears,
      sex: roll(2) === 0 ? 'male' : 'female',
      mobility: roll(100) < 8 ? 'wheelchair' : 'walks',
      needs: roll(100) < 6 ? ['oxygen'] : [],
      keyGroups: roll(100) < 15 ? ['cardiovascular'] : [],
    });
    if (roll(8) > 0) load.push(person(n, said(15 + roll(75))));
    else {
      const familyId = family(n);
      load.push(person(n, { ...said(25 + roll(20)), familyId }));
      for (let c = roll(2); c >= 0; c--) load.push(person(load.length, { ...said(roll(15)), familyId }));
      if (roll(3) === 0) load.push(person(load.length, { ...said(30 + roll(20)), familyId }));
    }
  }
  return { ...occupy(beds, lying), people: load } satisfies {
    beds: unknown;
    occupants: Occupant[];
    people: Person[];
  };
}

describe('the exact solver HiGHS on the same problem', () => {
  const alone: Make[] = [
    { people: 12, families: 0, units: 2, occupied: 20 },
    { people: 30, families: 0, units: 2, occupied: 50 },
    { people: 40, families: 0, units: 1, occupied: 60 },
  ];
  it.each(alone)(
    'finds the same points for people who came alone: $people people, $occupied of 100 occupied',
    async (make) => {
      for (const seed of seeds(25)) {
        const { objective, exact } = await compare(crowd(seed, make));
        expect(objective).toBeCloseTo(exact, 6);
      }
    },
  );

  it.each([0, 60, 85, 95])(
    'finds the same points for a bus load with families at 1,200 beds, %i of 100 occupied',
    async (occupied) => {
      for (const seed of seeds(2)) {
        const { objective, exact } = await compare(busLoad('stadium-1200', seed, 45, occupied));
        expect(objective).toBeCloseTo(exact, 6);
      }
    },
    120_000,
  );

  it.each([0, 50, 75])(
    'finds the same points for half a bus load at 200 beds, %i of 100 occupied',
    async (occupied) => {
      for (const seed of seeds(5)) {
        const { objective, exact } = await compare(busLoad('hall-200', seed, 22, occupied));
        expect(objective).toBeCloseTo(exact, 6);
      }
    },
    120_000,
  );

  it('finds little better where many large families crowd before a small ward, and places nobody more', async () => {
    let same = 0;
    const wards = 25;
    for (const seed of seeds(wards)) {
      const make = { people: 12, families: 8, units: 2, occupied: 20 };
      const { objective, exact } = await compare(crowd(seed, make));
      if (Math.abs(objective - exact) < 1e-6) same++;
      // Never one person more without a bed (a million points).
      expect(objective - exact).toBeLessThan(1_000_000);
    }
    expect(same / wards).toBeGreaterThanOrEqual(0.9);
  }, 120_000);
});
