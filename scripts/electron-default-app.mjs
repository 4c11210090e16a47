// Lies in resources/app of the registry's Electron, which comes without Electron's own default app.
// It starts `electron <folder> …` as every other Electron does, so that the arguments, the app's name and
// the data folder are the same on both runtimes. A module, and awaited to its end: Electron holds its `ready`
// back until then, and the program has things to do before it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (!folder) {
  console.error('No application folder was given: electron <folder>');
  app.exit(2);
} else {
  await start(path.resolve(folder)).catch((error) => {
    console.error(error);
    if (process.stdout.isTTY)
      dialog.showErrorBox('The application could not be started', String(error?.stack));
    app.exit(1);
  });
}

async function start(target) {
  process.defaultApp = true;
  if (/\.[cm]?js$/.test(target)) return import(pathToFileURL(target).href);
  const manifest = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
  app.setVersion(manifest.version ?? '0.0.0');
  app.name = manifest.productName ?? manifest.name;
  app.setPath('userData', path.join(app.getPath('appData'), app.name));
  app.setAppPath(target);
  await import(pathToFileURL(path.join(target, manifest.main ?? 'index.js')).href);
}
