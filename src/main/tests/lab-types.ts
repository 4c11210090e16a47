import type { LabNote, LabProblem } from '#shared/contract/lab-row.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { LabLine } from './read-lab-file.ts';
import type { ResultValue } from './read-result.ts';

/** Somebody's time in this hospital; `to` null while it goes on. */
export interface KnownStay {
  readonly stayId: StayId;
  readonly name: string;
  readonly document: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
}

interface CurrentResult {
  readonly id: number | null;
  readonly value: ResultValue;
  readonly reportedAt: Instant | null;
}

export interface TubeMember extends KnownStay {
  readonly sampleId: number | null;
  readonly sampledAt: Instant;
  /** Scanned at the bedside; otherwise it came with a laboratory's file. */
  readonly byHand: boolean;
}

/** What the ward knows of a barcode. */
export interface Tube {
  readonly pooled: boolean;
  readonly members: readonly TubeMember[];
  /** Whose label it is, used or not. */
  readonly label: KnownStay | null;
  readonly result: CurrentResult | null;
}

export interface LabKnowledge {
  readonly now: Instant;
  /** By document number; the stays of everybody who has it. */
  readonly byDocument: ReadonlyMap<string, readonly KnownStay[]>;
  readonly tubes: ReadonlyMap<string, Tube>;
  /** How many in house bear a name, by nameKey. */
  readonly namesakes: ReadonlyMap<string, number>;
  /** A moment on the hospital's clocks. */
  show(at: Instant): string;
}

interface Quarantined {
  readonly line: LabLine;
  readonly status: 'quarantined';
  readonly problem: LabProblem;
  readonly params: Readonly<Record<string, string>>;
}

export interface Taken {
  readonly line: LabLine;
  readonly status: 'taken' | 'repeat';
  readonly note: LabNote | null;
  readonly params: Readonly<Record<string, string>>;
  /** Null: a pool's result that names nobody. */
  readonly stayId: StayId | null;
  readonly pooled: boolean;
  /** The sample to write; `replaces` an imported one whose time was corrected. */
  readonly sample: { readonly at: Instant; readonly replaces: number | null } | null;
  /** The result to write; `replaces` an earlier report. */
  readonly result: { readonly value: ResultValue; readonly replaces: number | null } | null;
}

export type LabFate = Quarantined | Taken;
