import type { Sentence } from './fill.ts';

export const ROLL_CALL_REFUSALS = {} as const satisfies Record<string, Sentence>;
