import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { dataFolder } from '../desk/folder.ts';
import { startArguments } from '../window/arguments.ts';
import { systemKeyring } from '../window/system-keyring.ts';

/**
 * The `ward` command without Node: the same code as from the sources, in Electron's main process and without a
 * window. It needs no lock, so a desk may be open beside it. What Chromium keeps goes into a folder that goes with it;
 * `userData` is the desk's own, because on Windows the system's keyring has its key there.
 */
export function runWard(words: readonly string[]): void {
  const { data } = startArguments(words, process.env);
  const own = mkdtempSync(join(tmpdir(), 'fangcang-ward-'));
  app.setPath('userData', join(dataFolder(data, process.env, process.platform), 'window'));
  app.setPath('sessionData', own);
  app.on('quit', () => rmSync(own, { recursive: true, force: true }));
  void app
    .whenReady()
    .then(() => import('../cli/ward.ts'))
    .then(({ ward }) => ward(words, systemKeyring()))
    .catch((error: unknown) => {
      console.error(error);
      return 1;
    })
    .then((exitCode) => app.exit(exitCode));
}
