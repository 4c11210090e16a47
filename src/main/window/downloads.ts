import { existsSync, mkdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Session } from 'electron';
import { isOwnPage, isOwnResource } from './own-page.ts';

/** The only files that a page makes by itself are lists that a grid exports. */
const EXTENSION = '.csv';

/**
 * A list that a grid exports goes where the reports go; nobody in gloves is asked for a folder. Only out of our own
 * page, only a list, and never over a file that is there. `folder` is asked for at each, since the ward may have changed.
 */
export function keepDownloads(session: Session, origin: string, folder: () => string): void {
  session.on('will-download', (event, item, contents) => {
    const name = basename(item.getFilename());
    const isOurs =
      item.getURL().startsWith('blob:') &&
      isOwnResource(item.getURL(), origin) &&
      isOwnPage(contents.getURL(), origin);
    if (!isOurs || extname(name) !== EXTENSION) return event.preventDefault();
    mkdirSync(folder(), { recursive: true });
    item.setSavePath(freePath(folder(), name.slice(0, -EXTENSION.length)));
  });
}

function freePath(folder: string, stem: string): string {
  for (let n = 1; ; n += 1) {
    const file = join(folder, `${stem}${n === 1 ? '' : `-${n}`}${EXTENSION}`);
    if (!existsSync(file)) return file;
  }
}
