import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import { readDocument } from '#shared/rules/identity-document.ts';
import { type Instant, type LocalDate, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { readPhone } from '#shared/rules/phone.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import type { BedAssignment, StayNow } from './stay-repository.ts';

/**
 * Details as they are kept: the number tidied, and where the document tells sex and birth date these win
 * over what was typed. Refuses a number that cannot be one of its kind.
 */
export function establish(given: AdmissionDetails, today: LocalDate): AdmissionDetails {
  const details = { ...given, phone: readPhone(given.phone).phone };
  if (details.documentType === 'none') return { ...details, documentNumber: null };
  if (details.documentNumber === null) return details;
  const reading = readDocument(details.documentType, details.documentNumber, today);
  if (!reading.ok) throw new Refusal('document-invalid', { problem: reading.fault });
  return {
    ...details,
    documentType: reading.type,
    documentNumber: reading.number,
    birthDate: reading.birthDate ?? details.birthDate,
    sex: reading.sex ?? details.sex,
  };
}

/** The stay must be going on. */
export function requireInHouse(stay: StayNow): void {
  refuseUnless(stay.period.to_at === null, 'not-in-house', () => ({ name: stay.name }));
}

export function requireBed(stay: StayNow): BedAssignment & { code: string } {
  if (!stay.assignment) throw new Refusal('has-no-bed', { name: stay.name });
  return stay.assignment;
}

/** A bed can be had from the arrival on, and from the end of the bed before it. */
export function requireAfterArrival(stay: StayNow, at: Instant, zone: TimeZone): void {
  const earliest =
    stay.lastBedUntil !== null && stay.lastBedUntil > stay.period.from_at
      ? stay.lastBedUntil
      : stay.period.from_at;
  refuseUnless(at >= earliest, 'before-arrival', () => ({
    name: stay.name,
    arrived: localOf(earliest, zone),
    at: localOf(at, zone),
  }));
}

/** What ends a bed must come after what began it. */
export function requireAfterLastMove(
  stay: StayNow,
  assignment: BedAssignment & { code: string },
  at: Instant,
  zone: TimeZone,
): void {
  refuseUnless(at > assignment.from_at, 'before-last-move', () => ({
    name: stay.name,
    bed: assignment.code,
    from: localOf(assignment.from_at, zone),
    at: localOf(at, zone),
  }));
}
