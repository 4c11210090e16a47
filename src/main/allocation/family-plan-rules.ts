import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import { adultKinInFamilyZone, isChild, type Patient } from './patient-rules.ts';
import { CHILD_APART } from './points.ts';
import { familyWeight } from './preference-rules.ts';
import type { WardIndex } from './ward-index-rules.ts';

/** Members of a family who get neighbouring beds in one care unit; a group of one is anywhere in its zones. */
export interface Group {
  members: readonly Patient[];
  policy: SexPolicy;
}

/** One way of putting a family up, and what being apart costs (hundredths of a point). */
export interface Plan {
  groups: readonly Group[];
  cost: number;
}

/** Families up to this size are divided in every possible way, larger ones in a few sensible ways. */
const FULLY_DIVIDED = 5;
/** Longest row of neighbours that a large party is divided into. */
const CHUNK = 4;
/** Children who find a bed beside one adult almost anywhere; a fourth needs a bed in the middle of a unit. */
const CHILDREN_BESIDE_ADULT = 3;

/**
 * Every way that the rules allow to put a family up, the least divided first. All together in a family
 * zone where there is a child, or where men and women are together because one needs the other's care;
 * adults otherwise in the zones of their sex. A child is never in a group without an adult while an adult
 * of the family is waiting too, unless there are more children than adults can have beside them.
 */
export function plansFor(
  family: readonly Patient[],
  ward: WardIndex,
  settings: AllocationSettings,
): readonly Plan[] {
  const withCare = family.some((p) => p.needsCare || p.child || hasChildInHouse(p, ward, settings));
  const apart = familyWeight(withCare, settings);
  const divisions = family.length <= FULLY_DIVIDED ? partitions(family) : sensibleDivisions(family);
  const crowded = tooManyChildren(family);
  const same = recognised();
  const plans: Plan[] = [];
  for (const division of divisions) {
    const choices = division.map((members) => policiesFor(members, family, ward, settings));
    for (const policies of combinations(choices)) {
      const groups = division.flatMap((members, i) => {
        const policy = policies[i];
        return policy === undefined ? [] : [same({ members, policy })];
      });
      const alone = crowded ? groups.flatMap((g) => (g.members.some((p) => p.adult) ? [] : g.members)) : [];
      const children = alone.filter((p) => p.child).length;
      plans.push({ groups, cost: apart * (groups.length - 1) + CHILD_APART * children });
    }
  }
  return plans.sort((a, b) => a.cost - b.cost);
}

/** One object for the same people in the same zones, whatever plan they come from: its blocks are found once. */
function recognised(): (group: Group) => Group {
  const known = new Map<string, Group>();
  return (group) => {
    const key = `${group.policy} ${group.members.map(({ person }) => person.stayId).join(' ')}`;
    const seen = known.get(key) ?? group;
    known.set(key, seen);
    return seen;
  };
}

/** Zones that a group may go to; none where the rules do not allow such a group at all. */
function policiesFor(
  members: readonly Patient[],
  family: readonly Patient[],
  ward: WardIndex,
  settings: AllocationSettings,
): readonly SexPolicy[] {
  const adults = members.filter((p) => p.adult);
  if (members.some((p) => p.child)) {
    const adultWaits = family.some((p) => p.adult);
    const adultThere = members.some((p) => adultKinInFamilyZone(p, ward, settings).length > 0);
    return adults.length > 0 || adultThere || !adultWaits || tooManyChildren(family) ? ['family'] : [];
  }
  const withCare = members.length > 1 && members.some((p) => p.needsCare);
  const joinsChild = members.some((p) => hasChildInHouse(p, ward, settings));
  const sexes = new Set(members.map((p) => p.person.sex));
  const [sex] = sexes;
  if (sexes.size > 1 || sex === undefined) return withCare || joinsChild ? ['family'] : [];
  if (sex === 'unknown') return withCare || joinsChild || members.length === 1 ? ['family'] : [];
  return joinsChild ? ['family', sex] : [sex];
}

/** More children than can lie beside the adults who wait with them: some go beside the nurse station. */
function tooManyChildren(family: readonly Patient[]): boolean {
  const adults = family.filter((p) => p.adult).length;
  return adults > 0 && family.filter((p) => p.child).length > adults * CHILDREN_BESIDE_ADULT;
}

/** A child of the family lies in a family zone already: an adult may join it there. */
const hasChildInHouse = ({ kin }: Patient, ward: WardIndex, settings: AllocationSettings): boolean =>
  kin.some(
    ({ occupant, bed }) => ward.beds[bed]?.sexPolicy === 'family' && isChild(occupant.ageYears, settings),
  );

/** Every division of a list into groups, the undivided list first. */
function partitions<T>(items: readonly T[]): T[][][] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  return partitions(rest).flatMap((division) => [
    ...division.map((group, i) => division.with(i, [first, ...group])),
    [[first], ...division],
  ]);
}

function combinations<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>(
    (found, options) => found.flatMap((so_far) => options.map((option) => [...so_far, option])),
    [[]],
  );
}

/** For large parties: together; one adult with the children; children shared out; neighbours in fours; singly. */
function sensibleDivisions(family: readonly Patient[]): Patient[][][] {
  const children = family.filter((p) => p.child);
  const others = family.filter((p) => !p.child);
  const bySex = (people: readonly Patient[]) =>
    (['male', 'female', 'unknown'] as const)
      .map((sex) => people.filter((p) => p.person.sex === sex))
      .filter((group) => group.length > 0);
  const inFours = (people: readonly Patient[]) => bySex(people).flatMap((group) => chunks(group, CHUNK));
  const found: Patient[][][] = [[[...family]]];
  if (children.length === 0) {
    found.push(bySex(family), inFours(family));
  } else {
    const adults = others.filter((p) => p.adult);
    for (const adult of adults) {
      const rest = others.filter((p) => p !== adult);
      found.push([[adult, ...children], ...bySex(rest)], [[adult, ...children], ...inFours(rest)]);
    }
    if (adults.length > 0) {
      const shared = adults.map((adult, i) => [adult, ...children.filter((_, c) => c % adults.length === i)]);
      const youths = others.filter((p) => !p.adult).map((p) => [p]);
      const kept = adults.map((adult, i) => [
        adult,
        ...children.slice(i * CHILDREN_BESIDE_ADULT, (i + 1) * CHILDREN_BESIDE_ADULT),
      ]);
      const left = children.slice(adults.length * CHILDREN_BESIDE_ADULT).map((p) => [p]);
      found.push([...shared, ...youths], [...kept, ...youths, ...left]);
    }
  }
  found.push(family.map((p) => [p]));
  return found;
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
