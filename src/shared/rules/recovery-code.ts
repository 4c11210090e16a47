/** A recovery code as it is hashed and compared, from whatever somebody typed from the paper: capitals, dashes and the
 * letters that are mistaken for digits do not matter. */
export const readRecoveryCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
