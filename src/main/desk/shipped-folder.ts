import { existsSync } from 'node:fs';
import path from 'node:path';

/** A folder of `resources` as it comes with the program, from the sources as from the built files. */
export function shippedFolder(name: string): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'resources', name);
    if (existsSync(found)) return found;
    if (path.dirname(folder) === folder) throw new Error(`resources/${name} is missing`);
  }
}
