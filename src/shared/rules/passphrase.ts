/** Characters. Whoever has stolen a disk may try as often as they like, so more than a sign-in asks for. */
export const LEAST_PASSPHRASE = 12;

/** As it is counted: composed, so that one character is one wherever it was typed. */
export const isLongEnough = (passphrase: string): boolean =>
  [...passphrase.normalize('NFKC')].length >= LEAST_PASSPHRASE;
