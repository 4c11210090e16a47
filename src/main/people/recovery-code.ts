import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is mistaken for a digit on paper. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;

/** A code of 100 bits, to be kept on paper: `7K3QF-…`, four groups of five. */
export function newRecoveryCode(): string {
  const signs = [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]);
  return [0, 5, 10, 15].map((at) => signs.slice(at, at + 5).join('')).join('-');
}
