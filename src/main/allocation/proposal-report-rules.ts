import type { AllocationReason } from '#shared/contract/allocation-reasons.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type Desk, gravestAmong, takes } from './admission-to-bed-rules.ts';
import type { Occupant, PlacedPerson } from './allocation-types.ts';
import { alternativesFor } from './alternative-rules.ts';
import { ruleRefusals } from './check-placement-rules.ts';
import { bedWarnings, choiceReasons, personWarnings, reason, type Situated } from './explain-rules.ts';
import type { FixedChoices } from './fixed-choice-rules.ts';
import type { Patient } from './patient-rules.ts';
import type { Kin } from './ward-index-rules.ts';

/** Everything that the engine found out. */
export interface Outcome {
  desk: Desk;
  /** In the order of arrival. */
  patients: readonly Patient[];
  fixed: FixedChoices;
  beds: ReadonlyMap<StayId, number>;
  reserveUsed: ReadonlyMap<string, number>;
}

/** Each placed person with reasons, warnings and other choices, in the order of arrival. */
export function report(outcome: Outcome): PlacedPerson[] {
  const { desk, patients, fixed } = outcome;
  const { ward } = desk;
  const arriving = newcomersByFamily(outcome);
  const loads = unitLoads(outcome);
  const loadOf = (place: number) => loads[ward.unitOf[place] ?? -1] ?? 0;
  const taken = new Set(outcome.beds.values());
  const free = [...ward.beds.keys()].filter(
    (place) => ward.beds[place]?.state === 'available' && !taken.has(place),
  );
  const overReserve = whoUsesReserve(outcome);
  return patients.flatMap((patient) => {
    const { stayId } = patient.person;
    const chosen = fixed.beds.get(stayId);
    const place = outcome.beds.get(stayId) ?? (chosen && ward.placeOf.get(chosen.bedId));
    const bed = place === undefined ? undefined : ward.beds[place];
    if (place === undefined || bed === undefined) return [];
    const relatives = relativesOf(patient, arriving);
    const situated: Situated = { patient, place, relatives };
    const others = Math.max(0, loadOf(place) - 1);
    return [
      {
        stayId,
        bedId: bed.bedId,
        reasons: chosen ? [reason('chosen-by-hand')] : choiceReasons(desk, situated, others),
        warnings: [
          ...(chosen ? overruled(outcome, situated) : familyMixing(outcome, situated)),
          ...personWarnings(patient.person),
          ...bedWarnings(desk, situated),
          ...(overReserve.get(stayId) ?? []),
        ],
        alternatives: alternativesFor(desk, situated, free, loadOf),
      },
    ];
  });
}

function newcomersByFamily({ desk, patients, beds }: Outcome): Map<string, Kin[]> {
  const families = new Map<string, Kin[]>();
  for (const { person } of patients) {
    const bed = beds.get(person.stayId);
    const bedId = bed === undefined ? undefined : desk.ward.beds[bed]?.bedId;
    if (person.familyId === null || bed === undefined || bedId === undefined) continue;
    const occupant: Occupant = { ...person, bedId };
    families.set(person.familyId, [...(families.get(person.familyId) ?? []), { occupant, bed }]);
  }
  return families;
}

const relativesOf = ({ person, kin }: Patient, arriving: ReadonlyMap<string, Kin[]>): Kin[] => [
  ...kin,
  ...(arriving.get(person.familyId ?? '') ?? []).filter(({ occupant }) => occupant.stayId !== person.stayId),
];

/** Patients in each care unit after the proposal. */
function unitLoads({ desk: { ward }, beds }: Outcome): number[] {
  const loads = ward.units.map(({ occupants }) => occupants.length);
  for (const place of beds.values()) {
    const unit = ward.unitOf[place] ?? -1;
    loads[unit] = (loads[unit] ?? 0) + 1;
  }
  return loads;
}

/** Rules that a choice made by hand goes against; relatives who come with the patient count as waiting. */
const overruled = ({ desk, patients }: Outcome, { patient, place }: Situated): AllocationReason[] =>
  ruleRefusals(
    desk,
    patient,
    place,
    patients
      .map(({ person }) => person)
      .filter(
        ({ familyId, stayId }) =>
          familyId !== null && familyId === patient.person.familyId && stayId !== patient.person.stayId,
      ),
  );

/** Put into a care unit of another classification, because an adult of the family is there. */
function familyMixing({ desk, patients }: Outcome, { patient, place }: Situated): AllocationReason[] {
  const { familyId } = patient.person;
  const family = patients.filter(
    (p) => p === patient || (familyId !== null && p.person.familyId === familyId),
  );
  const fits = [patient.person.classification, gravestAmong(family)].some((c) => takes(desk, place, c));
  return fits ? [] : [reason('mixes-with-family', { unit: desk.ward.beds[place]?.unitCode ?? '' })];
}

/** Those who came last to a zone whose reserve is used: as many as reserve beds are. */
function whoUsesReserve({ desk, patients, beds, reserveUsed }: Outcome): Map<StayId, AllocationReason[]> {
  const found = new Map<StayId, AllocationReason[]>();
  for (const [zone, used] of reserveUsed) {
    const there = patients.filter(({ person }) => {
      const place = beds.get(person.stayId);
      return place !== undefined && desk.ward.beds[place]?.zoneCode === zone;
    });
    const warning = reason('reserve-used', { zone, reserve: String(desk.settings.reservePerZone) });
    for (const { person } of there.slice(-used)) found.set(person.stayId, [warning]);
  }
  return found;
}
