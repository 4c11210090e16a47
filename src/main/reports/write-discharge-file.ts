import type { ParsedInputOf } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/fill.ts';
import { instantFromMillis, localDateOf, millisOf, type TimeZone } from '#shared/rules/instant.ts';
import type { Context, QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import type { DischargeReport } from './discharge-report.ts';
import { readLetterhead } from './discharge-repository.ts';
import { dischargeSheet } from './discharge-sheet.ts';
import { DISCHARGE_WORDS } from './discharge-words.ts';
import { readDischargeReport } from './report-discharges.ts';
import { type Place, requireTrustedPath, saveFile } from './save-file.ts';
import { toCsv } from './write-csv.ts';
import { toXlsx } from './write-xlsx.ts';

/**
 * Writes the discharge report of [from, to) as a file and answers its path. Refuses a period without an instant
 * in it, an operator who is not on duty, and a file that cannot be written; then there is none.
 */
export const writeDischargeFile: QueryHandler<'reports.dischargeFile'> = async (db, input, context) => {
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const report = await readDischargeReport(db, input, context);
  const place = placeOf(input, report, context);
  const { demo } = await readLetterhead(db);
  const { language } = input;
  const sheet = dischargeSheet(report, { language, zone: context.zone, madeBy, demo: demo === 1 });
  const total = report.lines.length;
  const tell = (done: number) => context.progress({ step: 'writing', done, total });
  tell(0);
  const bytes = input.format === 'xlsx' ? await toXlsx(sheet, tell) : toCsv(sheet);
  return { file: await saveFile(bytes, place, language), lines: total };
};

/** A window's files go among the exports, whatever it asks for; only a terminal names paths. */
function placeOf(
  { file, format, language }: ParsedInputOf<'reports.dischargeFile'>,
  report: DischargeReport,
  { trustsPaths, exportFolder, zone }: Context,
): Place {
  if (file === undefined) {
    const stem = `${fill(DISCHARGE_WORDS.file, language)}-${daysOf(report, zone)}`;
    return { folder: exportFolder, stem, extension: `.${format}` };
  }
  requireTrustedPath(file, trustsPaths, language);
  return { exactly: file };
}

/** `2022-04-05`, or `2022-04-04_2022-04-05` where the period touches several days of the hospital. */
function daysOf({ from, to }: DischargeReport, zone: TimeZone): string {
  const first = localDateOf(from, zone);
  const last = localDateOf(instantFromMillis(millisOf(to) - 1), zone);
  return first === last ? first : `${first}_${last}`;
}
