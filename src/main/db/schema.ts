import type { Generated } from 'kysely';
import type { RosterField } from '#shared/contract/roster-row.ts';
import type {
  BedId,
  CareUnitId,
  ConvoyId,
  FamilyId,
  OperatorId,
  PersonId,
  RosterId,
  StayId,
  ZoneId,
} from '#shared/contract/values.ts';
import type {
  Classification,
  ClosureReason,
  DocumentType,
  Mobility,
  Sex,
  SexPolicy,
  WayOfLeaving,
} from '#shared/contract/vocabulary.ts';
import type { Instant, LocalDate, TimeZone } from '#shared/rules/instant.ts';
import type { AuditSchema } from './audit-schema.ts';
import { CLINICAL_FACT_TABLES, CLINICAL_HELD_ONCE, type ClinicalSchema } from './clinical-schema.ts';
import { LEADS_FACT_TABLES, LEADS_HELD_ONCE, type LeadsSchema } from './leads-schema.ts';
import type { PeopleSchema } from './people-schema.ts';
import type { Fact, Fixed, Flag, Interval } from './schema-columns.ts';

/** What the tables of migrations/ look like to Kysely. The reasons for their shape stand in 001. */

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Schema extends ClinicalSchema, LeadsSchema, PeopleSchema, AuditSchema {
  hospital: {
    id: number;
    ward_id: string;
    name: string;
    time_zone: TimeZone;
    demo: Flag;
    layout_id: string;
    floor_width: number;
    floor_height: number;
    created_at: Instant;
    opened_at: Instant;
  };
  setting: { key: string; value: string };
  operator: { id: OperatorId; name: string; kind: 'person' | 'system'; active: Flag };
  act: {
    seq: Generated<number>;
    id: Fixed<string>;
    procedure: Fixed<string>;
    operator_id: Fixed<OperatorId>;
    happened_at: Fixed<Instant>;
    recorded_at: Fixed<Instant>;
    late: Fixed<Flag>;
    reason: Fixed<string>;
    key: Fixed<string>;
  };
  act_undo: { act_seq: Fixed<number>; undoes: Fixed<number> };
  act_reply: { act_seq: Fixed<number>; input_hash: Fixed<string>; body: Fixed<string> };
  act_subject: { act_seq: Fixed<number>; kind: Fixed<SubjectKind>; subject_id: Fixed<string> };
  act_change: {
    act_seq: Fixed<number>;
    kind: Fixed<SubjectKind>;
    subject_id: Fixed<string>;
    field: Fixed<string>;
    before: Fixed<string | null>;
    after: Fixed<string | null>;
  };
  landmark: Rectangle & { id: Generated<number>; kind: string; label: string };
  zone: Rectangle & { id: ZoneId; code: string; name: string; sex_policy: SexPolicy };
  care_unit: Rectangle & { id: CareUnitId; zone_id: ZoneId; code: string };
  bed: {
    id: BedId;
    care_unit_id: CareUnitId;
    code: string;
    x: number;
    y: number;
    near_nurse: Flag;
    near_toilet: Flag;
    socket: Flag;
    oxygen: Flag;
    quiet: Flag;
    cot: Flag;
    /** Sequence number of the last act that touched this bed; see {@link Schema.stay}. */
    version: Generated<number>;
  };
  person: {
    id: PersonId;
    name: string;
    name_pinyin: string;
    name_initials: string;
    sex: Sex;
    birth_date: LocalDate | null;
    document_type: DocumentType;
    document_number: string | null;
    document_tail: string | null;
    phone: string;
    phone_digits: string;
    provisional: Flag;
  };
  convoy: { id: ConvoyId };
  family: { id: FamilyId };
  stay: {
    id: StayId;
    number: number;
    person_id: PersonId;
    family_id: FamilyId | null;
    convoy_id: ConvoyId | null;
    address: string;
    district: string;
    street: string;
    first_positive_date: LocalDate | null;
    conditions: string;
    vaccine_doses: number | null;
    mobility: Mobility;
    /** Words of NEEDS, joined by commas. */
    needs: string;
    companions: string;
    emergency_contact: string;
    emergency_phone: string;
    remarks: string;
    /** Sequence number of the last act that touched this stay: what a screen saw, and is held to. */
    version: Generated<number>;
  };
  stay_period: Fact &
    Interval & {
      stay_id: Fixed<StayId>;
      way: Fixed<WayOfLeaving | null>;
      destination: Fixed<string | null>;
      companion: Fixed<string | null>;
      note: Fixed<string | null>;
    };
  stay_classification: Fact & {
    stay_id: Fixed<StayId>;
    from_at: Fixed<Instant>;
    classification: Fixed<Classification>;
  };
  bed_assignment: Fact & Interval & { stay_id: Fixed<StayId>; bed_id: Fixed<BedId> };
  disinfection: Fact & Interval & { bed_id: Fixed<BedId>; ready_at: Fixed<Instant> };
  closure: Fact &
    Interval & {
      bed_id: Fixed<BedId | null>;
      care_unit_id: Fixed<CareUnitId | null>;
      zone_id: Fixed<ZoneId | null>;
      reason: Fixed<ClosureReason>;
      note: Fixed<string>;
    };
  reservation: Fact & Interval & { bed_id: Fixed<BedId>; stay_id: Fixed<StayId | null>; note: Fixed<string> };
  convoy_fact: Fact & {
    convoy_id: Fixed<ConvoyId>;
    plate: Fixed<string>;
    origin: Fixed<string>;
    people: Fixed<number>;
    expected_at: Fixed<Instant>;
    arrived_at: Fixed<Instant | null>;
    cancelled: Fixed<Flag>;
    note: Fixed<string>;
  };
  roster: {
    id: RosterId;
    file_name: Fixed<string>;
    file_hash: Fixed<string>;
    content: Fixed<Uint8Array>;
    arrived_at: Fixed<Instant>;
    convoy_id: Fixed<ConvoyId | null>;
    opened_by: Fixed<number>;
    /** People on the list when it was opened, whatever became of them. */
    people: Fixed<number>;
  };
  /** What a person once said that a heading means, by the heading's tidied form. */
  heading_meaning: { heading: string; field: RosterField };
  roster_choice: RosterFact & { sheet: Fixed<string | null>; heading_row: Fixed<number | null> };
  roster_column: RosterFact & { position: Fixed<number>; field: Fixed<RosterField | null> };
  roster_edit: RosterFact & { row: Fixed<number>; position: Fixed<number>; text: Fixed<string> };
  roster_drop: RosterFact & { row: Fixed<number> };
  roster_admission: RosterFact & { row: Fixed<number>; stay_id: Fixed<StayId> };
}

