import { z } from 'zod';
import { GENE_READINGS, NAT_OUTCOMES, SIGNATURE_ROLES, VERDICTS } from './clinical-vocabulary.ts';
import {
  familyId,
  instant,
  localDate,
  operatorId,
  releaseBusId,
  releaseListId,
  stayId,
  text,
  utcInstant,
} from './values.ts';
import { SEXES } from './vocabulary.ts';

/** How far a list has come. `proposed`: nobody has opened one for this day yet. */
export const LIST_STATES = ['proposed', 'open', 'signed-once', 'signed'] as const;
export type ListState = (typeof LIST_STATES)[number];

/**
 * `on`: may leave as it stands at this moment. `dropped`: stands on the list and may not leave, with the reason.
 * `left`: has left by this list. Derived at every reading, stored nowhere.
 */
const MEMBER_STATES = ['on', 'dropped', 'left'] as const;

/** A sentence in both languages: the screen shows hers, the file the reader's. */
const sentence = z.strictObject({ zh: z.string(), en: z.string() });

const gene = z.strictObject({ reading: z.enum(GENE_READINGS), ct: z.number().nullable() });

/** One sample with its result as districts want it. */
export const listedSample = z.strictObject({
  sampledAt: utcInstant,
  outcome: z.enum(NAT_OUTCOMES).nullable(),
  orf: gene,
  n: gene,
});
export type ListedSample = z.infer<typeof listedSample>;

const person = {
  stayId,
  version: z.int(),
  number: z.int(),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.int().nullable(),
  documentType: z.string(),
  documentNumber: z.string(),
  phone: z.string(),
  bed: z.string(),
  district: z.string(),
  street: z.string(),
  address: z.string(),
  familyId: familyId.nullable(),
  arrivedAt: utcInstant,
  daysInHouse: z.int(),
  /** The last two samples that have a result, the latest first. */
  samples: z.array(listedSample).max(2),
};

export const candidate = z.strictObject({
  ...person,
  verdict: z.enum(VERDICTS),
  /** The earliest moment at which every rule can be met. */
  earliest: utcInstant.nullable(),
  /** What has to happen next. */
  next: sentence,
  /** A bus of the list, as the automatic assignment would have it. */
  busId: releaseBusId.nullable(),
});
export type Candidate = z.infer<typeof candidate>;

const member = z.strictObject({
  ...person,
  busId: releaseBusId.nullable(),
  state: z.enum(MEMBER_STATES),
  /** Why dropped; for those who are on again after a correction, that too. Null where there is nothing to say. */
  reason: sentence.nullable(),
  /** The code of the rule that dropped the person, for whoever counts. */
  rule: z.string().nullable(),
  since: utcInstant.nullable(),
  note: z.string(),
});
export type Member = z.infer<typeof member>;

export const busFacts = {
  plate: text(40).trim().min(1),
  seats: z.int().min(1).max(100),
  /** Empty: takes people of every district. */
  district: text(60).trim(),
  departsAt: instant,
  meetingPoint: text(120).trim(),
};
const bus = z.strictObject({ ...busFacts, departsAt: utcInstant, busId: releaseBusId, taken: z.int() });
export type ReleaseBus = z.infer<typeof bus>;

const signature = z.strictObject({
  role: z.enum(SIGNATURE_ROLES),
  operatorId,
  who: z.string(),
  at: utcInstant,
  /** How many were on the list that was signed. */
  members: z.int(),
});
export type ListSignature = z.infer<typeof signature>;

export const protocolName = z.strictObject({ key: z.string(), version: z.int(), name: sentence });

export type ProtocolName = z.infer<typeof protocolName>;

export const list = z.strictObject({
  listId: releaseListId.nullable(),
  day: localDate,
  at: utcInstant,
  protocol: protocolName,
  state: z.enum(LIST_STATES),
  signatures: z.array(signature),
  buses: z.array(bus),
  members: z.array(member),
});
export type ReleaseListView = z.infer<typeof list>;

export const districtPaper = z.strictObject({
  district: z.string(),
  people: z.int(),
  /** In the order of bus, street, bed; those who dropped off are not among them. */
  rows: z.array(z.strictObject({ ...member.shape, place: z.int(), bus: bus.nullable() })),
});
export type DistrictPaper = z.infer<typeof districtPaper>;
