import type { Bed, Occupant, Person } from '#main/allocation/allocation-types.ts';
import {
  type BedAttribute,
  CLASSIFICATIONS,
  MOBILITIES,
  NEEDS,
  SEX_POLICIES,
  SEXES,
} from '#shared/contract/vocabulary.ts';
import { bedsOf, dice, family, occupy, person } from './made-up-ward.ts';

export interface Crowd {
  beds: Bed[];
  occupants: Occupant[];
  people: Person[];
}

/** Who comes: `families` of every ten are families of two to five, the rest come alone. */
export interface Make {
  people: number;
  families: number;
  /** Care units in each zone. */
  units: number;
  /** Of a hundred beds, how many are occupied by others. */
  occupied: number;
}

/** A made-up ward and bus load from a seed: some old, some in wheelchairs, some with needs, some unknown. */
export function crowd(seed: number, make: Make): Crowd {
  const roll = dice(seed);
  const one = <T>(of: readonly [T, ...T[]]): T => of[roll(of.length)] ?? of[0];
  const chance = (percent: number) => roll(100) < percent;
  const attributes = (): BedAttribute[] => [
    ...(chance(15) ? (['nearNurse'] as const) : []),
    ...(chance(15) ? (['nearToilet'] as const) : []),
    ...(chance(40) ? (['socket'] as const) : []),
    ...(chance(8) ? (['oxygen'] as const) : []),
    ...(chance(10) ? (['quiet'] as const) : []),
  ];
  const zones = SEX_POLICIES.map((policy, z) => ({
    code: 'ABC'.charAt(z),
    policy,
    units: make.units,
    columns: 3 + roll(3),
    rows: 2 + roll(3),
  }));
  const empty = bedsOf(zones, attributes);
  const sick = (ageYears: number | null): Partial<Person> => ({
    ageYears,
    sex: chance(4) ? 'unknown' : one(['male', 'female']),
    classification: chance(85) ? one(['mild', 'asymptomatic']) : one(CLASSIFICATIONS),
    mobility: chance(90) ? 'walks' : one(MOBILITIES),
    needs: chance(85) ? [] : [one(NEEDS)],
    keyGroups: chance(80) ? [] : ['cardiovascular'],
  });
  const people: Person[] = [];
  while (people.length < make.people) {
    const size = roll(10) < make.families ? 2 + roll(4) : 1;
    const familyId = size > 1 ? family(people.length) : null;
    for (let i = 0; i < size; i++) {
      const ageYears = i > 0 && chance(50) ? roll(15) : chance(3) ? roll(15) : 15 + roll(75);
      people.push(person(people.length, { ...sick(chance(2) ? null : ageYears), familyId }));
    }
  }
  const lying = empty
    .filter(() => chance(make.occupied))
    .map(({ code, sexPolicy }, i): [string, Person] => {
      const sex = sexPolicy === 'family' ? one(SEXES) : sexPolicy;
      const relative = chance(10) ? (people[roll(people.length)]?.familyId ?? null) : null;
      const said = { ...sick(20 + roll(50)), sex, familyId: relative };
      return [code, person(100_000 + i, said)];
    });
  return { ...occupy(empty, lying), people };
}
