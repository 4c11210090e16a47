import type { CertificateFields, CertificateStanding, VoidReason } from '#shared/contract/papers.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

/** Ways of leaving that end the isolation: with a doctor's word, into freedom or the community's care. */
const RELEASED: ReadonlySet<WayOfLeaving> = new Set(['on-order', 'to-community']);

/** What decides about a certificate, as the record knows it now. */
export interface ReleaseState {
  /** Null where the stay was taken back. */
  stay: {
    leftOn: LocalDate | null;
    way: WayOfLeaving | null;
    /** Left by a list that doctor and nurse have signed (双人核对), and eligible then by the basis that was kept. */
    checked: boolean;
  } | null;
  /** The day of a list that doctor and nurse have signed and on which this person stands and may still leave. */
  signedFor: LocalDate | null;
}

/**
 * The day on which the isolation ends by what is known now; null where no certificate is due. Whoever left on a
 * doctor's word alone gets none: a certificate says that two people checked somebody who was fit by the rules.
 */
export function releaseDay({ stay, signedFor }: ReleaseState): LocalDate | null {
  if (!stay) return null;
  if (stay.leftOn === null) return signedFor;
  return stay.checked && stay.way !== null && RELEASED.has(stay.way) ? stay.leftOn : null;
}

/** What a certificate says about the person, which a correction of the record makes untrue. */
const IDENTITY = ['name', 'sex', 'documentType', 'documentNumber', 'from'] as const;
export type Identity = Pick<CertificateFields, (typeof IDENTITY)[number]>;

export interface IssuedCertificate {
  fields: CertificateFields;
  /** Another certificate was issued for the same stay since. */
  replaced: boolean;
  /** The stay had been ended at some time after it was issued, and that was taken back. */
  leavingTakenBack: boolean;
}

/**
 * Is a certificate still true? Derived at every question and stored nowhere, so that undoing a discharge or an
 * admission, a correction and a late positive each make it void without anybody thinking of it.
 */
export function certificateStanding(
  { fields, replaced, leavingTakenBack }: IssuedCertificate,
  state: ReleaseState,
  now: Identity | null,
): { standing: CertificateStanding; reason: VoidReason | null } {
  const isVoid = (reason: VoidReason) => ({ standing: 'void' as const, reason });
  if (replaced) return isVoid('replaced');
  if (!state.stay || !now) return isVoid('stay-taken-back');
  const left = state.stay.leftOn !== null;
  const day = releaseDay(state);
  if (left && day === null) return isVoid('left-otherwise');
  if (!left && day === null) return isVoid(leavingTakenBack ? 'discharge-taken-back' : 'off-the-list');
  if (IDENTITY.some((field) => fields[field] !== now[field]) || day !== fields.to)
    return isVoid(day !== fields.to && !left ? 'off-the-list' : 'record-changed');
  return { standing: left ? 'valid' : 'not-yet', reason: null };
}

/** `FC2022-000123`: running within a year of the hospital's calendar, never used twice. */
export const certificateNumber = (year: string, running: number): string =>
  `FC${year}-${String(running).padStart(6, '0')}`;

/** The running part of a number; 0 where there is none yet. */
export const runningPart = (number: string | null): number => Number(number?.slice(-6) ?? 0);
