import type {
  AlertKind,
  CareKind,
  CareOutcome,
  Consciousness,
  ExaminationKind,
  GeneReading,
  HomeTestResult,
  NatOutcome,
  OxygenSupply,
  PaperKind,
  PatientMark,
  SignatureRole,
  SymptomTrend,
  Team,
  Verdict,
} from '#shared/contract/clinical-vocabulary.ts';
import type { LabField } from '#shared/contract/lab-row.ts';
import type {
  CareOrderId,
  ExaminationId,
  LabFileId,
  OperatorId,
  ProtocolVersionId,
  ReferralId,
  ReleaseBusId,
  ReleaseListId,
  StayId,
} from '#shared/contract/values.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';
import type { Fact, Fixed, Flag, Interval } from './schema-columns.ts';

interface OfStay {
  stay_id: Fixed<StayId>;
}

/** What the tables of migrations/004 look like to Kysely. */
export interface ClinicalSchema {
  sample_label: Fact & OfStay & { barcode: Fixed<string> };
  nat_sample: Fact & OfStay & { barcode: Fixed<string>; sampled_at: Fixed<Instant>; pooled: Fixed<Flag> };
  lab_file: {
    id: LabFileId;
    file_name: Fixed<string>;
    file_hash: Fixed<string>;
    content: Fixed<Uint8Array>;
    rows: Fixed<number>;
    opened_by: Fixed<number>;
  };
  /** What a person once said that a heading of a laboratory's list means, by the heading's tidied form. */
  lab_heading: { heading: string; field: LabField };
  nat_result: Fact & {
    barcode: Fixed<string>;
    reported_at: Fixed<Instant | null>;
    outcome: Fixed<NatOutcome>;
    orf_reading: Fixed<GeneReading>;
    /** Cycles; set exactly where the reading is `ct`. */
    orf_ct: Fixed<number | null>;
    n_reading: Fixed<GeneReading>;
    n_ct: Fixed<number | null>;
    lab_file_id: Fixed<LabFileId | null>;
    lab_row: Fixed<number | null>;
  };
  /** What became of one row of a laboratory's file, with the row as it was read. */
  lab_row: Fact & {
    lab_file_id: Fixed<LabFileId>;
    row: Fixed<number>;
    status: Fixed<'taken' | 'repeat' | 'quarantined' | 'matched' | 'rejected'>;
    /** A code of LAB_PROBLEMS where it was ever in quarantine; `params` are its sentence's words, as JSON. */
    problem: Fixed<string | null>;
    params: Fixed<string>;
    barcode: Fixed<string>;
    name: Fixed<string>;
    document: Fixed<string>;
    /** As written; `sampled_at` is null where that is no time. */
    sampled: Fixed<string>;
    sampled_at: Fixed<Instant | null>;
    reported_at: Fixed<Instant | null>;
    orf: Fixed<string>;
    n: Fixed<string>;
    result: Fixed<string>;
    stay_id: Fixed<StayId | null>;
  };
  protocol_version: {
    id: ProtocolVersionId;
    key: Fixed<string>;
    version: Fixed<number>;
    /** The protocol file, JSON. */
    body: Fixed<string>;
    written_by: Fixed<number>;
  };
  protocol_choice: Fact & Interval & { protocol_version_id: Fixed<ProtocolVersionId> };
  discharge_basis: Fact &
    OfStay & {
      protocol_version_id: Fixed<ProtocolVersionId>;
      verdict: Fixed<Verdict>;
      judged_at: Fixed<Instant>;
      list_id: Fixed<ReleaseListId | null>;
    };
  observation: Fact &
    OfStay & {
      taken_at: Fixed<Instant>;
      /** °C. */
      temperature: Fixed<number | null>;
      /** Beats, breaths a minute; percent; litres a minute; mmHg. */
      pulse: Fixed<number | null>;
      respiratory_rate: Fixed<number | null>;
      spo2: Fixed<number | null>;
      oxygen: Fixed<OxygenSupply | null>;
      oxygen_flow: Fixed<number | null>;
      systolic: Fixed<number | null>;
      diastolic: Fixed<number | null>;
      consciousness: Fixed<Consciousness | null>;
      /** Words of SYMPTOMS joined by commas, '' for none; null where nobody asked. */
      symptoms: Fixed<string | null>;
      trend: Fixed<SymptomTrend | null>;
      /** 0: a child that cried or was feverish, so that the breathing rate is not judged. */
      calm: Fixed<Flag>;
      note: Fixed<string>;
    };
  patient_mark: Fact & Interval & OfStay & { mark: Fixed<PatientMark>; note: Fixed<string> };
  examination: Fact &
    OfStay & {
      examination_id: Fixed<ExaminationId>;
      kind: Fixed<ExaminationKind>;
      due_at: Fixed<Instant>;
      done_at: Fixed<Instant | null>;
      cancelled: Fixed<Flag>;
      finding: Fixed<string>;
    };
  alert_acknowledgement: Fact &
    OfStay & {
      kind: Fixed<AlertKind>;
      since: Fixed<Instant>;
      acknowledged_at: Fixed<Instant>;
      note: Fixed<string>;
    };
  referral: Fact &
    OfStay & {
      referral_id: Fixed<ReferralId>;
      hospital: Fixed<string>;
      reason: Fixed<string>;
      urgent: Fixed<Flag>;
      hold_bed: Fixed<Flag>;
      plate: Fixed<string>;
      contact: Fixed<string>;
      requested_at: Fixed<Instant>;
      accepted_at: Fixed<Instant | null>;
      vehicle_at: Fixed<Instant | null>;
      left_at: Fixed<Instant | null>;
      arrived_at: Fixed<Instant | null>;
      cancelled_at: Fixed<Instant | null>;
      note: Fixed<string>;
    };
  care_order: Fact &
    Interval & {
      order_id: Fixed<CareOrderId>;
      /** Null: for everybody in house, such as meals. */
      stay_id: Fixed<StayId | null>;
      team: Fixed<Team>;
      kind: Fixed<CareKind>;
      what: Fixed<string>;
      /** Null: once, at from_at. */
      every_hours: Fixed<number | null>;
      /** 1: ended by hand at to_at; what had not been done by then is not due any more. */
      stopped: Fixed<Flag>;
      note: Fixed<string>;
    };
  care_done: Fact &
    OfStay & {
      order_id: Fixed<CareOrderId>;
      /** The turn that it answers. */
      due_at: Fixed<Instant>;
      done_at: Fixed<Instant>;
      outcome: Fixed<CareOutcome>;
      note: Fixed<string>;
    };
  home_check: Fact &
    OfStay & {
      day: Fixed<LocalDate>;
      temperature: Fixed<number | null>;
      symptoms: Fixed<string>;
      nat: Fixed<HomeTestResult>;
      reached: Fixed<Flag>;
      note: Fixed<string>;
    };
  release_list: { id: ReleaseListId; day: Fixed<LocalDate>; opened_by: Fixed<number> };
  release_bus: Fact & {
    bus_id: Fixed<ReleaseBusId>;
    list_id: Fixed<ReleaseListId>;
    plate: Fixed<string>;
    seats: Fixed<number>;
    district: Fixed<string>;
    departs_at: Fixed<Instant>;
    meeting_point: Fixed<string>;
    cancelled: Fixed<Flag>;
  };
  release_member: Fact &
    OfStay & {
      list_id: Fixed<ReleaseListId>;
      bus_id: Fixed<ReleaseBusId | null>;
      removed: Fixed<Flag>;
      note: Fixed<string>;
    };
  release_signature: Fact & {
    list_id: Fixed<ReleaseListId>;
    role: Fixed<SignatureRole>;
    operator_id: Fixed<OperatorId>;
    signed_at: Fixed<Instant>;
    /** How many were on the list that was signed. */
    members: Fixed<number>;
  };
  signing_key: {
    id: string;
    public_key: Fixed<string>;
    private_key: Fixed<string>;
    made_by: Fixed<number>;
  };
  certificate: Fact &
    OfStay & {
      number: Fixed<string>;
      issued_at: Fixed<Instant>;
      payload: Fixed<string>;
      signature: Fixed<string>;
      key_id: Fixed<string>;
    };
  paper_print: Fact &
    OfStay & {
      kind: Fixed<PaperKind>;
      /** Which of its kind: the certificate's number, the tube's barcode, the referral; else ''. Copies count by it. */
      subject: Fixed<string>;
      copy: Fixed<number>;
      printed_at: Fixed<Instant>;
    };
}

