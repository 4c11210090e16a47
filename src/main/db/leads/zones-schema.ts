/** What the tables of migrations/005-leads/zones.ts look like to Kysely. */
export type ZonesSchema = Record<never, never>;

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const ZONES_HELD_ONCE = {} as const satisfies Partial<Record<keyof ZonesSchema, readonly string[]>>;
