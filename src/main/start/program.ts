import { app } from 'electron';

/**
 * What the program is started as. A ward's PC has one executable and no Node beside it, and the fuse that would
 * make Electron a Node is off; so the terminal's command and the printing of its pages are the same program:
 * `--ward …` and `--print-page <file>`. Everything else opens the desk. The two end by themselves.
 *
 * Awaited to its end by Electron before it is `ready`: the desk has to declare its protocol before that.
 */
if (app.isPackaged) refuseToolsOfDevelopment();

const ward = process.argv.indexOf('--ward');
if (ward >= 0) {
  const { runWard } = await import('./run-ward.ts');
  runWard(process.argv.slice(ward + 1));
} else if (process.argv.includes('--print-page')) {
  const { printPage } = await import('../window/print-page.ts');
  printPage();
} else {
  await import('../main.ts');
}

/** In an installed program whoever can set a variable must not bring code or pages of their own. */
function refuseToolsOfDevelopment(): void {
  delete process.env.FANGCANG_SQLITE_BINDING;
  delete process.env.ELECTRON_RENDERER_URL;
}
