const BLANKS = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘`]/g;

export interface PhoneReading {
  /** Digits only, `+` and country code where it is a foreign one; several numbers are joined by ` / `. */
  readonly phone: string;
  /** False where it can hardly be dialled: shown as written, with a warning. */
  readonly plausible: boolean;
}

/** One number: 11 digits of a mobile, 7 to 12 of a landline with its area code, or `+` and 7 to 15. */
function tidyOne(text: string): PhoneReading {
  const compact = text
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(/[-‐-―−()（）.·]/g, '');
  const national = compact
    .replace(/^(?:\+|00)86(?=1\d{10}$|0\d{9,11}$)/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  if (/^1[3-9]\d{9}$/.test(national)) return { phone: national, plausible: true };
  // From 13 to 19 only mobiles begin, and those have 11 digits.
  if (/^\d{7,12}(?:转\d{1,6})?$/.test(national))
    return { phone: national, plausible: !/^1[3-9]/.test(national) };
  if (/^(?:\+|00)\d{7,15}$/.test(national)) {
    return { phone: national.replace(/^00/, '+'), plausible: true };
  }
  return { phone: text.trim(), plausible: false };
}

/** Reads what stands in a phone column: 159 3263-9108, +86 159…, 0432-6666666, two numbers in one cell. */
export function readPhone(text: string): PhoneReading {
  const whole = tidyOne(text);
  if (whole.plausible) return whole;
  const parts = text.split(/[/／,，、;；\n]+/).filter((part) => part.trim() !== '');
  if (parts.length < 2) return whole;
  const read = parts.map(tidyOne);
  return { phone: read.map((one) => one.phone).join(' / '), plausible: read.every((one) => one.plausible) };
}
