import { PIN_DIGITS, secretFault } from '#shared/rules/secret.ts';

/** A PIN for one use, to be told to somebody in person: chance alone, but never one that is refused as too plain. */
export function newPin(): string {
  for (;;) {
    const bytes = crypto.getRandomValues(new Uint8Array(PIN_DIGITS.least * 8));
    // Bytes from 250 on would make some digits likelier than others.
    const pin = [...bytes]
      .filter((byte) => byte < 250)
      .slice(0, PIN_DIGITS.least)
      .map((byte) => byte % 10)
      .join('');
    if (secretFault(pin) === null) return pin;
  }
}
