import { useSyncExternalStore } from 'react';

/** A value outside React that components watch: what the desk holds for every page. */
export interface Held<T> {
  get(): T;
  set(value: T): void;
  watch(listener: () => void): () => void;
}

export function held<T>(initial: T): Held<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * The same, kept over reload and restart. `read` answers null for what an older program left; `write` leaves out what
 * must not lie in Chromium's files, which nobody encrypts.
 */
export function kept<T>(
  key: string,
  initial: T,
  read: (stored: unknown) => T | null,
  write: (value: T) => unknown = (value) => value,
): Held<T> {
  const value = held<T>(readStored(key, read) ?? initial);
  return {
    ...value,
    set: (next) => {
      localStorage.setItem(key, JSON.stringify(write(next)));
      value.set(next);
    },
  };
}

export function readStored<T>(key: string, read: (stored: unknown) => T | null): T | null {
  const text = localStorage.getItem(key);
  if (text === null) return null;
  try {
    return read(JSON.parse(text));
  } catch {
    return null;
  }
}

export const useHeld = <T>(value: Held<T>): T => useSyncExternalStore(value.watch, value.get);
