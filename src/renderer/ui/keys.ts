import { useEffect, useRef } from 'react';
import { held } from '../desk/kept.ts';
import { isDialogOpen } from './keyboard.ts';

export interface KeyBinding {
  /** `M`, `Enter`, `F2`, `Ctrl+K`, `Ctrl+Shift+O`, `?`; several for the same thing. */
  keys: string | readonly string[];
  /** What it does, for the overlay of `?`; '' keeps it out of there. */
  does: string;
  run: (event: KeyboardEvent) => void;
  when?: boolean;
  /** Also while somebody types in a field. Left out: Ctrl and function keys do, letters do not. */
  inFields?: boolean;
}

interface Chord {
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

function chordOf(text: string): Chord {
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = (parts.pop() ?? '').toLowerCase();
  const has = (name: string) => parts.includes(name);
  return { ctrl: has('Ctrl'), shift: has('Shift'), alt: has('Alt'), key: key === 'space' ? ' ' : key };
}

/** With a Chinese input method on, `key` may be «Process» or a full-width sign: the place on the board tells. */
function keyOf(event: Pressed): string {
  if (event.key === '？') return '?';
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter && (event.key === 'Process' || event.key.length > 1)) return letter.toLowerCase();
  return event.key.toLowerCase();
}

export function matches(event: Pressed, text: string): boolean {
  const chord = chordOf(text);
  const key = keyOf(event);
  if (key !== chord.key || event.altKey !== chord.alt) return false;
  if ((event.ctrlKey || event.metaKey) !== chord.ctrl) return false;
  // A sign such as ? is typed with Shift on one keyboard and without on another.
  const isSign = key.length === 1 && !/[a-z0-9 ]/.test(key);
  return isSign || event.shiftKey === chord.shift;
}

/** Letters belong to whoever types; Ctrl, Alt and function keys to the page. */
export const worksInFields = (text: string): boolean => {
  const { ctrl, alt, key } = chordOf(text);
  return ctrl || alt || /^f\d+$/.test(key);
};

const FIELDS =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox]';
const PRESSED_BY_ENTER =
  'button, a[href], summary, [role=button], [role=menuitem], [role=tab], [role=option], input[type=checkbox], input[type=radio]';

export interface KeyGroup {
  page: string;
  bindings: readonly KeyBinding[];
  inDialog: boolean;
}

/** Every group of keys that is alive, in the order of appearance: the overlay reads it. */
export const keyGroups = held<readonly { current: KeyGroup }[]>([]);

/** A dialog is open, or the keyboard stands in one: the page behind it takes no keys. */
export const isInDialog = (target: Element | null): boolean =>
  target?.closest('[role=dialog]') != null || isDialogOpen();

function allowed(event: KeyboardEvent, group: KeyGroup, binding: KeyBinding, keys: string): boolean {
  if (binding.when === false) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (!group.inDialog && isInDialog(target)) return false;
  if (target?.closest(FIELDS) && !(binding.inFields ?? worksInFields(keys))) return false;
  const plain = chordOf(keys);
  const pressesIt = (plain.key === 'enter' || plain.key === ' ') && !plain.ctrl;
  return !(pressesIt && target?.closest(PRESSED_BY_ENTER));
}

/** A key that is held down walks and zooms on; what acts, acts once: a held Enter would mark bed after bed. */
export const goesOnHeld = (key: string): boolean =>
  /^(Arrow|Page|Tab)/.test(key) || (key.length === 1 && !/[\p{L}\p{N} ]/u.test(key));

/** The desk is locked: whatever is behind the lock takes no key (people/curtain.tsx). */
const isLockedOver = (): boolean => document.querySelector('.desk-curtain') !== null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || isLockedOver()) return;
  const isHeld = event.repeat && !goesOnHeld(event.key);
  if (isHeld && event.key === 'Enter' && event.target instanceof Element && event.target.closest('button'))
    event.preventDefault();
  for (const { current: group } of [...keyGroups.get()].reverse()) {
    for (const binding of group.bindings) {
      const keys = typeof binding.keys === 'string' ? [binding.keys] : binding.keys;
      if (!keys.some((one) => matches(event, one) && allowed(event, group, binding, one))) continue;
      event.preventDefault();
      if (!isHeld) binding.run(event);
      return;
    }
  }
}

export const startKeys = (): void => addEventListener('keydown', onKeyDown);

/**
 * The keys of a page (or of a dialog, with `inDialog`), as long as it is there. What was registered last is
 * asked first. `page` is the heading in the overlay.
 */
export function useKeys(page: string, bindings: readonly KeyBinding[], inDialog = false): void {
  const group = useRef<KeyGroup>({ page, bindings, inDialog });
  useEffect(() => {
    group.current = { page, bindings, inDialog };
  });
  useEffect(() => {
    keyGroups.set([...keyGroups.get(), group]);
    return () => keyGroups.set(keyGroups.get().filter((one) => one !== group));
  }, []);
}
