/** What the tables of migrations/005-leads/teams.ts look like to Kysely. */
export type TeamsSchema = Record<never, never>;

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const TEAMS_HELD_ONCE = {} as const satisfies Partial<Record<keyof TeamsSchema, readonly string[]>>;
