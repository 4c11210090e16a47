import { type AdmissionDetails, BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { splitAddress } from '#shared/rules/address.ts';
import { ageOn } from '#shared/rules/age.ts';
import { type DocumentReading, readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { tidyLines, tidyName, tidyText } from '#shared/rules/person-name.ts';
import { readPhone } from '#shared/rules/phone.ts';

/** The bed that was picked instead of the proposed one. */
export interface PickedBed {
  bedId: BedId;
  bed: string;
}

type Typed = Omit<AdmissionDetails, 'documentNumber' | 'provisional'>;

/** The form as it is typed. Whatever can be read out of it is read when it is asked for. */
export interface AdmitDraft extends Typed {
  documentNumber: string;
  /** null: as the name says (不详 …). */
  provisional: boolean | null;
  /** District and street were typed: the rule for addresses leaves them alone. */
  placeByHand: boolean;
  family: { stayId: StayId; name: string } | null;
  bed: PickedBed | null;
  toWaiting: boolean;
  /** What stands in the form without having been typed: it goes again when the number does. */
  filled: Partial<Typed>;
  /** The number whose record was filled in, so that what the nurse takes out stays out. */
  recalled: string;
}

export const BLANK_DRAFT: AdmitDraft = {
  ...BLANK_DETAILS,
  name: '',
  documentNumber: '',
  provisional: null,
  placeByHand: false,
  family: null,
  bed: null,
  toWaiting: false,
  filled: {},
  recalled: '',
};

const UNKNOWN_NAME = /不详|不明|未知|无名|unknown|unnamed|no name/i;

export const isProvisional = ({ provisional, name }: Pick<AdmitDraft, 'provisional' | 'name'>): boolean =>
  provisional ?? UNKNOWN_NAME.test(name);

/** Enough is known of somebody to look for a bed. */
export const hasSomebody = (draft: AdmitDraft, reading: DocumentReading): boolean =>
  draft.name.trim() !== '' || draft.sex !== 'unknown' || (reading.ok && reading.number !== null);

export const hasAnything = (draft: AdmitDraft): boolean =>
  draft.documentNumber.trim() !== '' ||
  draft.name.trim() !== '' ||
  draft.phone !== '' ||
  draft.address !== '';

export const readingOf = (draft: AdmitDraft, today: LocalDate): DocumentReading =>
  readDocument(draft.documentType, draft.documentNumber, today);

/** Full years on `today`; null where no birth date is known, or it has not come yet. */
export function ageOf({ birthDate }: Pick<AdmitDraft, 'birthDate'>, today: LocalDate): number | null {
  return birthDate === null || birthDate > today ? null : ageOn(birthDate, today);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isTyped = (field: string): field is keyof Typed => Object.hasOwn(BLANK_DRAFT, field);

/** Without what was filled in by itself, where nobody has changed it since. */
function withdraw(draft: AdmitDraft): AdmitDraft {
  const next: AdmitDraft = { ...draft, filled: {}, recalled: '' };
  for (const [field, value] of Object.entries(draft.filled)) {
    if (isTyped(field) && same(draft[field], value)) Object.assign(next, { [field]: BLANK_DRAFT[field] });
  }
  return next;
}

/** Another number or kind of document: sex and birth date follow at once, what came with the former one goes. */
export function withDocument(
  draft: AdmitDraft,
  change: Partial<Pick<AdmitDraft, 'documentType' | 'documentNumber'>>,
  today: LocalDate,
): AdmitDraft {
  const next = { ...withdraw(draft), ...change };
  const reading = readingOf(next, today);
  if (!reading.ok || reading.number === null) return next;
  const filled: AdmitDraft['filled'] = {
    ...(reading.type === next.documentType ? {} : { documentType: reading.type }),
    ...(reading.sex ? { sex: reading.sex } : {}),
    ...(reading.birthDate ? { birthDate: reading.birthDate } : {}),
  };
  return { ...next, ...filled, filled };
}

/** What holds for a person from one stay to the next. The classification and the infection are new each time. */
const RECALLED = [
  'name',
  'sex',
  'birthDate',
  'phone',
  'address',
  'district',
  'street',
  'conditions',
  'vaccineDoses',
  'mobility',
  'emergencyContact',
  'emergencyPhone',
] as const satisfies readonly (keyof Typed)[];

/** What the record of a known person tells, put where nothing has been typed. */
export function withRecord(draft: AdmitDraft, details: AdmissionDetails, number: string): AdmitDraft {
  const filled: AdmitDraft['filled'] = {};
  for (const field of RECALLED) {
    const isBlank = same(draft[field], BLANK_DRAFT[field]);
    if (isBlank && !same(details[field], BLANK_DRAFT[field]))
      Object.assign(filled, { [field]: details[field] });
  }
  // Dialysis and a wheelchair come along; whether somebody is still expecting has to be asked.
  const needs = details.needs.filter((need) => !need.endsWith('pregnancy'));
  if (draft.needs.length === 0 && needs.length > 0) filled.needs = needs;
  return { ...draft, ...filled, filled: { ...draft.filled, ...filled }, recalled: number };
}

/** A typed address tells district and street, unless somebody has typed those. */
export function withAddress(draft: AdmitDraft, address: string): AdmitDraft {
  return draft.placeByHand ? { ...draft, address } : { ...draft, address, ...splitAddress(address) };
}

/** The details as they are sent. Sex and birth date are the document's where it tells them. */
export function detailsOf(draft: AdmitDraft, today: LocalDate): AdmissionDetails {
  const reading = readingOf(draft, today);
  const told = reading.ok ? reading : null;
  return {
    name: tidyName(draft.name),
    sex: told?.sex ?? draft.sex,
    birthDate: told?.birthDate ?? draft.birthDate,
    documentType: told?.type ?? draft.documentType,
    documentNumber: told?.number ?? null,
    phone: readPhone(draft.phone).phone,
    address: tidyText(draft.address),
    district: tidyText(draft.district),
    street: tidyText(draft.street),
    classification: draft.classification,
    firstPositiveDate: draft.firstPositiveDate,
    conditions: tidyText(draft.conditions),
    vaccineDoses: draft.vaccineDoses,
    mobility: draft.mobility,
    needs: draft.needs,
    companions: tidyText(draft.companions),
    emergencyContact: tidyText(draft.emergencyContact),
    emergencyPhone: readPhone(draft.emergencyPhone).phone,
    remarks: tidyLines(draft.remarks),
    provisional: isProvisional(draft),
  };
}
