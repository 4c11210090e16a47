import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The built pages by their address. A request is looked up among the files that were there, and no path is ever made
 * of what it says: there is nothing to climb out of by dots, however they are written. Links are not followed.
 */
export function shippedPages(folder: string): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  const gather = (at: string, address: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const file = join(at, entry.name);
      const name = `${address}/${entry.name}`;
      if (entry.isDirectory()) gather(file, name);
      else if (entry.isFile()) pages.set(name, file);
    }
  };
  gather(folder, '');
  return pages;
}

/** The file of an address, or null. The name is decoded once, as a page would write it. */
export function pageAt(pages: ReadonlyMap<string, string>, address: string): string | null {
  try {
    const name = decodeURIComponent(new URL(address).pathname);
    return pages.get(name === '/' ? '/index.html' : name) ?? null;
  } catch {
    return null;
  }
}
