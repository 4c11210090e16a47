import { type RawBuilder, sql } from 'kysely';

/** Signed handovers, those withdrawn among them: what rules and triggers refuse, asked of the file itself. */
export const HANDOVER_INVARIANTS = {
  'a handover adds up, and its lists are as long as its numbers': sql<{ detail: string }>`
    select h.handover_id || ' ' || z.code as detail from handover h join zone z on z.id = h.zone_id
    where h.opening + h.arrived + h.moved_in - h.moved_out - h.left_zone <> h.closing
      or h.opening <> json_array_length(h.body, '$.opening')
      or h.arrived <> json_array_length(h.body, '$.arrived')
      or h.moved_in <> json_array_length(h.body, '$.movedIn')
      or h.moved_out <> json_array_length(h.body, '$.movedOut')
      or h.left_zone <> json_array_length(h.body, '$.left')
      or h.closing <> json_array_length(h.body, '$.closing')`,
  'a handover is taken over as it was given, by somebody else': sql<{ detail: string }>`
    select t.handover_id as detail from handover_taking t
    where t.superseded_by is null and not exists (
      select 1 from handover h where h.handover_id = t.handover_id and h.superseded_by is null
        and h.hash = t.hash and h.given_by <> t.taken_by and h.given_at <= t.taken_at)`,
} as const satisfies Record<string, RawBuilder<{ detail: string }>>;
