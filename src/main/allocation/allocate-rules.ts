import type { AllocationSettings } from '#shared/contract/allocation-settings.ts';
import type { StayId } from '#shared/contract/values.ts';
import { SEX_POLICIES } from '#shared/contract/vocabulary.ts';
import { type Desk, gravestAmong } from './admission-to-bed-rules.ts';
import type {
  AllocationInput,
  AllocationResult,
  Person,
  PlacedPerson,
  UnplacedPerson,
  WardSituation,
} from './allocation-types.ts';
import { assignAll, type Found } from './assign-all-rules.ts';
import { reason } from './explain-rules.ts';
import { plansFor } from './family-plan-rules.ts';
import type { Family } from './family-seat-rules.ts';
import { type FixedChoices, keepFixedChoices } from './fixed-choice-rules.ts';
import { type Demand, openAnother, openUnits, type UnitClasses } from './mixing-rules.ts';
import { unplacedReasons } from './no-bed-rules.ts';
import { inOrderOfArrival, type Patient, patientOf } from './patient-rules.ts';
import { POINT, WITHOUT_BED } from './points.ts';
import { bedCosting } from './preference-rules.ts';
import { type Outcome, report } from './proposal-report-rules.ts';
import type { Single } from './single-assignment-rules.ts';
import { indexWard, type WardIndex } from './ward-index-rules.ts';
import type { WholeWard } from './whole-ward-rules.ts';

/**
 * Beds for people, all at once: hard rules kept, everybody placed whom the rules let be placed, and among all
 * such ways one of least cost (docs/decisions/allocation.md). Choices made by hand are kept. The outcome
 * depends on what is given, not on its order.
 */
export function allocate(input: AllocationInput): AllocationResult {
  const stated = stateProblem(input);
  const { patients, fixed, open, families, byHand } = stated;
  const { desk, whole, bound } = assignWithUnits(stated);
  const beds = bedsByStay(whole, families);
  const reserveUsed = new Map(SEX_POLICIES.flatMap((policy) => [...whole.sections[policy].reserveUsed]));
  const outcome: Outcome = { desk, patients, fixed, beds, reserveUsed };
  const unplaced: UnplacedPerson[] = patients.flatMap((patient) => {
    const { stayId, name } = patient.person;
    if (beds.has(stayId) || fixed.beds.has(stayId)) return [];
    const refused = fixed.refused.get(stayId);
    if (refused) return [{ stayId, name, reasons: [refused] }];
    if (byHand.includes(patient)) return [{ stayId, name, reasons: [reason('sex-unknown-by-hand')] }];
    return [{ stayId, name, reasons: unplacedReasons(desk, patient, open, beds) }];
  });
  const placed = report(outcome);
  return { placed, unplaced, objective: whole.cost / POINT, bound: bound / POINT };
}

/** A bed for one person, by the same rules; with other choices. */
export function proposeForOne(person: Person, situation: WardSituation): PlacedPerson | UnplacedPerson {
  const { placed, unplaced } = allocate({ ...situation, people: [person], fixed: [] });
  const { stayId, name } = person;
  return placed[0] ?? unplaced[0] ?? { stayId, name, reasons: [] };
}

export interface StatedProblem extends Parties {
  ward: WardIndex;
  settings: AllocationSettings;
  fixed: FixedChoices;
  /** In the order of arrival. */
  patients: readonly Patient[];
  /** Those for whom nothing was chosen by hand. */
  open: readonly Patient[];
}

/** The problem that is solved: who is put up with whom, in which ways, around the choices made by hand. */
export function stateProblem(input: AllocationInput): StatedProblem {
  const { settings } = input;
  const people = inOrderOfArrival(input.people);
  const moving = new Set(people.map(({ stayId }) => stayId));
  const occupants = input.occupants.filter(({ stayId }) => !moving.has(stayId));
  const fixed = keepFixedChoices({ ...input, people, occupants });
  const ward = indexWard(fixed.situation, new Set());
  const last = Math.max(people.length - 1, 1);
  const patients = people.map((person, i) => patientOf(person, ward, settings, 1 - i / last));
  const open = patients.filter(({ person }) => !fixed.settled.has(person.stayId));
  return { ward, settings, fixed, patients, open, ...parties(open, ward, settings) };
}

