import type { Page } from 'playwright';
import { eventually } from '../fixtures/terminal.ts';

/** A pair of hands at the keyboard, and eyes. Nothing here clicks. */
export interface Nurse {
  page: Page;
  press(...keys: string[]): Promise<void>;
  types(text: string): Promise<void>;
  /** A barcode, as fast as a scanner types it: all of it is on its way before the first sign is taken. */
  scans(code: string): Promise<void>;
  /** Waits until something is to be seen. */
  sees(selector: string, text?: string | RegExp): Promise<void>;
  /** Waits until it has gone. */
  seesNoMore(selector: string): Promise<void>;
  reads(selector: string): Promise<string>;
  /** Numbers of the strip at the top, in its order: in house, available, reserved, disinfection, closed, waiting. */
  readsStrip(): Promise<number[]>;
}

export function nurseAt(page: Page): Nurse {
  return {
    page,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async scans(code) {
      await Promise.all([...code, 'Enter'].map((key) => page.keyboard.press(key)));
    },
    types: (text) => page.keyboard.type(text, { delay: 25 }),
    async sees(selector, text) {
      const found =
        text === undefined ? page.locator(selector) : page.locator(selector).filter({ hasText: text });
      await found.first().waitFor({ state: 'visible', timeout: 20_000 });
    },
    async seesNoMore(selector) {
      await page.locator(selector).first().waitFor({ state: 'hidden', timeout: 20_000 });
    },
    async reads(selector) {
      return (await page.locator(selector).first().innerText()).trim();
    },
    async readsStrip() {
      const texts = await page.locator('.desk-census a').allInnerTexts();
      return texts.map((text) => Number(/\d+/.exec(text.replace(/,/g, ''))?.[0] ?? Number.NaN));
    },
  };
}

/** Moves the focus of a grid to the row that `at` accepts and the column named, by arrow keys alone. */
export async function goToCell(nurse: Nurse, column: string, at: (row: string) => boolean): Promise<void> {
  const { page } = nurse;
  const focused = () =>
    page.evaluate(() => {
      const cell = document.querySelector('.ag-cell-focus');
      const row = cell?.closest('[row-index]');
      const words = [
        ...document.querySelectorAll(`[row-index="${row?.getAttribute('row-index') ?? ''}"] .ag-cell`),
      ];
      return {
        column: cell?.getAttribute('col-id') ?? '',
        words: words.map((one) => one.textContent?.trim() ?? '').join('|'),
        order: [...document.querySelectorAll('.ag-header-cell')]
          .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
          .map((one) => one.getAttribute('col-id') ?? ''),
      };
    });
  let seen = await eventually('a cell has the focus', focused, ({ column: here }) => here !== '');
  for (let i = 0; i < 60 && !at(seen.words); i++) {
    await nurse.press('ArrowDown');
    seen = await focused();
  }
  if (!at(seen.words)) throw new Error(`no such row; the last one was ${seen.words}`);
  for (let i = 0; i < 40 && seen.column !== column; i++) {
    const left = seen.order.indexOf(column) < seen.order.indexOf(seen.column);
    await nurse.press(left ? 'ArrowLeft' : 'ArrowRight');
    seen = await focused();
  }
  if (seen.column !== column) throw new Error(`no column ${column} among ${seen.order.join(' ')}`);
}
