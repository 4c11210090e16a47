import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from '#main/reports/sheet.ts';
import { cellText as textOfCell } from '#main/spreadsheets/cell.ts';
import { csvText, textOfCsv } from '#shared/rules/csv-cell.ts';
import { tidyDocumentNumber } from '#shared/rules/id-card.ts';
import { readPhone } from '#shared/rules/phone.ts';
import { PATIENCE, parseCsv, takenByLibreOffice } from '../../main/reports/spreadsheet.ts';
import { NASTY } from '../../main/reports/ward-with-discharges.ts';

/** Made of what spreadsheets look out for, in every order. */
const trap = fc
  .array(
    fc.constantFrom(
      ...[
        '=',
        '+',
        '-',
        '@',
        '＝',
        '＋',
        '－',
        '＠',
        '\t',
        '\r',
        '\n',
        ' ',
        '\u00a0',
        '\u200b',
        "'",
        '"',
        ',',
        ';',
      ],
      ...[
        '|',
        '#',
        '%',
        '.',
        ':',
        '/',
        '(',
        ')',
        '1',
        '0',
        '12',
        '１',
        'E',
        'e',
        'MAR',
        'TRUE',
        '月',
        '日',
        '年',
        '¥',
        '$',
      ],
      ...['SUM(A1)', 'cmd', '王', 'A', '𠮷', '\u202e', '🙂'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const anyText = fc.oneof(
  trap,
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...NASTY),
);

const asCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\ufeff${stringify(rows as string[][], { record_delimiter: '\r\n', quoted_string: true })}`);

async function withCsv<T>(texts: readonly string[], use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'csv-'));
  try {
    const file = path.join(folder, 'cells.csv');
    writeFileSync(file, asCsv(texts.map((text) => ['.', csvText(text), '.'])));
    return await use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('a text in a .csv', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const written = texts.map(cellText);
        expect(parseCsv(asCsv([written.map(csvText)]))[0]?.map(textOfCsv)).toEqual(written);
      }),
      { numRuns: 2000 },
    );
  });

  it('never begins like a formula, behind blanks and invisible characters and in full-width forms neither', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(csvText(text)).not.toMatch(/^[^\P{C}\t]*[\p{Z}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫|]/u);
        expect(csvText(text)).not.toMatch(/^[\r\n]/);
      }),
      { numRuns: 5000 },
    );
  });

  it('is left alone where it is plainly a text', () => {
    const plain = [
      '王芳',
      'A-03-12',
      '朝阳区',
      '3号楼2单元',
      '12 High Street',
      '11010519491231002X',
      'May',
      '',
      'H1234567',
    ];
    expect(plain.map(csvText)).toEqual(plain);
  });

  it('is marked where a spreadsheet would make a number, a day, an error or a formula of it', () => {
    const taken = [
      '110105194912310021',
      '0012',
      '3-12',
      'MAR-12',
      '1E5',
      '1/2',
      '5％',
      '12:30',
      '5月3日',
      'true',
      '#REF!',
    ];
    expect(
      taken.concat('+8613800000000', '=1', ' @x', '－1', '=\u03381').filter((text) => csvText(text) === text),
    ).toEqual([]);
  });

  it('is read back by the roster reader’s tidying of document numbers and phones', () => {
    for (const number of ['110105194912310021', '440524188001010014', '0012', 'H1234567', '1E5']) {
      expect(tidyDocumentNumber(csvText(number))).toBe(number);
    }
    for (const phone of ['13800000000', '+85298765432']) expect(readPhone(csvText(phone)).phone).toBe(phone);
  });
});

describe('LibreOffice', () => {
  const samples = [
    ...NASTY,
    ...['110105194912310021', '0012', '1/2', '５％', '12:30', '5月3日', '2022-04-05', '-', '−5', '¥5', '(5)'],
    ...fc.sample(trap, { numRuns: 400, seed: 20220405 }),
  ].map(cellText);

  it.each([
    ['English', 0],
    ['Chinese', 2052],
  ])(
    'takes every text of a .csv for that very text, in %s',
    async (_name, language) => {
      const taken = await withCsv(samples, (file) => takenByLibreOffice(file, language));
      for (const [i, text] of samples.entries()) {
        const cell = taken[i]?.[1];
        expect(cell?.kind, JSON.stringify(text)).toBe('text');
        expect(textOfCsv(textOfCell(cell))).toBe(text);
      }
    },
    PATIENCE,
  );
});
