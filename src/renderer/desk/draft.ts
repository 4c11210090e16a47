import { useCallback, useState } from 'react';
import { useHospital } from '../ui/hospital.tsx';
import { readStored } from './kept.ts';

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

/**
 * What is being typed, kept on this desk over reload, crash and restart, for each hospital by itself.
 * `clear` when it has become an act. `initial` is an object of plain values.
 */
export function useDraft<T extends object>(
  key: string,
  initial: T,
): [draft: T, set: (change: Partial<T>) => void, clear: () => void] {
  const { wardId } = useHospital();
  const place = `desk:${wardId}:draft:${key}`;
  const [held, setHeld] = useState(() => ({ place, value: stored(place, initial) }));
  const current = held.place === place ? held.value : stored(place, initial);

  const set = useCallback(
    (change: Partial<T>) =>
      setHeld((was) => {
        const value = { ...(was.place === place ? was.value : stored(place, initial)), ...change };
        localStorage.setItem(place, JSON.stringify({ at: Date.now(), value }));
        return { place, value };
      }),
    [place, initial],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(place);
    setHeld({ place, value: initial });
  }, [place, initial]);
  return [current, set, clear];
}

const stored = <T extends object>(place: string, initial: T): T =>
  readStored(place, (text) => readDraft(text, initial, Date.now())) ?? initial;
