import type { Sentence } from './fill.ts';

export const DAILY_REPORT_REFUSALS = {} as const satisfies Record<string, Sentence>;
