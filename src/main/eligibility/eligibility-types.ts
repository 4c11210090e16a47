import type { GeneReading, NatOutcome, Verdict } from '#shared/contract/clinical-vocabulary.ts';
import type { NextActKind, ReleaseRule } from '#shared/contract/eligibility.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import type { Sentence } from '#shared/messages/fill.ts';
import type { Instant, LocalDate } from '#shared/rules/instant.ts';

/** One gene of one result; `ct` in cycles, set exactly where the reading is `ct`. */
export interface GeneResult {
  readonly reading: GeneReading;
  readonly ct: number | null;
}

/** One person's part in one tube. No result yet: `outcome` null and both genes `missing`. */
export interface SampleFacts {
  readonly barcode: string;
  readonly sampledAt: Instant;
  /** Null where the report does not say. Never decides an interval. */
  readonly reportedAt: Instant | null;
  readonly pooled: boolean;
  readonly outcome: NatOutcome | null;
  readonly orf: GeneResult;
  readonly n: GeneResult;
}

/** What the judgement of one stay at one moment needs to know; nothing later than that moment. */
export interface ReleaseFacts {
  readonly arrivedAt: Instant;
  readonly classification: Classification;
  readonly firstPositiveDate: LocalDate | null;
  /** In any order. */
  readonly samples: readonly SampleFacts[];
  /** °C, in any order. */
  readonly temperatures: readonly { readonly at: Instant; readonly celsius: number }[];
  /** The last round at which somebody asked; null where nobody did. */
  readonly lastSymptoms: { readonly at: Instant; readonly none: boolean; readonly better: boolean } | null;
  /** Set while the last observation meets a severe criterion. */
  readonly severeSince: Instant | null;
  /** A referral is under way. */
  readonly referred: boolean;
}

/** One rule with what it saw, in words of both languages; times in them are on the hospital's clocks. */
export interface RuleFinding {
  readonly rule: ReleaseRule;
  readonly met: boolean;
  readonly saw: Sentence;
  readonly sentence: Sentence;
  /** When this rule can be met at the earliest, if all goes well; null where time alone does not do it. */
  readonly earliest: Instant | null;
}

/** What somebody does next so that this patient comes nearer to leaving. */
export interface NextAct {
  readonly what: NextActKind;
  readonly at: Instant | null;
  readonly sentence: Sentence;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Now for the eligible; the earliest moment at which every rule can be met; null for the excluded. */
  readonly earliest: Instant | null;
  readonly next: NextAct;
  /** The sample that the rule of tests asks for, whatever else comes first; null where it asks for none. */
  readonly sample: NextAct | null;
  /** A sample that counts is known since the last positive, and others are still wanting. */
  readonly rowBegun: boolean;
  readonly rules: readonly RuleFinding[];
}
