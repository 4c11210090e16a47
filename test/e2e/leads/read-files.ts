import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';

/** The words of a PDF in the order in which they stand, one blank between them. */
export const wordsOfPdf = (file: string): string =>
  execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');

/** Where a line is broken and letters stand apart is the business of the paper. */
export const flat = (text: string): string => text.replace(/\s+/g, '');

export const infoOfPdf = (file: string): string => execFileSync('pdfinfo', [file], { encoding: 'utf8' });

export interface ShownReport {
  /** Word and number of every card. */
  cards: [string, number][];
  /** Every row of the tables of zones (their sum as 合计) and of districts: name, and the numbers of now. */
  rows: [string, number[]][];
  readOut: string;
}

/** The daily report as it stands on the screen. */
export const shownReport = (page: Page): Promise<ShownReport> =>
  page.evaluate(() => {
    const all = (of: ParentNode, selector: string) => [...of.querySelectorAll(selector)];
    /** What is shown as former is said apart. */
    const numberOf = (cell: Element) => {
      const copy = cell.cloneNode(true) as Element;
      for (const former of all(copy, '.desk-accounts-was')) former.remove();
      return Number(/\d+/.exec(copy.textContent ?? '')?.[0]);
    };
    return {
      cards: all(document, '.desk-daily-cards li').map((card): [string, number] => [
        card.querySelector('span')?.textContent ?? '',
        Number(card.querySelector('strong')?.textContent),
      ]),
      rows: all(document, '.desk-daily-figures tbody tr').map((row): [string, number[]] => [
        row.getAttribute('data-total') === 'true' ? '合计' : (row.querySelector('th')?.textContent ?? ''),
        all(row, 'td').map(numberOf),
      ]),
      readOut: document.querySelector('.desk-daily-text')?.textContent ?? '',
    };
  });
