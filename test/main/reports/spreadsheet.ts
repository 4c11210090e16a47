import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { type Cell, cellText } from '#main/spreadsheets/cell.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { runCommand } from '../../../scripts/run-command.ts';

/** Commas, quotes, UTF-8, and guessing of numbers and days in a language: 0 the system's, 2052 Chinese. */
const asCsv = (language: number): string => `--infilter=CSV:44,34,76,1,,${language}`;
/** LibreOffice takes two seconds to start, and many on a busy machine. */
export const PATIENCE = 120_000;

/** Opens a file in LibreOffice, without its window, and saves it as something else. */
async function throughLibreOffice(file: string, format: 'xlsx' | 'pdf', language = 0): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'libre-office-'));
  try {
    const opened = file.endsWith('.csv') ? [asCsv(language)] : [];
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = ['--headless', profile, ...opened, '--convert-to', format, '--outdir', folder, file];
    const result = await runCommand('soffice', args, { timeoutMs: PATIENCE });
    expect(result, `soffice ${args.join(' ')}`).toMatchObject({ code: 0 });
    return readFileSync(path.join(folder, `${path.parse(file).name}.${format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const parseCsv = (bytes: Buffer): string[][] =>
  parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: false });

/** The cells as LibreOffice took them: text, number, date, formula result …, with what they show. */
export async function takenByLibreOffice(file: string, language = 0): Promise<Cell[][]> {
  return cellsOf(await throughLibreOffice(file, 'xlsx', language));
}

/** The pages as LibreOffice prints them, each as its text. */
export async function printedByLibreOffice(file: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'printed-'));
  try {
    const pdf = path.join(folder, 'printed.pdf');
    writeFileSync(pdf, await throughLibreOffice(file, 'pdf'));
    const { code, stdout } = await runCommand('pdftotext', ['-layout', pdf, '-']);
    expect(code).toBe(0);
    return stdout.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The cells of a file as the desk's own roster reader takes them; row 1 is the first. */
export async function cellsOf(bytes: Buffer): Promise<Cell[][]> {
  const reading = await readSpreadsheet(bytes, 'file');
  if (!reading.ok) throw new Error(reading.code);
  const rows: Cell[][] = [];
  for (const { row, cells } of reading.sheets[0]?.rows ?? []) rows[row - 1] = [...cells];
  return Array.from(rows, (row) => row ?? []);
}

export const textsOf = (cells: readonly Cell[][]): string[][] => cells.map((row) => row.map(cellText));
