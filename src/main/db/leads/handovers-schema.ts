import type { HandoverId, HandoverNoteId, OperatorId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Fact, Fixed } from '../schema-columns.ts';

/** What the tables of migrations/006-handovers.ts look like to Kysely. */
export interface HandoversSchema {
  handover: Fact & {
    handover_id: Fixed<HandoverId>;
    zone_id: Fixed<ZoneId>;
    from_at: Fixed<Instant>;
    to_at: Fixed<Instant>;
    opening: Fixed<number>;
    arrived: Fixed<number>;
    moved_in: Fixed<number>;
    moved_out: Fixed<number>;
    left_zone: Fixed<number>;
    closing: Fixed<number>;
    /** A body of contract/handover-body.ts, JSON. */
    body: Fixed<string>;
    hash: Fixed<string>;
    given_by: Fixed<OperatorId>;
    given_at: Fixed<Instant>;
  };
  handover_taking: Fact & {
    handover_id: Fixed<HandoverId>;
    /** Of the body that was read. */
    hash: Fixed<string>;
    taken_by: Fixed<OperatorId>;
    taken_at: Fixed<Instant>;
  };
  handover_note: Fact & {
    note_id: Fixed<HandoverNoteId>;
    zone_id: Fixed<ZoneId>;
    stay_id: Fixed<StayId | null>;
    words: Fixed<string>;
    written_by: Fixed<OperatorId>;
    written_at: Fixed<Instant>;
    done_by: Fixed<OperatorId | null>;
    done_at: Fixed<Instant | null>;
  };
}

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const HANDOVERS_HELD_ONCE = {
  handover: ['zone_id', 'to_at'],
  handover_taking: ['handover_id'],
  handover_note: ['note_id'],
} as const satisfies Partial<Record<keyof HandoversSchema, readonly string[]>>;
