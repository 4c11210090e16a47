import { Buffer } from 'node:buffer';
import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { DailyFormat } from '#shared/contract/daily-reports.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { type Place, requireTrustedPath, saveFile } from '../reports/save-file.ts';
import { toCsv } from '../reports/write-csv.ts';
import { toXlsx } from '../reports/write-xlsx.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { endClockOf } from './cut-off-rules.ts';
import { dailySheet } from './daily-sheet.ts';
import { DAILY_WORDS } from './daily-words.ts';
import { findReport } from './find-report.ts';
import { requireCutOff, textOfBody } from './read-body.ts';
import { findStanding } from './signed-report-repository.ts';
import { markedReadOut, standingWords } from './standing-words.ts';

/** Writes a daily report as a file: a signed version, or the figures as they are known now. */
export const writeDailyFile: QueryHandler<'daily.file'> = async (db, input, context) => {
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  await requireCutOff(db, input.cutOff, context);
  const { language, format } = input;
  const version = input.version === 'standing' ? await findStanding(db, input.cutOff) : input.version;
  const { body, standing } = await chosen(db, { ...input, version }, context);
  context.progress({ step: 'writing', done: 0, total: 1 });
  const bytes = await bytesOf(db, body, { format, language, madeBy, standing, context });
  return {
    file: await saveFile(bytes, placeOf({ ...input, version }, context), language),
    version: version ?? null,
  };
};

type Chosen = Omit<ParsedInputOf<'daily.file'>, 'version'> & { version: number | undefined };

/** The body that is asked for, and what it says about its signature. */
export async function chosen(
  db: Reads,
  { cutOff, version, language }: Pick<Chosen, 'cutOff' | 'version' | 'language'>,
  context: Context,
): Promise<{ body: DailyBody; standing: string }> {
  const { body, signature } = await findReport(db, { cutOff, version }, context);
  return { body, standing: standingWords(signature, language, context.zone) };
}

interface Making {
  format: DailyFormat;
  language: Language;
  madeBy: string;
  standing: string;
  context: Pick<Context, 'zone' | 'now'>;
}

/** One file of the report, whole. */
export async function bytesOf(
  db: Reads,
  body: DailyBody,
  { format, language, madeBy, standing, context: { zone, now } }: Making,
): Promise<Buffer> {
  if (format === 'json') return Buffer.from(`${textOfBody(body)}\n`);
  const { demo } = await readLetterhead(db);
  if (format === 'txt') {
    const warning = demo === 1 ? `${fill(DEMO, language)}\n` : '';
    return Buffer.from(
      `\ufeff${warning}${markedReadOut(body, standing, language, zone)}\n`.replaceAll('\n', '\r\n'),
    );
  }
  const sheet = dailySheet(body, { language, zone, madeBy, standing, now, demo: demo === 1 });
  return format === 'csv' ? toCsv(sheet) : toXlsx(sheet, () => undefined);
}

const DEMO: Sentence = { zh: '【演示数据】', en: '[DEMONSTRATION]' };
/** `日报-2022-04-07-1200`, `日报-2022-04-07-2400-v2`: the cut-off as the text says it. Nobody can be known by it. */
export function stemOf(cutOff: Instant, language: Language, zone: TimeZone, version?: number): string {
  const { day, clock } = endClockOf(cutOff, zone);
  const stem = `${fill(DAILY_WORDS.file, language)}-${day}-${clock.replace(':', '')}`;
  return version === undefined ? stem : `${stem}-v${version}`;
}

function placeOf(
  { file, format, language, cutOff, version }: Chosen,
  { trustsPaths, exportFolder, zone }: Context,
): Place {
  if (file === undefined) {
    const stem = stemOf(cutOff, language, zone, version);
    return { folder: exportFolder, stem, extension: `.${format}` };
  }
  requireTrustedPath(file, trustsPaths, language);
  return { exactly: file };
}
