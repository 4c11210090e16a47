import { held } from '../desk/kept.ts';

/**
 * What keeps somebody at the door who is signed in already: a recovery code that is told once and not written down yet.
 * `making` stands from before the call, since the desk tells that somebody is signed in before the answer is here.
 */
export type Staying = { what: 'making' } | { what: 'code'; name: string; code: string };

export const staying = held<Staying | null>(null);

/** What somebody has just signed in with and has to change at once: asked for once, not twice. Never kept. */
export const justTyped = held<string | null>(null);
