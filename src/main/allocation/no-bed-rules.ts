import type { AllocationReason } from '#shared/contract/allocation-reasons.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { SexPolicy } from '#shared/contract/vocabulary.ts';
import { type Desk, takes } from './admission-to-bed-rules.ts';
import { reason } from './explain-rules.ts';
import { plansFor } from './family-plan-rules.ts';
import { adultKinInFamilyZone, type Patient } from './patient-rules.ts';

/** Why no bed was found for somebody whom the rules would have placed. */
export function unplacedReasons(
  desk: Desk,
  patient: Patient,
  open: readonly Patient[],
  beds: ReadonlyMap<StayId, number>,
): AllocationReason[] {
  const { ward, settings } = desk;
  const { familyId, classification } = patient.person;
  const family = familyId === null ? [patient] : open.filter((p) => p.person.familyId === familyId);
  const group = plansFor(family, ward, settings)[0]?.groups.find(({ members }) => members.includes(patient));
  const sexPolicy: SexPolicy = group?.policy ?? 'family';
  if (!ward.zones.some(({ policy }) => policy === sexPolicy)) return [reason('no-zone', { sexPolicy })];
  const taken = new Set(beds.values());
  const free = [...ward.beds.keys()].filter((place) => {
    const bed = ward.beds[place];
    return bed?.sexPolicy === sexPolicy && bed.state === 'available' && !taken.has(place);
  });
  if (free.length === 0) return [reason('no-free-bed', { sexPolicy })];
  if (!free.some((place) => takes(desk, place, classification))) {
    return [reason('classification-full', { sexPolicy, classification })];
  }
  const count = group?.members.length ?? 1;
  if (count > 1) return [reason('no-beds-together', { sexPolicy, count: String(count) })];
  const alone = patient.child && adultKinInFamilyZone(patient, ward, settings).length === 0;
  return [alone ? reason('no-bed-near-nurse') : reason('no-free-bed', { sexPolicy })];
}
