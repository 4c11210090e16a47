/** What the tables of migrations/005-leads/reports.ts look like to Kysely. */
export type ReportsSchema = Record<never, never>;

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const REPORTS_HELD_ONCE = {} as const satisfies Partial<
  Record<keyof ReportsSchema, readonly string[]>
>;
