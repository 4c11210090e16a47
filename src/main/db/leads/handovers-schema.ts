/** What the tables of migrations/005-leads/handovers.ts look like to Kysely. */
export type HandoversSchema = Record<never, never>;

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const HANDOVERS_HELD_ONCE = {} as const satisfies Partial<
  Record<keyof HandoversSchema, readonly string[]>
>;
