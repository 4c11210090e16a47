/**
 * The ward's closed lists of words. Each is the one place where its members stand; screens translate them
 * by `vocabulary.<list>.<word>`, files write them out in words, never as codes.
 */

/** Sex, GB/T 2261.1: 1 male, 2 female, 0 unknown or 9 not stated (both `unknown` here). */
export const SEXES = ['male', 'female', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** Who a zone takes. `family` takes both sexes: parents with children, couples with somebody to care for. */
export const SEX_POLICIES = ['male', 'female', 'family'] as const;
export type SexPolicy = (typeof SEX_POLICIES)[number];

/** Clinical classification 临床分型, ninth edition (March 2022). `unknown` until a doctor or a list says so. */
export const CLASSIFICATIONS = ['asymptomatic', 'mild', 'ordinary', 'severe', 'critical', 'unknown'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** Identity documents; the codes of CV02.01.101 are in {@link DOCUMENT_TYPE_CODES}. */
export const DOCUMENT_TYPES = [
  'resident-id',
  'household-register',
  'passport',
  'officer-card',
  'driving-licence',
  'hk-macao-permit',
  'taiwan-permit',
  'region-residence-permit',
  'foreign-permanent-resident',
  'other',
  'none',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** CV02.01.101; kinds that the list has no code for are 99 other. */
export const DOCUMENT_TYPE_CODES = {
  'resident-id': '01',
  'household-register': '02',
  passport: '03',
  'officer-card': '04',
  'driving-licence': '05',
  'hk-macao-permit': '06',
  'taiwan-permit': '07',
  'region-residence-permit': '99',
  'foreign-permanent-resident': '99',
  other: '99',
  none: '99',
} as const satisfies Record<DocumentType, string>;

export const BED_STATES = [
  'available',
  'reserved',
  'occupied',
  'awaitingDisinfection',
  'outOfService',
] as const;
export type BedState = (typeof BED_STATES)[number];

/** Why a bed, a care unit or a zone takes nobody; the last two are steps in the life of a whole zone. */
export const CLOSURE_REASONS = [
  'broken',
  'no-staff',
  'no-supplies',
  'infection-control',
  'not-open',
  'other',
  'admissions-stopped',
  'zone-closed',
] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

/** The life of a zone, in its order; docs/decisions/zones.md. */
export const ZONE_STATES = [
  'not-open',
  'open',
  'stop-admissions',
  'draining',
  'final-disinfection',
  'closed',
] as const;
export type ZoneState = (typeof ZONE_STATES)[number];

/** What a bed offers; a hospital's layout file says which beds have it. */
export const BED_ATTRIBUTES = ['nearNurse', 'nearToilet', 'socket', 'oxygen', 'quiet', 'cot'] as const;
export type BedAttribute = (typeof BED_ATTRIBUTES)[number];

export const MOBILITIES = ['walks', 'walks-with-help', 'wheelchair', 'stretcher'] as const;
export type Mobility = (typeof MOBILITIES)[number];

/** What a patient needs beyond a bed; each may ask for equipment where the hospital has it. */
export const NEEDS = [
  'wheelchair',
  'dialysis',
  'pregnancy',
  'late-pregnancy',
  'oxygen',
  'socket',
  'cot',
  'quiet',
  'interpreter',
] as const;
export type Need = (typeof NEEDS)[number];

/** Ninth edition's high-risk groups, and the marks of domain.md that make somebody a key patient 重点病员. */
export const KEY_GROUPS = [
  'over-60',
  'cardiovascular',
  'lung',
  'liver',
  'kidney',
  'dialysis',
  'diabetes',
  'tumour',
  'immune-deficiency',
  'obesity',
  'late-pregnancy',
  'heavy-smoker',
  'child',
] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];

/** 离院方式, with the code of the inpatient front page. */
export const WAYS_OF_LEAVING = [
  'on-order',
  'to-hospital',
  'to-community',
  'against-advice',
  'died',
  'other',
] as const;
export type WayOfLeaving = (typeof WAYS_OF_LEAVING)[number];

export const WAY_OF_LEAVING_CODES = {
  'on-order': '1',
  'to-hospital': '2',
  'to-community': '3',
  'against-advice': '4',
  died: '5',
  other: '9',
} as const satisfies Record<WayOfLeaving, string>;

export const MOVE_REASONS = [
  'clinical',
  'family',
  'request',
  'classification',
  'zone-closing',
  'bed-fault',
  'mistake',
  'other',
] as const;
export type MoveReason = (typeof MOVE_REASONS)[number];