interface RosterFact extends Fact {
  roster_id: Fixed<RosterId>;
}

/** What an act can be about: histories are read, and stale screens are found, by these. */
const SUBJECT_KINDS = [
  'stay',
  'person',
  'bed',
  'care-unit',
  'zone',
  'convoy',
  'roster',
  'operator',
  'hospital',
  /** A stay again, where an act is about the patient's care: it shows in the history and makes no screen stale. */
  'care',
  'protocol',
  'lab-file',
  'release-list',
  'daily-report',
  'relief-team',
  'roll-call',
  'handover',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * Fact tables in the order in which an undo may write them again: a period before the bed inside it, a
 * bed's people before its disinfections.
 */
export const FACT_TABLES = [
  'stay_period',
  'stay_classification',
  'bed_assignment',
  'disinfection',
  'closure',
  'reservation',
  'convoy_fact',
  'roster_choice',
  'roster_column',
  'roster_edit',
  'roster_drop',
  'roster_admission',
  ...CLINICAL_FACT_TABLES,
  ...LEADS_FACT_TABLES,
] as const satisfies (keyof Schema)[];
export type FactTable = (typeof FACT_TABLES)[number];

/** What can hold only once at a time, by the columns that tell one from another. */
export const HELD_ONCE = { ...CLINICAL_HELD_ONCE, ...LEADS_HELD_ONCE } as const;
