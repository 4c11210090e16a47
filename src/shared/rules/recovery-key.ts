import { asOnPaper, inGroups, PAPER_LETTERS } from './paper-letters.ts';

/**
 * The recovery key as people copy it from paper: 32 random bytes, then two bytes of checksum. 55 letters in eleven
 * groups of five, for instance `7Q2ZK-0M9DX-…`.
 */
export const RECOVERY_KEY_BYTES = 32;
const CHECKSUM_BYTES = 2;

const BITS = 5;
const LETTERS = Math.ceil(((RECOVERY_KEY_BYTES + CHECKSUM_BYTES) * 8) / BITS);

/** Why letters are no recovery key: `letters` are not of the alphabet, the `length` is wrong, something was `mistyped`. */
export type RecoveryKeyFault = 'letters' | 'length' | 'mistyped';

/** Groups of five letters with dashes; `key` has {@link RECOVERY_KEY_BYTES} bytes, anything else is a mistake of ours. */
export function formatRecoveryKey(key: Uint8Array): string {
  if (key.length !== RECOVERY_KEY_BYTES)
    throw new RangeError(`a recovery key has 32 bytes, not ${key.length}`);
  return inGroups(lettersOf(Uint8Array.of(...key, ...checksumOf(key))));
}

/** The groups as they stand on the paper; the last one is typed back by whoever keeps it. */
export const recoveryKeyGroups = (formatted: string): string[] => formatted.split('-');

/**
 * The key that was typed or scanned: spaces, dashes, small letters and full-width ones do not matter, O is 0, I and L
 * are 1. A single wrong letter, or two that changed places, is always found; other mistakes but once in 65,536.
 */
export function readRecoveryKey(text: string): { key: Uint8Array } | { fault: RecoveryKeyFault } {
  const letters = asOnPaper(text);
  if ([...letters].some((letter) => !PAPER_LETTERS.includes(letter))) return { fault: 'letters' };
  if (letters.length !== LETTERS) return { fault: 'length' };
  const bytes = bytesOf(letters);
  const key = bytes.subarray(0, RECOVERY_KEY_BYTES);
  const sameChecksum = checksumOf(key).every((byte, i) => byte === bytes[RECOVERY_KEY_BYTES + i]);
  // The last letter has bits to spare: written in another way it would be another paper for the same key.
  if (!sameChecksum || lettersOf(bytes) !== letters) return { fault: 'mistyped' };
  return { key: key.slice() };
}

/** Is this what the paper says in its last group? As tolerant as {@link readRecoveryKey}. */
export const isSameGroup = (typed: string, group: string): boolean => asOnPaper(typed) === asOnPaper(group);

function lettersOf(bytes: Uint8Array): string {
  let letters = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      bits -= BITS;
      letters += PAPER_LETTERS[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? letters + PAPER_LETTERS[(held << (BITS - bits)) & 31] : letters;
}

function bytesOf(letters: string): Uint8Array {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of letters) {
    held = (held << BITS) | PAPER_LETTERS.indexOf(letter);
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** CRC-16 (CCITT, from FFFF): finds every error that touches no more than 16 bits in a row. It guards no secret. */
function checksumOf(bytes: Uint8Array): Uint8Array {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return Uint8Array.of(crc >> 8, crc & 255);
}
