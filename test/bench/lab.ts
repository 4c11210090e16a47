import { rmSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { openTestWard } from '../fixtures/ward.ts';
import { type Figure, noTimes, type Part, timed, together } from './figures.ts';
import { plainRows } from './import.ts';
import { copyOf } from './old-ward.ts';
import { ActReader, PlainWriter } from './plain-acts.ts';
import { rosterFile } from './roster-file.ts';

const DAY = '2022-04-07';
const ROWS = 10_000;
const RUNS = 3;

type LabRow = (string | number)[];

/** A laboratory's list of all of them: Ct values and words as laboratories mix them. */
function labTable(people: readonly { name: string; documentNumber: string | null }[]): LabRow[] {
  const none = ['>40', '未检出', 'Undet.', '—'];
  const rows = people.map(({ name, documentNumber }, i): LabRow => {
    const ct = 20 + (i % 21) + (i % 10) / 10;
    const gene = ct < 38 ? ct : (none[i % 4] ?? '—');
    const time = `2022-04-08 ${String(6 + (i % 3)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
    return [`JL${i}`, name, documentNumber ?? '', time, gene, gene, ct < 35 ? '阳性' : '阴性'];
  });
  return [['样本条码', '姓名', '身份证号', '采样时间', 'ORF1ab Ct', 'N Ct', '结果'], ...rows];
}

async function bytesOf(table: LabRow[], format: 'xlsx' | 'csv'): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(stringify(table));
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('核酸结果').addRows(table);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A laboratory's file of 10,000 rows taken in, against parsing it and inserting the very rows that came of it. */
export async function measureLab(): Promise<Part> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  const people = madeUpPeople(randomFrom(ROWS), ROWS, DAY as LocalDate).map(({ details }) => details);
  const table = labTable(people.filter(({ documentNumber }) => documentNumber !== null));
  const roster = (await rosterFile(people, 'csv')).toString('base64');
  for (const format of ['xlsx', 'csv'] as const) {
    const bytes = await bytesOf(table, format);
    const steps = { take: noTimes(), parse: noTimes(), insert: noTimes() };
    for (let run = 0; run < RUNS; run++) {
      const ward = await openTestWard('stadium-1200', `${DAY} 19:00`);
      const { rosterId } = await ward.call('rosters.open', { fileName: 'roster.csv', base64: roster });
      await ward.call('rosters.commit', { rosterId });
      ward.at('2022-04-08 20:00');
      const copy = copyOf(ward.file);
      const reader = new ActReader(ward.file);
      const plain = new PlainWriter(copy.file);
      const file = { fileName: `lab.${format}`, base64: bytes.toString('base64') };
      const result = await timed(steps.take, () => ward.call('tests.importLab', file));
      const written = reader.next();
      await timed(steps.parse, () => plainRows(bytes, format));
      await timed(steps.insert, () => plain.write(written));
      if (run === 0)
        notes.push(
          `${format}: ${result.rows} rows, ${result.accepted} taken, ${result.quarantined} in quarantine`,
        );
      reader.close();
      plain.close();
      await ward.close();
      rmSync(copy.folder, { recursive: true });
    }
    figures.push({
      what: `${ROWS.toLocaleString('en')} rows, ${format}`,
      ours: steps.take,
      reference: together(steps.parse, steps.insert),
    });
  }
  return {
    about:
      'tests.importLab, against exceljs or csv-parse and the same rows by prepared statements in one transaction',
    figures,
    notes,
  };
}
