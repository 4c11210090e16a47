import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Fact, Fixed } from '../schema-columns.ts';

/** What the tables of migrations/005-leads/reports.ts look like to Kysely. */
export interface ReportsSchema {
  daily_report: Fact & {
    cut_off: Fixed<Instant>;
    version: Fixed<number>;
    /** A body of contract/daily-body.ts, JSON. */
    body: Fixed<string>;
    hash: Fixed<string>;
    operator_id: Fixed<OperatorId>;
    signed_at: Fixed<Instant>;
    reason: Fixed<string>;
  };
  daily_schedule: Fact & {
    /** Times of day, words and formats joined by commas. */
    cut_offs: Fixed<string>;
    language: Fixed<'zh-CN' | 'en'>;
    formats: Fixed<string>;
    folder: Fixed<string | null>;
    since: Fixed<Instant>;
  };
  daily_run: Fact & {
    cut_off: Fixed<Instant>;
    ran_at: Fixed<Instant>;
    /** Paths, JSON. */
    files: Fixed<string>;
    problem: Fixed<string | null>;
  };
}

/** What can hold only once at a time, by the columns that tell one from another; see HELD_ONCE in schema.ts. */
export const REPORTS_HELD_ONCE = {
  daily_report: ['cut_off', 'version'],
  daily_schedule: [],
  daily_run: ['cut_off'],
} as const satisfies Partial<Record<keyof ReportsSchema, readonly string[]>>;
