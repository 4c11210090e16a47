import type { MendWay } from '#shared/contract/roll-call-findings.ts';
import type { BedId, CareUnitId, OperatorId, RollCallId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { Sex } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { FaultKind } from '#shared/rules/roll-call.ts';
import type { Fact, Fixed } from '../schema-columns.ts';

/** What the tables of migrations/005-leads/roll-calls.ts look like to Kysely. */
export interface RollCallsSchema {
  roll_call: Fact & {
    roll_call_id: Fixed<RollCallId>;
    /** Both null: the whole ward. */
    zone_id: Fixed<ZoneId | null>;
    care_unit_id: Fixed<CareUnitId | null>;
    begun_by: Fixed<OperatorId>;
    begun_at: Fixed<Instant>;
    closed_by: Fixed<OperatorId | null>;
    closed_at: Fixed<Instant | null>;
    /** Why it was closed although beds were left out. */
    note: Fixed<string>;
  };
  roll_call_mark: Fact & {
    roll_call_id: Fixed<RollCallId>;
    bed_id: Fixed<BedId>;
    /** Who was registered in this bed at that moment. */
    expected_stay: Fixed<StayId | null>;
    found: Fixed<'nobody' | 'stay' | 'stranger'>;
    found_stay: Fixed<StayId | null>;
    /** Where the person found was registered at that moment. */
    found_stay_bed: Fixed<BedId | null>;
    /** A stranger's name or description. */
    name: Fixed<string>;
    sex: Fixed<Sex>;
    marked_at: Fixed<Instant>;
  };
  roll_call_mend: Fact & {
    roll_call_id: Fixed<RollCallId>;
    bed_id: Fixed<BedId>;
    /** The stay, or for a stranger the bed. */
    subject: Fixed<string>;
    kind: Fixed<FaultKind>;
    how: Fixed<MendWay>;
  };
}

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const ROLL_CALLS_HELD_ONCE = {
  roll_call: ['roll_call_id'],
  roll_call_mark: ['roll_call_id', 'bed_id'],
  roll_call_mend: ['roll_call_id', 'bed_id', 'subject'],
} as const satisfies Partial<Record<keyof RollCallsSchema, readonly string[]>>;
