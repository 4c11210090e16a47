import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Fact, Fixed, Interval } from '../schema-columns.ts';

/** What the tables of migrations/005-leads/zones.ts look like to Kysely. */
export interface ZonesSchema {
  zone_step: Fact &
    Interval & {
      zone_id: Fixed<ZoneId>;
      step: Fixed<ZoneState>;
      note: Fixed<string>;
      /** The readiness list by which the zone was opened, counted from 1; null for other steps. */
      list: Fixed<number | null>;
      /** When the contact time of the final disinfection is over; null for other steps. */
      ready_at: Fixed<Instant | null>;
    };
  readiness_tick: Fact & {
    zone_id: Fixed<ZoneId>;
    list: Fixed<number>;
    item: Fixed<string>;
    confirmed_at: Fixed<Instant>;
    note: Fixed<string>;
  };
}

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const ZONES_HELD_ONCE = {
  zone_step: ['zone_id'],
  readiness_tick: ['zone_id', 'list', 'item'],
} as const satisfies Partial<Record<keyof ZonesSchema, readonly string[]>>;
