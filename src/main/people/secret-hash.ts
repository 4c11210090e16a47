import { hash, verify } from '@node-rs/argon2';

/** `Algorithm.Argon2id`; the package declares it as a const enum, which type stripping cannot read. */
const ARGON2ID = 2;

/**
 * Argon2id with the parameters that OWASP's Password Storage Cheat Sheet gives first: 19 MiB, two passes, one lane.
 * Both functions run on the thread pool, not on the thread of the window.
 */
const PARAMETERS = {
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

export const hashSecret = (secret: string): Promise<string> => hash(normal(secret), PARAMETERS);

export const isSecret = (stored: string, secret: string): Promise<boolean> => verify(stored, normal(secret));

/** True for a hash made with other parameters than today's: it is made anew at the next sign-in. */
export const isOutdated = (stored: string): boolean =>
  !stored.startsWith(
    `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`,
  );

/** The same word typed by two input methods is the same secret. */
const normal = (secret: string): string => secret.normalize('NFKC');
