import { linearSumAssignment } from 'linear-sum-assignment';
import { childCost, type Desk, NEVER } from './admission-to-bed-rules.ts';
import { adultKinInFamilyZone, type Patient } from './patient-rules.ts';
import { LOOSE_PAIR } from './points.ts';
import { type BedCosts, familyWeight } from './preference-rules.ts';
import { areNeighbours } from './ward-index-rules.ts';

/** Beds for a group, one for each member in the members' order, and what they cost together. */
export interface Block {
  beds: readonly number[];
  cost: number;
}

/** Groups up to this size are shared out in the cheapest way of all; in larger ones adults choose first. */
const SHARED_OUT_EXACTLY = 5;

interface Sharing {
  desk: Desk;
  members: readonly Patient[];
  costs: readonly BedCosts[];
  /** Beds of adult relatives in house. */
  kinBeds: readonly number[];
  /** Children without any adult of the family. */
  alone: boolean;
}

/** A way to give sets of beds to these members; null for a set that breaks the rule for children. */
export function sharingOut(
  desk: Desk,
  members: readonly Patient[],
): (beds: readonly number[]) => Block | null {
  const { ward, settings } = desk;
  const kinBeds = members.flatMap((p) => adultKinInFamilyZone(p, ward, settings).map(({ bed }) => bed));
  const alone = kinBeds.length === 0 && !members.some((p) => p.adult);
  const sharing = { desk, members, costs: members.map(desk.costsOf), kinBeds, alone };
  const share = members.length <= SHARED_OUT_EXACTLY ? inEveryWay(sharing) : adultsFirst(sharing);
  const loose = familyWeight(false, settings) * LOOSE_PAIR;
  return (beds) => {
    const block = share(beds);
    return block && { ...block, cost: block.cost + Math.round(loose * loosePairs(beds, desk)) };
  };
}

/**
 * Every way, adults before children so that these find them there. Of people who are alike the first takes
 * the first bed: exchanging them would change nothing.
 */
function inEveryWay({ desk, members, costs, kinBeds, alone }: Sharing) {
  const rank = (m: number) => (members[m]?.adult ? 0 : 1);
  const order = [...members.keys()].sort((a, b) => rank(a) - rank(b) || a - b);
  const alike = order.map((m, turn) =>
    order
      .slice(0, turn)
      .findLast(
        (o) => costs[o] === costs[m] && rank(o) === rank(m) && members[o]?.child === members[m]?.child,
      ),
  );
  return (beds: readonly number[]): Block | null => {
    let best: Block | null = null;
    const given: number[] = new Array(members.length).fill(-1);
    const give = (turn: number, cost: number, adultBeds: readonly number[]): void => {
      if (best !== null && cost >= best.cost) return;
      const member = order[turn];
      if (member === undefined) {
        best = { beds: [...given], cost };
        return;
      }
      const patient = members[member];
      const twin = alike[turn];
      const from = twin === undefined ? 0 : beds.indexOf(given[twin] ?? -1) + 1;
      for (const place of beds.slice(from)) {
        if (patient === undefined || given.includes(place)) continue;
        const extra = patient.child ? childCost(desk, place, adultBeds, alone) : 0;
        const sum = cost + (costs[member]?.[place] ?? NEVER) + extra;
        if (sum === NEVER) continue;
        given[member] = place;
        give(turn + 1, sum, patient.adult ? [...adultBeds, place] : adultBeds);
        given[member] = -1;
      }
    };
    give(0, 0, kinBeds);
    return best;
  };
}

/**
 * Where there are children each adult takes the bed with most neighbours that have no adult yet; everybody
 * else is then assigned at the least cost.
 */
function adultsFirst({ desk, members, costs, kinBeds, alone }: Sharing) {
  const withChildren = members.some((p) => p.child);
  const fixed = withChildren ? [...members.keys()].filter((m) => members[m]?.adult) : [];
  const others = [...members.keys()].filter((m) => !fixed.includes(m));
  return (beds: readonly number[]): Block | null => {
    const adultBeds = mostNeighbours(beds, fixed.length, desk);
    const rest = beds.filter((place) => !adultBeds.includes(place));
    const given: number[] = new Array(members.length).fill(-1);
    fixed.forEach((member, i) => {
      given[member] = adultBeds[i] ?? -1;
    });
    const near = [...kinBeds, ...adultBeds];
    const price = (member: number, place: number) =>
      (costs[member]?.[place] ?? NEVER) + (members[member]?.child ? childCost(desk, place, near, alone) : 0);
    const matrix = others.map((member) => rest.map((place) => Math.min(price(member, place), 1e12)));
    const found = others.length > 0 ? linearSumAssignment(matrix, { maximaze: false }).rowAssignments : [];
    others.forEach((member, i) => {
      given[member] = rest[found[i] ?? -1] ?? -1;
    });
    const cost = given.reduce((sum, place, m) => sum + price(m, place), 0);
    return cost === NEVER ? null : { beds: given, cost };
  };
}

/** `count` beds of a set, each with as many neighbours in it as possible that none of the others has. */
function mostNeighbours(beds: readonly number[], count: number, { ward }: Desk): number[] {
  const chosen: number[] = [];
  const covered = new Set<number>();
  for (let turn = 0; turn < count; turn++) {
    let best = -1;
    let most = -1;
    for (const bed of beds) {
      if (chosen.includes(bed)) continue;
      const fresh = beds.filter((b) => areNeighbours(ward, bed, b) && !covered.has(b)).length;
      if (fresh > most) [best, most] = [bed, fresh];
    }
    if (best < 0) break;
    chosen.push(best);
    for (const b of ward.neighbours[best] ?? []) covered.add(b);
  }
  return chosen;
}

/** Pairs of beds that do not touch. */
const loosePairs = (beds: readonly number[], { ward }: Desk): number =>
  beds.reduce((sum, a, i) => sum + beds.slice(i + 1).filter((b) => !areNeighbours(ward, a, b)).length, 0);
