import type { AllocationReason, AllocationReasonCode } from '#shared/contract/allocation-reasons.ts';
import type { Desk } from './admission-to-bed-rules.ts';
import type { Person } from './allocation-types.ts';
import { belongsElsewhere, isAdult, type Patient, riskGroups } from './patient-rules.ts';
import { areNeighbours, type Kin, type WardIndex } from './ward-index-rules.ts';

export const reason = (
  code: AllocationReasonCode,
  params: Record<string, string> = {},
): AllocationReason => ({ code, params });

/** A patient together with where every relative lies: in house, or in this proposal. */
export interface Situated {
  patient: Patient;
  place: number;
  relatives: readonly Kin[];
}

/** What speaks for a bed. `load`: patients of its care unit, this one not counted. */
export function choiceReasons(desk: Desk, { patient, place, relatives }: Situated, load: number) {
  const { ward, settings } = desk;
  const bed = ward.beds[place];
  if (bed === undefined) return [];
  const has = new Set(bed.attributes);
  const zone = bed.zoneCode;
  const found: AllocationReason[] = [
    bed.sexPolicy === 'family'
      ? reason('family-zone', { zone })
      : reason('zone-for-sex', { zone, sexPolicy: bed.sexPolicy }),
  ];
  const beside = relatives.filter((kin) => areNeighbours(ward, kin.bed, place));
  const near = relatives.filter((kin) => ward.unitOf[kin.bed] === ward.unitOf[place]);
  if (beside.length > 0) found.push(reason('beside-family', { names: namesOf(beside, ward) }));
  else if (near.length > 0) found.push(reason('same-unit-as-family', { names: namesOf(near, ward) }));
  for (const attribute of patient.required) {
    if (has.has(attribute)) found.push(reason('has-equipment', { attribute }));
  }
  if (patient.frail && has.has('nearToilet')) found.push(reason('near-toilet'));
  if ((patient.frail || patient.watched || patient.child) && has.has('nearNurse')) {
    found.push(reason('near-nurse'));
  }
  if (patient.liked.includes('quiet') && has.has('quiet')) found.push(reason('quiet'));
  const code = settings.fill === 'even' ? 'even-load' : 'fills-unit';
  found.push(reason(code, { unit: bed.unitCode, patients: String(load) }));
  return found;
}

/** What to mind about a person wherever they lie. */
export function personWarnings(person: Person): AllocationReason[] {
  const found: AllocationReason[] = [];
  const risks = riskGroups(person);
  const { classification } = person;
  if (belongsElsewhere(person)) found.push(reason('belongs-elsewhere', { classification }));
  if (risks.length > 0) found.push(reason('high-risk', { keyGroups: risks.join(',') }));
  if (classification === 'unknown') found.push(reason('classification-unknown'));
  if (person.sex === 'unknown') found.push(reason('sex-unknown'));
  if (person.ageYears === null) found.push(reason('age-unknown'));
  return found;
}

/** What to mind about this person in this bed. */
export function bedWarnings(desk: Desk, { patient, place, relatives }: Situated): AllocationReason[] {
  const { ward, settings } = desk;
  const bed = ward.beds[place];
  if (bed === undefined) return [];
  const found: AllocationReason[] = [];
  const adults = relatives.filter(({ occupant }) => isAdult(occupant.ageYears, settings));
  const inFamilyZone = ({ bed: b }: Kin) => ward.beds[b]?.sexPolicy === 'family';
  if (patient.child && !adults.some((kin) => areNeighbours(ward, kin.bed, place))) {
    found.push(reason(adults.some(inFamilyZone) ? 'child-apart' : 'child-alone'));
  }
  const away = relatives.filter((kin) => belongTogether(desk, patient, kin) && isAway(ward, kin.bed, place));
  const inHouse = away.filter((kin) => patient.kin.includes(kin));
  const arriving = away.filter((kin) => !patient.kin.includes(kin));
  if (inHouse.length > 0) found.push(reason('relative-elsewhere', { names: namesOf(inHouse, ward) }));
  if (arriving.length > 0) found.push(reason('family-apart', { names: namesOf(arriving, ward) }));
  for (const attribute of patient.required) {
    if (bed.attributes.includes(attribute)) continue;
    const exists = ward.equipped[bed.sexPolicy].has(attribute);
    found.push(reason(exists ? 'equipment-taken' : 'equipment-absent', { attribute }));
  }
  if (patient.frail && !bed.attributes.includes('nearToilet')) found.push(reason('not-near-toilet'));
  if (patient.frail && !bed.attributes.includes('nearNurse')) found.push(reason('not-near-nurse'));
  return found;
}

const isAway = (ward: WardIndex, a: number, b: number): boolean => ward.unitOf[a] !== ward.unitOf[b];

/** Relatives whom only want of beds can part: of one sex, or one a child or in need of care. */
const belongTogether = ({ settings }: Desk, { person, child, needsCare }: Patient, { occupant }: Kin) =>
  person.sex === occupant.sex ||
  child ||
  needsCare ||
  (occupant.ageYears !== null && occupant.ageYears < settings.childAge);

const namesOf = (relatives: readonly Kin[], ward: WardIndex): string =>
  relatives.map(({ occupant, bed }) => `${occupant.name} (${ward.beds[bed]?.code ?? ''})`).join(', ');
