import { useCallback, useContext, useState } from 'react';
import { useHospital } from '../ui/hospital.tsx';
import { DraftOwner } from './draft-owner.ts';
import { readDraft } from './draft-rules.ts';
import { draftsOf, keepDraft, keptDraft } from './sealed-drafts.ts';

/**
 * What is being typed, kept on this desk over reload, crash and restart, for each hospital by itself; and for each
 * person by themselves where people sign in: nobody finds, or signs, what a colleague has half typed.
 * `clear` when it has become an act. `initial` is an object of plain values.
 */
export function useDraft<T extends object>(
  key: string,
  initial: T,
): [draft: T, set: (change: Partial<T>) => void, clear: () => void] {
  const { wardId } = useHospital();
  const owner = useContext(DraftOwner);
  const place = `${draftsOf(wardId)}${owner === null ? '' : `${owner}:`}${key}`;
  const [held, setHeld] = useState(() => ({ place, value: stored(place, initial) }));
  const current = held.place === place ? held.value : stored(place, initial);

  const set = useCallback(
    (change: Partial<T>) =>
      setHeld((was) => {
        const value = { ...(was.place === place ? was.value : stored(place, initial)), ...change };
        keepDraft(place, JSON.stringify({ at: Date.now(), value }));
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

function stored<T extends object>(place: string, initial: T): T {
  const text = keptDraft(place);
  if (text === null) return initial;
  try {
    return readDraft(JSON.parse(text), initial, Date.now()) ?? initial;
  } catch {
    return initial;
  }
}
