import { held } from './kept.ts';

/** What the status bar says about saving: acts under way, and whether the last call found anybody. */
export const activity = held({ writing: 0, lost: false });
