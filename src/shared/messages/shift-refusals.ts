import type { Sentence } from './fill.ts';

export const SHIFT_REFUSALS = {} as const satisfies Record<string, Sentence>;
