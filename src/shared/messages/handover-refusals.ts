import type { Sentence } from './fill.ts';

export const HANDOVER_REFUSALS = {} as const satisfies Record<string, Sentence>;
