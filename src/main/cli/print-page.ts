import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '#shared/messages/fill.ts';
import { Refusal } from '../ipc/refusal.ts';
import { saveFile } from '../reports/save-file.ts';
import { Failure, refusal } from './output.ts';

/** From the sources: a script that finds this checkout's Electron and lends it a display where there is none. */
const SCRIPT = path.resolve(import.meta.dirname, '..', '..', '..', 'scripts', 'print-paper.ts');
/** Installed: the program itself. Its Chromium prints only where a window could be shown, though it shows none. */
const ITSELF = ['--disable-gpu', '--log-level=3', '--print-page'];

/**
 * One page as PDF, by the Chromium that prints in the window: only that sets Chinese and breaks pages alike. The
 * file is whole or not there. Ends with `no-printer` and the program's own words where it cannot be started.
 */
export async function printPage(html: string, out: string, language: Language): Promise<{ file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fangcang-page-'));
  try {
    const draft = path.join(folder, 'page.pdf');
    const problem = isInstalled && !hasDisplay() ? 'no display: DISPLAY is not set' : await run(draft, html);
    if (problem !== null) throw new Failure(1, 'no-printer', { problem });
    return { file: await saveFile(await readFile(draft), { exactly: out }, language) };
  } catch (error) {
    if (error instanceof Refusal) throw refusal({ code: error.code, params: { ...error.params } });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const isInstalled = process.versions.electron !== undefined;

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Null when it was printed, else what was said last. */
function run(draft: string, html: string): Promise<string | null> {
  return new Promise((resolve) => {
    const args = [...(isInstalled ? ITSELF : [SCRIPT]), draft];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => {
      said = `${said}${text}`.slice(-2000);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 && existsSync(draft) ? null : lastLine(said)));
    child.stdin.on('error', () => undefined);
    child.stdin.end(html);
  });
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '?';
