import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { APP_ORIGIN, declareAppProtocol } from './app-protocol.ts';
import { confineEverything } from './confine.ts';
import { openPaperWindow } from './paper-window.ts';

/**
 * Prints one page for the terminal: HTML on standard input, the PDF to the file named last. It opens no ward and
 * needs no lock, so a desk may be running beside it; what Chromium keeps lies in a folder that goes with it.
 */
export function printPage(): void {
  const own = mkdtempSync(join(tmpdir(), 'fangcang-paper-'));
  app.setPath('userData', own);
  app.on('window-all-closed', () => undefined);
  app.on('quit', () => rmSync(own, { recursive: true, force: true }));
  confineEverything(APP_ORIGIN);
  declareAppProtocol();
  void print();
}

async function print(): Promise<void> {
  try {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.from(part));
    await app.whenReady();
    const paper = openPaperWindow();
    const bytes = await paper.toPdf(Buffer.concat(parts).toString('utf8'), true);
    paper.close();
    await writeFile(process.argv.at(-1) ?? '', bytes);
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : '?'}\n`);
    app.exit(1);
  }
}
