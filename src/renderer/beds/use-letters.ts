import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import type { KeyBinding } from '../ui/keys.ts';
import { createLetterHold } from './letter-hold.ts';

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
  const hold = useMemo(() => createLetterHold(find), [find]);
  useEffect(() => hold.stop, [hold]);
  const isCommand = (sign: string) => commands.some(({ key }) => key.toLowerCase() === sign.toLowerCase());
  const letterOf = (key: string) => key.slice(-1).toLowerCase();
  return [
    ...commands.map(({ key, does, run, when = true }): KeyBinding => {
      return { keys: key, does: when ? does : '', run: () => hold.press(letterOf(key), when ? run : null) };
    }),
    { keys: ['/', 'A–Z'], does: t('beds.keys.find'), run: () => find('') },
    ...Object.entries(besides).map(([sign, run]): KeyBinding => {
      return { keys: sign, does: '', run: () => (hold.waits() ? hold.press(sign, null) : run()) };
    }),
    ...SIGNS.filter((sign) => !isCommand(sign)).map((sign): KeyBinding => {
      return { keys: sign, does: '', run: () => hold.press(letterOf(sign), null) };
    }),
  ];
}

/** Commands alone, for where letters have nothing to find. */
export const isActKey = ({ keys }: KeyBinding): boolean =>
  typeof keys === 'string' && /^(Ctrl\+|Shift\+)*[A-Z]$/.test(keys);
