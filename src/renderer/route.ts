import { useMemo, useSyncExternalStore } from 'react';
import type { PageName } from './pages.ts';

/** Where the window is: `#/patients/<stayId>?scope=waiting`. It survives a reload, and Alt+← goes back. */
export interface Route {
  page: string;
  /** What is open on the page, mostly a stay. */
  open: string | null;
  query: URLSearchParams;
}

export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', open] = path.split('/');
  return { page, open: open ? decodeURIComponent(open) : null, query: new URLSearchParams(query) };
}

export type Query = Readonly<Record<string, string | undefined>>;

export function hrefOf(page: PageName, open: string | null = null, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
  return `#/${page}${open ? `/${encodeURIComponent(open)}` : ''}${search}`;
}

export function go(page: PageName, open: string | null = null, query: Query = {}): void {
  location.hash = hrefOf(page, open, query);
}

/** Changes the query of the page that is open, without a step in the history. */
export function narrow(query: Query): void {
  const { page, open, query: former } = readRoute(location.hash);
  const next = new URLSearchParams(former);
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) next.delete(name);
    else next.set(name, value);
  }
  const search = next.size > 0 ? `?${next}` : '';
  const hash = `#/${page}${open ? `/${encodeURIComponent(open)}` : ''}${search}`;
  history.replaceState(history.state, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

const watch = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export function useRoute(): Route {
  const hash = useSyncExternalStore(watch, () => location.hash);
  return useMemo(() => readRoute(hash), [hash]);
}
