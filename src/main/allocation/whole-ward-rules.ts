import { SEX_POLICIES, type SexPolicy } from '#shared/contract/vocabulary.ts';
import type { Desk } from './admission-to-bed-rules.ts';
import { type Family, type Seat, seatCost } from './family-seat-rules.ts';
import type { Patient } from './patient-rules.ts';
import { type Section, type Single, singleAssigner } from './single-assignment-rules.ts';

/** One complete way of giving out the beds. */
export interface WholeWard {
  /** By family; null while one is taken out. */
  seats: readonly (Seat | null)[];
  sections: Readonly<Record<SexPolicy, Section>>;
  /** Hundredths of a point. */
  cost: number;
}

export interface Accountant {
  /** The cheapest way to place everybody else around these seats, and what all of it costs. */
  total: (seats: readonly (Seat | null)[]) => WholeWard;
  /** The singles given, without any family, where each bed costs its price on top of its cost. */
  singlesAtPrices: (prices: Float64Array) => readonly Section[];
  /** Steps taken, about a nanosecond each. */
  steps: () => number;
}

/** Outcomes kept for when the same beds are taken again. */
const REMEMBERED = 200;

/** Everybody who is not in a block is assigned anew, exactly, for each set of seats. */
export function accountant(desk: Desk, families: readonly Family[], singles: readonly Single[]): Accountant {
  const assigner = singleAssigner(desk);
  const always = ofPolicies((policy) =>
    singles.flatMap((single) => (single.policy === policy ? [single.patient] : [])),
  );
  const known = ofPolicies(() => new Map<string, Section>());
  const sectionOf = (policy: SexPolicy, extra: readonly Patient[], taken: readonly number[]): Section => {
    const key = `${extra.map(({ person }) => person.stayId).join()} ${taken.join()}`;
    const seen = known[policy].get(key);
    if (seen !== undefined) return seen;
    const blocked = new Set(taken);
    const section = assigner.assign(policy, [...always[policy], ...extra], (place) => !blocked.has(place));
    if (known[policy].size >= REMEMBERED) known[policy].clear();
    known[policy].set(key, section);
    return section;
  };
  return {
    total: (seats) => {
      const extra = ofPolicies((): Patient[] => []);
      const taken = ofPolicies((): number[] => []);
      let cost = 0;
      families.forEach((_, f) => {
        const seat = seats[f];
        if (!seat) return;
        cost += seatCost(seat);
        seat.plan.groups.forEach(({ members, policy }, g) => {
          const [patient, ...others] = members;
          if (patient && others.length === 0) extra[policy].push(patient);
          taken[policy].push(...(seat.blocks[g]?.beds ?? []));
        });
      });
      const sections = ofPolicies((policy) =>
        sectionOf(
          policy,
          extra[policy],
          taken[policy].sort((a, b) => a - b),
        ),
      );
      for (const policy of SEX_POLICIES) cost += sections[policy].cost;
      return { seats, sections, cost };
    },
    singlesAtPrices: (prices) =>
      SEX_POLICIES.map((policy) => {
        const alone = sectionOf(policy, [], []);
        return unchanged(desk, alone, policy, prices)
          ? atOwnPrices(desk, alone)
          : assigner.assignAtPrices(policy, always[policy], prices);
      }),
    steps: assigner.steps,
  };
}

/** No bed of such zones has another price than the singles alone would pay. */
const unchanged = ({ ward }: Desk, { prices: own }: Section, policy: SexPolicy, prices: Float64Array) =>
  ward.beds.every((bed, place) => bed.sexPolicy !== policy || prices[place] === own[place]);

/** At the prices that belong to an optimal assignment this one stays optimal, and all of them are paid. */
function atOwnPrices({ ward }: Desk, section: Section): Section {
  const paid = ward.beds.reduce(
    (sum, { state }, place) => sum + (state === 'available' ? (section.prices[place] ?? 0) : 0),
    0,
  );
  return { ...section, cost: section.cost + paid };
}

const ofPolicies = <T>(make: (policy: SexPolicy) => T): Record<SexPolicy, T> => ({
  male: make('male'),
  female: make('female'),
  family: make('family'),
});

/** The prices of all beds: each is in one section only. */
export function pricesOf({ sections }: WholeWard): Float64Array {
  const { male, female, family } = sections;
  return male.prices.map((price, place) =>
    Math.max(price, female.prices[place] ?? 0, family.prices[place] ?? 0),
  );
}