/** In the order in which an undo may write them again. */
export const CLINICAL_FACT_TABLES = [
  'sample_label',
  'nat_sample',
  'nat_result',
  'lab_row',
  'protocol_choice',
  'discharge_basis',
  'observation',
  'patient_mark',
  'examination',
  'alert_acknowledgement',
  'referral',
  'care_order',
  'care_done',
  'home_check',
  'release_bus',
  'release_member',
  'release_signature',
  'certificate',
  'paper_print',
] as const satisfies (keyof ClinicalSchema)[];

/**
 * What can hold only once at a time, by the columns that tell one from another. Undo looks here before it writes a
 * fact again. The unique indexes and triggers of migrations/004 know more, which one list of columns cannot say: what
 * a tube may hold (acts/undo-samples.ts), and that a stay has one referral under way (acts/undo-obstacles.ts).
 */
export const CLINICAL_HELD_ONCE = {
  sample_label: ['barcode'],
  nat_sample: ['barcode', 'stay_id'],
  nat_result: ['barcode'],
  lab_row: ['lab_file_id', 'row'],
  protocol_choice: [],
  discharge_basis: ['stay_id'],
  observation: ['stay_id', 'taken_at'],
  patient_mark: ['stay_id', 'mark'],
  examination: ['examination_id'],
  alert_acknowledgement: ['stay_id', 'kind', 'since'],
  referral: ['referral_id'],
  care_order: ['order_id'],
  care_done: ['order_id', 'stay_id', 'due_at'],
  home_check: ['stay_id', 'day'],
  release_bus: ['bus_id'],
  release_member: ['list_id', 'stay_id'],
  release_signature: ['list_id', 'role'],
  certificate: ['stay_id'],
  paper_print: ['stay_id', 'kind', 'subject', 'copy'],
} as const satisfies Record<(typeof CLINICAL_FACT_TABLES)[number], readonly string[]>;

/** Facts that have no meaning without the stay they are about. */
export const FACTS_OF_STAYS = [
  'sample_label',
  'nat_sample',
  'observation',
  'patient_mark',
  'examination',
  'referral',
  'care_order',
  'care_done',
  'home_check',
  'release_member',
  'certificate',
] as const satisfies (typeof CLINICAL_FACT_TABLES)[number][];
