import type { Sentence } from './fill.ts';

export const ZONE_REFUSALS = {} as const satisfies Record<string, Sentence>;
