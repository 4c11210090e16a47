import { rmSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { openTestWard } from '../fixtures/ward.ts';
import { type Figure, noTimes, type Part, timed, together } from './figures.ts';
import { copyOf } from './old-ward.ts';
import { ActReader, PlainWriter } from './plain-acts.ts';
import { type Format, rosterFile } from './roster-file.ts';

const DAY = '2022-04-07';

const CASES: readonly { rows: number; format: Format; runs: number }[] = [
  { rows: 996, format: 'xlsx', runs: 3 },
  { rows: 996, format: 'csv', runs: 3 },
  { rows: 26_462, format: 'xlsx', runs: 1 },
  { rows: 26_462, format: 'csv', runs: 1 },
];

/**
 * A roster taken in (file kept, headings found, every cell judged) and committed (judged again, everybody
 * admitted), against parsing the same file and inserting the very rows that came of it, in one transaction.
 */
export async function measureImport(): Promise<Part> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const { rows, format, runs } of CASES) {
    const people = madeUpPeople(randomFrom(rows), rows, DAY as LocalDate).map(({ details }) => details);
    const bytes = await rosterFile(people, format);
    const title = `${rows.toLocaleString('en')} rows, ${format === 'csv' ? 'CSV' : format}`;
    const steps = { open: noTimes(), commit: noTimes(), parse: noTimes(), insert: noTimes() };
    for (let run = 0; run < runs; run++) {
      const ward = await openTestWard('stadium-1200', `${DAY} 19:00`);
      const copy = copyOf(ward.file);
      const reader = new ActReader(ward.file);
      const plain = new PlainWriter(copy.file);
      const file = { fileName: `${run}.${format}`, base64: bytes.toString('base64'), convoyId: null };
      const { rosterId } = await timed(steps.open, () => ward.call('rosters.open', file));
      plain.write(reader.next());
      const result = await timed(steps.commit, () =>
        ward.call('rosters.commit', { rosterId, language: 'zh-CN' }),
      );
      const written = reader.next();
      await timed(steps.parse, () => plainRows(bytes, format));
      await timed(steps.insert, () => plain.write(written));
      if (run === 0)
        notes.push(
          `${title}: ${result.accepted} admitted, ${result.refused} refused, ${result.duplicates} duplicates`,
        );
      reader.close();
      plain.close();
      await ward.close();
      rmSync(copy.folder, { recursive: true });
    }
    figures.push(
      {
        what: title,
        ours: together(steps.open, steps.commit),
        reference: together(steps.parse, steps.insert),
      },
      { what: '  open: read and judge, against parsing', ours: steps.open, reference: steps.parse },
      { what: '  commit: judge and admit, against inserting', ours: steps.commit, reference: steps.insert },
    );
  }
  return {
    about:
      'rosters.open + rosters.commit into an empty ward, against exceljs or csv-parse and the same rows by prepared statements in one transaction',
    figures,
    notes,
  };
}

export async function plainRows(bytes: Buffer, format: Format): Promise<unknown[][]> {
  if (format === 'csv') return parse(bytes, { bom: true });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push([row.values]);
  });
  return rows;
}
