import { held } from './kept.ts';

/** True while a page shows a past moment: what is always of now says so, or the two would be taken for each other. */
export const pastShown = held(false);
