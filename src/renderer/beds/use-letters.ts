import type { TFunction } from 'i18next';
import { useCallback, useEffect, useRef } from 'react';
import type { KeyBinding } from '../ui/keys.ts';

/**
 * How long a letter that is a command waits for a second one. A scanner sends the next within a few
 * milliseconds, nobody's hand does: so `D-05-12` from a label finds a bed and does not discharge anybody.
 */
const SCANNER_MS = 60;

export interface Command {
  /** `M`, `Shift+C`. */
  key: string;
  does: string;
  run(): void;
  /** What the letter cannot do now is the beginning of a search. */
  when?: boolean;
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const SIGNS = [...LETTERS, ...LETTERS.map((letter) => `Shift+${letter}`), ...'123456789'];

/**
 * One letter is a command where it is one, and every other letter begins a search. `find` gets what was typed
 * so far and goes on from there. `besides` are signs that mean something of their own unless a search has begun.
 */
export function useLetters(
  commands: readonly Command[],
  find: (typed: string) => void,
  besides: Readonly<Record<string, () => void>>,
  t: TFunction,
): KeyBinding[] {
  const pending = useRef<{ typed: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => clearTimeout(pending.current?.timer), []);
  const press = useCallback(
    (key: string, run: (() => void) | null) => {
      const sign = key.slice(-1);
      const before = pending.current;
      if (before) {
        clearTimeout(before.timer);
        pending.current = null;
        find(before.typed + sign);
      } else if (run) {
        const timer = setTimeout(() => {
          pending.current = null;
          run();
        }, SCANNER_MS);
        pending.current = { typed: sign, timer };
      } else find(sign);
    },
    [find],
  );
  const isCommand = (sign: string) => commands.some(({ key }) => key.toLowerCase() === sign.toLowerCase());
  return [
    ...commands.map(({ key, does, run, when = true }): KeyBinding => {
      return { keys: key, does: when ? does : '', run: () => press(key.toLowerCase(), when ? run : null) };
    }),
    { keys: ['/', 'A–Z'], does: t('beds.keys.find'), run: () => find('') },
    ...Object.entries(besides).map(([sign, run]): KeyBinding => {
      return { keys: sign, does: '', run: () => (pending.current ? press(sign, null) : run()) };
    }),
    ...SIGNS.filter((sign) => !isCommand(sign)).map((sign): KeyBinding => {
      return { keys: sign, does: '', run: () => press(sign, null) };
    }),
  ];
}

/** Commands alone, for where letters have nothing to find. */
export const isActKey = ({ keys }: KeyBinding): boolean =>
  typeof keys === 'string' && /^(Ctrl\+|Shift\+)*[A-Z]$/.test(keys);
