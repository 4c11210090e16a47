import type Excel from 'exceljs';
import { type Sheet, singleLine } from './sheet.ts';

/* How a list looks in a spreadsheet and on paper: black on white, nothing by colour alone. */

type Style = Partial<Excel.Style>;

const FONT = { name: 'Microsoft YaHei', size: 10 };
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const;
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** Cells share these very objects: exceljs works a style out once for each object, not for each cell. */
export const STYLES = {
  title: { numFmt: '@', font: { ...FONT, size: 16, bold: true }, alignment: { vertical: 'middle' } },
  warning: {
    numFmt: '@',
    font: { ...FONT, size: 12, bold: true, color: { argb: 'FFC00000' } },
    alignment: { vertical: 'middle' },
  },
  note: { numFmt: '@', font: FONT, alignment: { vertical: 'middle' } },
  heading: {
    numFmt: '@',
    font: { ...FONT, bold: true },
    border: BOX,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE6E6E6' } },
    alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  },
  text: { numFmt: '@', font: FONT, border: BOX, alignment: { vertical: 'middle', wrapText: true } },
  number: {
    numFmt: '0',
    font: FONT,
    border: BOX,
    alignment: { vertical: 'middle', horizontal: 'center' },
  },
} as const satisfies Record<string, Style>;

/** A4 landscape, as wide as the page, the headings on every page. */
export const pageSetup = (headingRow: number): Partial<Excel.PageSetup> => ({
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.3 },
  // exceljs writes a dollar sign before each half.
  printTitlesRow: `${headingRow}:${headingRow}`,
});

/** Left who made it and when it is printed, in the middle the warning, right the page. At most 255 characters. */
export function footer({ foot, warning }: Sheet): string {
  const plain = (text: string) => singleLine(text).slice(0, 90).toWellFormed().replaceAll('&', '&&');
  const left = `&L${plain(foot.madeBy)}　${plain(foot.printed).replace('{{when}}', '&D &T')}`;
  const middle = warning === null ? '' : `&C${plain(warning)}`;
  const right = `&R${plain(foot.page).replace('{{page}}', '&P').replace('{{pages}}', '&N')}`;
  return (left + middle + right).slice(0, 255);
}
