import { held } from '../desk/kept.ts';

/** Where the last round of this window went, to come back to. */
export const lastUnit = held<string | null>(null);
