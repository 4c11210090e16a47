/**
 * What the wristband carries as its barcode: W and the stay number. A bare number could be taken for a pulse or
 * a room wherever the cursor happens to stand; with its letter it is only ever a patient.
 */
export const wristbandCode = (stayNumber: number): string => `W${stayNumber}`;

/** Longest stay number: beyond it a row of digits is a document or a tube. */
const WRISTBAND = /^W?(\d{1,7})$/;

/** The stay number of a scan or of typed digits; null where it is something else. */
export function readWristband(text: string): number | null {
  const digits = WRISTBAND.exec(text.normalize('NFKC').replace(/\s/g, '').toUpperCase())?.[1];
  return digits === undefined ? null : Number(digits);
}
