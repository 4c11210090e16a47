import { Buffer } from 'node:buffer';
import type { FigureRow } from '#shared/contract/figures.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { fill } from '#shared/messages/fill.ts';
import { addMinutes, type Instant, localOf } from '#shared/rules/instant.ts';
import { isPregnant } from '#shared/rules/key-patient.ts';
import { isUsable } from '#shared/rules/usable-bed.ts';
import { readBedStates } from '../beds/bed-states.ts';
import { inChunks } from '../db/chunks.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readPlaceConditions } from '../overview/place-conditions.ts';
import { DISCHARGE_WORDS } from '../reports/discharge-words.ts';
import { type Place, requireTrustedPath, saveFile } from '../reports/save-file.ts';
import { toCsv } from '../reports/write-csv.ts';
import { toXlsx } from '../reports/write-xlsx.ts';
import { readMarks } from '../rounds/mark-repository.ts';
import { readHospital } from '../ward/hospital-repository.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { showCensus } from '../ward/show-census.ts';
import type { EmtPerson } from './emt-items.ts';
import { EMT_WORDS, emtSheet } from './emt-sheet.ts';
import { haveMessage } from './have-message.ts';
import type { Interval } from './journey-rules.ts';
import { refuseFuture } from './knowledge.ts';
import { readFigureRows } from './list-rows.ts';
import { readFlow } from './read-flow.ts';

type Input = ParsedInputOf<'figures.exportFile'>;

const DAY_MINUTES = 24 * 60;

/** Writes the 24 hours up to a cut-off for other systems. Refuses a cut-off that has not come yet. */
export const writeExportFile: QueryHandler<'figures.exportFile'> = async (db, input, context) => {
  refuseFuture(input.at, context);
  const at = input.at ?? context.now;
  const interval = { from: addMinutes(at, -DAY_MINUTES), to: at };
  context.progress({ step: 'writing', done: 0, total: 1 });
  const bytes =
    input.kind === 'edxl-have'
      ? await haveFile(db, interval, input, context)
      : await emtFile(db, interval, input, context);
  return { file: await saveFile(bytes, placeOf(input, interval, context), input.language) };
};

async function haveFile(
  db: Reads,
  interval: Interval,
  { language }: Input,
  context: Context,
): Promise<Buffer> {
  const { wardId, name: hospital, demo } = await readHospital(db);
  const message = await haveMessage({
    wardId,
    hospital,
    demo: demo ? fill(DISCHARGE_WORDS.demo, language) : '',
    census: await showCensus(db, { at: interval.to }, context),
    usable: await countUsable(db, interval.to, context),
    flow: await readFlow(db, interval, null),
  });
  return Buffer.from(message);
}

/** Beds that could be given at once at that instant, by the code of their zone. */
async function countUsable(db: Reads, at: Instant, context: Context): Promise<Map<string, number>> {
  const asOf = { at, knownBy: null };
  const conditions = await readPlaceConditions(db, asOf, context.now);
  const zones = await db.selectFrom('zone').select(['id', 'code']).execute();
  const beds = (await readBedStates(db, asOf)).filter((bed) => isUsable(bed.state, conditions.of(bed)));
  return new Map(zones.map(({ id, code }) => [code, beds.filter(({ zone_id }) => zone_id === id).length]));
}

async function emtFile(db: Reads, interval: Interval, input: Input, context: Context): Promise<Buffer> {
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const rowsOf = (figure: 'arrived' | 'left') =>
    readFigureRows(db, { place: 'all', figure, interval, knownBy: null }, context.zone);
  const { beds } = await showCensus(db, { at: interval.to }, context);
  const day = {
    interval,
    arrivals: await withPregnancy(db, await rowsOf('arrived')),
    leavers: await withPregnancy(db, await rowsOf('left')),
    beds,
  };
  const { name: hospital, demo } = await readHospital(db);
  const { language } = input;
  const sheet = emtSheet(day, { language, zone: context.zone, hospital, madeBy, demo });
  return input.format === 'xlsx' ? toXlsx(sheet, () => undefined) : toCsv(sheet);
}

async function withPregnancy(db: Reads, rows: readonly FigureRow[]): Promise<(FigureRow & EmtPerson)[]> {
  const ids = rows.map(({ stayId }) => stayId);
  const marks = await readMarks(db, ids);
  const needs = new Map<StayId, string>();
  for (const some of inChunks(ids, 1000))
    for (const row of await db.selectFrom('stay').select(['id', 'needs']).where('id', 'in', some).execute())
      needs.set(row.id, row.needs);
  return rows.map((row) => {
    const words = (marks.get(row.stayId) ?? []).map(({ mark }) => mark);
    const needed = needs.get(row.stayId) ?? '';
    return { ...row, pregnant: isPregnant(words, needed === '' ? [] : (needed.split(',') as never[])) };
  });
}

/** A window's files go among the exports; their names tell the cut-off and nothing of a person. */
function placeOf(
  { kind, format, language, file }: Input,
  { to }: Interval,
  { exportFolder, trustsPaths, zone }: Context,
): Place {
  if (file === undefined) {
    const name = kind === 'edxl-have' ? 'edxl-have' : fill(EMT_WORDS.file, language);
    const when = localOf(to, zone).slice(0, 16).replace('T', '-').replace(':', '');
    return {
      folder: exportFolder,
      stem: `${name}-${when}`,
      extension: kind === 'edxl-have' ? '.xml' : `.${format}`,
    };
  }
  requireTrustedPath(file, trustsPaths, language);
  return { exactly: file };
}
