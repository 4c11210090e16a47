import type { FiguresSchema } from './leads/figures-schema.ts';
import { HANDOVERS_HELD_ONCE, type HandoversSchema } from './leads/handovers-schema.ts';
import { REPORTS_HELD_ONCE, type ReportsSchema } from './leads/reports-schema.ts';
import { ROLL_CALLS_HELD_ONCE, type RollCallsSchema } from './leads/roll-calls-schema.ts';
import { TEAMS_HELD_ONCE, TEAMS_KEPT_APART, type TeamsSchema } from './leads/teams-schema.ts';
import { ZONES_HELD_ONCE, type ZonesSchema } from './leads/zones-schema.ts';

/** What the tables of migrations/005 to 007 look like to Kysely. */
export interface LeadsSchema
  extends FiguresSchema,
    ReportsSchema,
    TeamsSchema,
    RollCallsSchema,
    ZonesSchema,
    HandoversSchema {}

export const LEADS_HELD_ONCE = {
  ...REPORTS_HELD_ONCE,
  ...TEAMS_HELD_ONCE,
  ...ROLL_CALLS_HELD_ONCE,
  ...ZONES_HELD_ONCE,
  ...HANDOVERS_HELD_ONCE,
} as const;

export const LEADS_FACT_TABLES = Object.keys(LEADS_HELD_ONCE) as (keyof typeof LEADS_HELD_ONCE)[];

/** Facts over an interval of which no two may overlap, by the column that tells one from another. */
export const LEADS_KEPT_APART: Partial<Record<keyof typeof LEADS_HELD_ONCE, string>> = {
  ...TEAMS_KEPT_APART,
};
