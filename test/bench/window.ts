import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDemonstration } from '#main/demo/create-demonstration.ts';
import { wardFileOf } from '#main/desk/folder.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { withPrivateDisplay } from '../../scripts/display.ts';
import {
  type ElectronRuntime,
  electronEnvironment,
  sandboxArguments,
} from '../../scripts/electron-runtime.ts';
import { prepareDesk } from '../../scripts/prepare.ts';
import { projectFolder } from '../../scripts/run-command.ts';
import { median, noTimes, type Part, percentile, type Times } from './figures.ts';
import { Page } from './page.ts';
import { cpuOfTree } from './process-tree.ts';

const LAUNCHES = 5;
const PATIENCE_MS = 60_000;
const SIZE = '--window-size=1366,768';

/** Every figure of the strip at the top shows a number. */
const CENSUS_SHOWN = `(() => { const figures = [...document.querySelectorAll('.desk-census strong')];
  return figures.length > 0 && figures.every(({ textContent }) => /^\\d/.test(textContent)); })()`;
const LOADED = `document.readyState === 'complete' && document.body?.textContent.includes('empty')`;

const EMPTY_APP = `
const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.argv.find((word) => word.startsWith('--data=')).slice(7));
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());`;

/**
 * From the start of the program until its census shows numbers and it hears the keyboard, against a program of
 * one empty page, in the same Electron, by turns.
 */
export async function measureWindow(): Promise<Part> {
  let electron: ElectronRuntime;
  try {
    electron = await prepareDesk();
  } catch (error) {
    return skipped(error);
  }
  const folder = mkdtempSync(join(tmpdir(), 'fangcang-bench-'));
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  writeFileSync(join(empty, 'package.json'), '{ "name": "empty", "main": "main.cjs" }');
  writeFileSync(join(empty, 'main.cjs'), EMPTY_APP);
  writeFileSync(join(empty, 'index.html'), '<!doctype html><title>empty</title><p>empty</p>');
  const log = {
    defect: (_id: string, name: string, error: unknown) => console.error(name, error),
    slow: () => undefined,
  };
  const now = instantFromMillis(Date.now());
  const file = wardFileOf({ path: folder, demo: true });
  mkdirSync(join(folder, 'demo'));
  await createDemonstration(file, { patients: 860, days: 10, seed: 2022, now, log });
  const ours = noTimes();
  const reference = noTimes();
  const launchOurs = (times: Times) =>
    launch(electron, [projectFolder, '--demo', `--data=${folder}`], CENSUS_SHOWN, times);
  const launchEmpty = (times: Times) =>
    launch(electron, [empty, `--data=${join(folder, 'profile')}`], LOADED, times);
  try {
    await withPrivateDisplay(async () => {
      // The first launch makes the profile and reads the program from the disk.
      for (let i = -1; i < LAUNCHES; i++) {
        await launchEmpty(i < 0 ? noTimes() : reference);
        await launchOurs(i < 0 ? noTimes() : ours);
      }
    });
  } catch (error) {
    return skipped(error);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    about: `from the launch until the census shows numbers and a key is heard, against an empty window; ${electron.label}`,
    figures: [{ what: 'the window is usable', ours, reference, aim: 'within twice the empty one' }],
    notes: [
      `the empty window: ${median(reference.wall)?.toFixed(0)} ms, at most ${percentile(reference.wall, 1)?.toFixed(0)} ms. CPU here is that of all processes of the program.`,
    ],
  };
}

function skipped(error: unknown): Part {
  const why = error instanceof Error ? error.message : String(error);
  return { about: `skipped, there is no Electron or no display to be had here: ${why}`, figures: [] };
}

/** Starts, waits until it is usable, keeps how long that took, and ends it. */
async function launch(electron: ElectronRuntime, args: string[], ready: string, times: Times): Promise<void> {
  const start = performance.now();
  const deadline = start + PATIENCE_MS;
  const child = spawn(
    electron.executable,
    [...args, ...sandboxArguments(), '--remote-debugging-port=0', '--lang=zh-CN', SIZE],
    { cwd: projectFolder, env: electronEnvironment(electron), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const page = await Page.at(await portOf(child), deadline);
    await page.until(ready, deadline);
    await page.key(deadline);
    times.wall.push(performance.now() - start);
    const cpu = cpuOfTree(child.pid ?? 0);
    if (cpu !== null) times.cpu.push(cpu);
    page.close();
  } finally {
    await end(child);
  }
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`Electron ended with ${code}: ${said.slice(-500)}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await Promise.race([gone, sleep(5000)]);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await gone;
}
