/** What nobody came back to for this long is not typed work any more. */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

/** What stood there, on top of the blank form, so that a draft of an older program lacks nothing. */
export function readDraft<T extends object>(stored: unknown, initial: T, now: number): T | null {
  if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('value' in stored)) return null;
  const { at, value } = stored;
  if (typeof at !== 'number' || now - at > FORGOTTEN_MS) return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const known = Object.entries(value).filter(
    ([field, was]) => field in initial && sameKind(was, initial[field as keyof T]),
  );
  return { ...initial, ...Object.fromEntries(known) };
}

const sameKind = (a: unknown, b: unknown) =>
  a === null || b === null || (typeof a === typeof b && Array.isArray(a) === Array.isArray(b));
