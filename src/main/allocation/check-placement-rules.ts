import type { AllocationReason } from '#shared/contract/allocation-reasons.ts';
import type { BedId } from '#shared/contract/values.ts';
import { childCost, type Desk, NEVER } from './admission-to-bed-rules.ts';
import type { Bed, Person, WardSituation } from './allocation-types.ts';
import { bedWarnings, personWarnings, reason } from './explain-rules.ts';
import { classesIn } from './mixing-rules.ts';
import {
  adultKinInFamilyZone,
  gravestOf,
  isAdult,
  isChild,
  type Patient,
  patientOf,
} from './patient-rules.ts';
import { bedCosting } from './preference-rules.ts';
import { indexWard } from './ward-index-rules.ts';

export interface PlacementCheck {
  /** Reasons not to do it. `isOverridable` tells which a nurse may overrule, giving a reason. */
  refusals: AllocationReason[];
  warnings: AllocationReason[];
}

export interface CheckSituation extends WardSituation {
  /** Relatives of the person who wait for beds themselves. */
  familyWaiting?: readonly Person[];
}

/**
 * May this person have this bed, chosen by hand? A bed that is not free is refused whatever the reason; the
 * rules on sex, children and classification are refused too, but may be overruled.
 */
export function checkPlacement(person: Person, bedId: BedId, situation: CheckSituation): PlacementCheck {
  const { settings } = situation;
  const ward = indexWard(situation, new Set([person.stayId]));
  const desk: Desk = { ward, settings, classes: null, costsOf: bedCosting(ward, settings) };
  const patient = patientOf(person, ward, settings, 0);
  const place = ward.placeOf.get(bedId);
  const bed = place === undefined ? undefined : ward.beds[place];
  if (place === undefined || bed === undefined) {
    return { refusals: [reason('fixed-bed-unknown')], warnings: [] };
  }
  const notFree = bedRefusal(person, bed);
  const waiting = situation.familyWaiting ?? [];
  const refusals = notFree ? [notFree] : ruleRefusals(desk, patient, place, waiting);
  const situated = { patient, place, relatives: patient.kin };
  const warnings = [...personWarnings(person), ...bedWarnings(desk, situated)];
  const free = ward.beds.filter(({ zoneId, state }) => zoneId === bed.zoneId && state === 'available').length;
  if (bed.state === 'available' && free <= settings.reservePerZone) {
    warnings.push(reason('reserve-used', { zone: bed.zoneCode, reserve: String(settings.reservePerZone) }));
  }
  return { refusals, warnings };
}

/** Why the bed is no bed to give; null where it is one. */
export function bedRefusal(person: Person, bed: Bed): AllocationReason | null {
  if (person.currentBedId === bed.bedId) return reason('bed-own', { bed: bed.code });
  switch (bed.state) {
    case 'available':
      return null;
    case 'reserved': {
      if (bed.reservedFor === person.stayId) return null;
      return reason('bed-reserved', { bed: bed.code, name: bed.heldBy });
    }
    case 'occupied':
      return reason('bed-occupied', { bed: bed.code, name: bed.heldBy });
    case 'awaitingDisinfection':
      return reason('bed-awaiting-disinfection', { bed: bed.code });
    case 'outOfService':
      return reason('bed-out-of-service', { bed: bed.code });
  }
}

/** The rules that a nurse may overrule. */
export function ruleRefusals(
  desk: Desk,
  patient: Patient,
  place: number,
  waiting: readonly Person[],
): AllocationReason[] {
  const bed = desk.ward.beds[place];
  if (bed === undefined) return [];
  const found: AllocationReason[] = [];
  if (patient.child) found.push(...childRefusals(desk, patient, place, waiting));
  else if (bed.sexPolicy === 'family') {
    if (!mayJoinFamilies(desk, patient, waiting)) {
      found.push(reason('adult-in-family-zone', { zone: bed.zoneCode }));
    }
  } else if (patient.person.sex !== 'unknown' && patient.person.sex !== bed.sexPolicy) {
    const { zoneCode: zone, sexPolicy } = bed;
    found.push(reason('wrong-sex-zone', { zone, sexPolicy, sex: patient.person.sex }));
  }
  const mixed = mixingRefusal(desk, patient, place);
  if (mixed) found.push(mixed);
  return found;
}

function childRefusals(
  desk: Desk,
  patient: Patient,
  place: number,
  waiting: readonly Person[],
): AllocationReason[] {
  const { ward, settings } = desk;
  if (ward.beds[place]?.sexPolicy !== 'family') return [reason('child-outside-family-zone')];
  const adultBeds = adultKinInFamilyZone(patient, ward, settings).map(({ bed }) => bed);
  const comes = waiting.some(({ ageYears }) => isAdult(ageYears, settings));
  if (adultBeds.length === 0 && comes) return [];
  const allowed = childCost(desk, place, adultBeds, adultBeds.length === 0) !== NEVER;
  return allowed ? [] : [reason('child-not-beside-adult')];
}

/** A family zone takes adults with a child, with somebody to care for, and those whose sex is not known. */
function mayJoinFamilies({ ward, settings }: Desk, patient: Patient, waiting: readonly Person[]): boolean {
  if (patient.person.sex === 'unknown') return true;
  if (patient.kin.some(({ bed }) => ward.beds[bed]?.sexPolicy === 'family')) return true;
  return waiting.some(
    ({ ageYears, mobility }) => isChild(ageYears, settings) || mobility !== 'walks' || patient.needsCare,
  );
}

function mixingRefusal({ ward, settings }: Desk, patient: Patient, place: number): AllocationReason | null {
  const unit = ward.units[ward.unitOf[place] ?? -1];
  if (unit === undefined || settings.mixClassifications === 'allowed') return null;
  const kinThere = unit.occupants.filter(
    ({ familyId }) => familyId !== null && familyId === patient.person.familyId,
  );
  const own = gravestOf([patient.person.classification, ...kinThere.map((o) => o.classification)]);
  const others = classesIn({ ...unit, occupants: unit.occupants.filter((o) => !kinThere.includes(o)) });
  if ([...others].every((classification) => classification === own)) return null;
  return reason('mixes-classifications', { unit: unit.code, classification: [...others].join(',') });
}
