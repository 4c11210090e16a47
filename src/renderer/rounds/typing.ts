/** What a nurse types with two pairs of gloves: digits only, and the point or the stroke is put in. */

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[,，。]/g, '.')
    .replace(/\s+/g, ' ')
    .trim();

/** `368` → 36.8, `38` → 38, `36.8`, `410` → 41. Null where it is no number. */
export function readTemperature(text: string): number | null {
  const typed = tidy(text).replace(/[°℃]c?$/i, '');
  if (/^[234]\d\d$/.test(typed)) return Number(typed) / 10;
  return /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Number(typed) : null;
}

export function readWhole(text: string): number | null {
  const typed = tidy(text).replace(/%$/, '');
  return /^\d{1,3}$/.test(typed) ? Number(typed) : null;
}

/** Litres a minute, halves allowed. */
export function readFlow(text: string): number | null {
  const typed = tidy(text);
  return /^\d{1,2}(\.\d)?$/.test(typed) ? Number(typed) : null;
}

/**
 * `12080` → 120/80, `9060` → 90/60, `180110` → 180/110, `120/80`, `120 80`. Of five digits the first three are the
 * upper pressure (120 80), unless that cannot be (`95100` would be 951): then nothing is guessed.
 */
export function readPressure(text: string): { systolic: number; diastolic: number } | null {
  const typed = tidy(text);
  const parted = /^(\d{2,3})[/\-. ](\d{2,3})$/.exec(typed);
  const joined =
    /^(\d{2})(\d{2})$/.exec(typed) ??
    /^([12]\d{2})(\d{2})$/.exec(typed) ??
    /^([12]\d{2})(\d{3})$/.exec(typed);
  const match = parted ?? joined;
  return match ? { systolic: Number(match[1]), diastolic: Number(match[2]) } : null;
}

/**
 * A wristband (`W57`) or a bed code that came into a field behind what was typed there: what stood before, and the
 * code. A wristband's bare number could be a pulse, so it is read in the scan box alone.
 */
export function readStrayScan(text: string): { rest: string; scan: string } | null {
  const match = /^([\d./ ]*?)(w\d{1,7}|[a-z]{1,4}\d*-\d{1,3}(?:-\d{1,3})?)$/i.exec(
    text.normalize('NFKC').trim(),
  );
  return match?.[2] ? { rest: match[1] ?? '', scan: match[2] } : null;
}
