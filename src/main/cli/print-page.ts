import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Language } from '#shared/messages/fill.ts';
import { Refusal } from '../ipc/refusal.ts';
import { saveFile } from '../reports/save-file.ts';
import { Failure, refusal } from './output.ts';

/** Starts the Electron of this checkout; it knows where that is and lends it a display where there is none. */
const SCRIPT = path.resolve(import.meta.dirname, '..', '..', '..', 'scripts', 'print-paper.ts');

/**
 * One page as PDF, by the Chromium that prints in the window: only that sets Chinese and breaks pages alike. The
 * file is whole or not there. Ends with `no-printer` and the program's own words where it cannot be started.
 */
export async function printPage(html: string, out: string, language: Language): Promise<{ file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fangcang-page-'));
  try {
    const draft = path.join(folder, 'page.pdf');
    const problem = existsSync(SCRIPT) ? await run(draft, html) : SCRIPT;
    if (problem !== null) throw new Failure(1, 'no-printer', { problem });
    return { file: await saveFile(await readFile(draft), { exactly: out }, language) };
  } catch (error) {
    if (error instanceof Refusal) throw refusal({ code: error.code, params: { ...error.params } });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Null when it was printed, else what was said last. */
function run(draft: string, html: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, draft], { stdio: ['pipe', 'ignore', 'pipe'] });
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
