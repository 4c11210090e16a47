/** What the tables of migrations/005-leads/roll-calls.ts look like to Kysely. */
export type RollCallsSchema = Record<never, never>;

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const ROLL_CALLS_HELD_ONCE = {} as const satisfies Partial<
  Record<keyof RollCallsSchema, readonly string[]>
>;
