/** How long what is written down about people may be; the contract refuses more, and the fields take no more. */
export const PERSON_NAME_LETTERS = 60;
/** What a scanner types. */
export const BADGE_SIGNS = 80;
/** A secret, a passphrase or a key as typed; what makes one fit to be used are rules of their own. */
export const SECRET_SIGNS = 200;
export const RECOVERY_CODE_SIGNS = 60;

/** Nobody is on duty for longer than a double shift; then the desk asks anew who is there. */
export const LONGEST_DUTY_MINUTES = 12 * 60;
/** Minutes without a key or a mouse after which a desk locks itself, at most. */
export const MOST_LOCK_AFTER_MINUTES = 240;

/** For how long break-glass may hold, and what the dialog offers. */
export const BREAK_GLASS_MINUTES = { least: 5, most: 120, usual: 30 } as const;
export const OFFERED_GLASS_MINUTES = [15, 30, 60] as const;