interface Parties {
  families: Family[];
  singles: Single[];
  /** Left to the nurse by the hospital's settings. */
  byHand: Patient[];
}

/** Who is put up together, who on their own. Somebody with relatives in house has a choice of zones too. */
function parties(open: readonly Patient[], ward: WardIndex, settings: AllocationSettings): Parties {
  const groups = new Map<string, Patient[]>();
  for (const patient of open) {
    const key = patient.person.familyId ?? patient.person.stayId;
    groups.set(key, [...(groups.get(key) ?? []), patient]);
  }
  const found: Parties = { families: [], singles: [], byHand: [] };
  for (const members of groups.values()) {
    const [patient, ...others] = members;
    if (patient === undefined) continue;
    if (others.length > 0 || patient.kin.length > 0) {
      found.families.push({ members, plans: plansFor(members, ward, settings) });
    } else if (patient.child || patient.person.sex === 'unknown') {
      const leave = !patient.child && settings.unknownSex === 'by-hand';
      if (leave) found.byHand.push(patient);
      else found.singles.push({ patient, policy: 'family' });
    } else {
      found.singles.push({ patient, policy: patient.person.sex });
    }
  }
  return found;
}

/**
 * Assigns; where classifications are not mixed, opens one more care unit for each kind of people left over
 * and assigns again, for as long as that gets somebody a bed.
 */
function assignWithUnits(stated: StatedProblem): Found & { desk: Desk } {
  const { ward, settings, families, singles } = stated;
  const costsOf = remembered(bedCosting(ward, settings));
  const assigned = (classes: UnitClasses) => {
    const desk: Desk = { ward, settings, classes, costsOf };
    return { desk, ...assignAll(desk, families, singles) };
  };
  let best = assigned(openUnits(ward, demandsOf(families, singles), settings));
  for (;;) {
    let classes = best.desk.classes;
    for (const demand of leftOver(best.whole, families)) {
      classes = openAnother(ward, classes, demand)?.classes ?? classes;
    }
    if (classes === best.desk.classes) return best;
    const wider = assigned(classes);
    if (wider.whole.cost > best.whole.cost - WITHOUT_BED / 2) return best;
    best = wider;
  }
}

const remembered = <K extends object, V>(of: (key: K) => V): ((key: K) => V) => {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? of(key);
    known.set(key, value);
    return value;
  };
};

function demandsOf(families: readonly Family[], singles: readonly Single[]): Demand[] {
  const groups = [
    ...singles.map(({ patient, policy }) => ({ members: [patient], policy })),
    ...families.flatMap(({ plans }) => plans[0]?.groups ?? []),
  ];
  const demands = new Map<string, Demand>();
  for (const { members, policy } of groups) {
    const classification = gravestAmong(members);
    const key = `${policy} ${classification}`;
    const people = (demands.get(key)?.people ?? 0) + members.length;
    demands.set(key, { policy, classification, people });
  }
  return [...demands.values()];
}

/** For each kind of people left without a bed, one demand. */
function leftOver({ seats, sections }: WholeWard, families: readonly Family[]): Demand[] {
  const singles = SEX_POLICIES.flatMap((policy) =>
    sections[policy].patients.flatMap((patient, i) =>
      sections[policy].places[i] === -1 ? [{ patient, policy }] : [],
    ),
  );
  const left = families.filter((_, f) =>
    seats[f]?.plan.groups.some((group, g) => group.members.length > 1 && !seats[f]?.blocks[g]),
  );
  return demandsOf(left, singles);
}

function bedsByStay({ seats, sections }: WholeWard, families: readonly Family[]): Map<StayId, number> {
  const beds = new Map<StayId, number>();
  for (const policy of SEX_POLICIES) {
    const { patients, places } = sections[policy];
    patients.forEach(({ person }, i) => {
      const place = places[i] ?? -1;
      if (place >= 0) beds.set(person.stayId, place);
    });
  }
  families.forEach((_, f) => {
    const seat = seats[f];
    seat?.plan.groups.forEach((group, g) => {
      group.members.forEach((member, m) => {
        const place = seat.blocks[g]?.beds[m];
        if (place !== undefined) beds.set(member.person.stayId, place);
      });
    });
  });
  return beds;
}
