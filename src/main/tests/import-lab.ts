import { v7 as uuid } from 'uuid';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { labFileId } from '#shared/contract/values.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, Context, QueryHandler, Reads, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal } from '../ipc/refusal.ts';
import { describe, judgeLabLines } from './judge-lab-rows.ts';
import {
  fatesOf,
  findLabFile,
  hashOf,
  insertFates,
  readRememberedHeadings,
  rememberHeadings,
} from './lab-file-repository.ts';
import { readLabKnowledge } from './lab-knowledge.ts';
import { resultOfFates, resultOfKnownFile } from './lab-result.ts';
import type { LabFate, Taken } from './lab-types.ts';
import { type LabReading, readLabFile } from './read-lab-file.ts';
import { insertResults, insertSamples } from './sample-repository.ts';

type Given = Omit<ParsedInputOf<'tests.previewLab'>, 'language'>;

interface Judged {
  readonly reading: LabReading;
  readonly fates: readonly LabFate[];
}

async function judgeLabFile(db: Reads, given: Given, content: Uint8Array, context: Context): Promise<Judged> {
  const { now, zone, progress } = context;
  progress({ step: 'reading', done: 0, total: 3 });
  const choice = { ...given, remembered: await readRememberedHeadings(db) };
  const reading = await readLabFile(content, given.fileName, choice, { today: localDateOf(now, zone), zone });
  if (!reading.ok)
    throw new Refusal('lab-file-unreadable', {
      ...reading.params,
      file: given.fileName,
      fault: reading.code,
    });
  progress({ step: 'judging', done: 1, total: 3 });
  const known = await readLabKnowledge(db, reading.lines, { now, zone });
  return { reading, fates: judgeLabLines(reading.lines, known) };
}

/** What a laboratory file would come to, without keeping anything. */
export const previewLab: QueryHandler<'tests.previewLab'> = async (db, input, context) => {
  const content = Buffer.from(input.base64, 'base64');
  const { reading, fates } = await judgeLabFile(db, input, content, context);
  const { sheet, sheets, headingRow } = reading;
  const columns = reading.columns.map(({ position, heading, field, examples, source }) => ({
    position,
    heading,
    field,
    examples: [...examples],
    source,
  }));
  const file = await findLabFile(db, hashOf(content));
  const kept = file ? await fatesOf(db, file.id) : [];
  const result =
    kept.length > 0 ? resultOfKnownFile(kept, input.language) : resultOfFates(fates, input.language);
  return { ...result, sheet, sheets: [...sheets], headingRow, columns, known: kept.length > 0 };
};

/**
 * Takes in a laboratory file in one transaction. Refused when it cannot be read as a list of results; the same
 * bytes again change nothing (unless the import was taken back). What is taken counts at once; what is not waits
 * in quarantine, row by row.
 */
export const importLab: CommandHandler<'tests.importLab'> = async (tx, input, act, context) => {
  const content = Buffer.from(input.base64, 'base64');
  const file_hash = hashOf(content);
  const known = await findLabFile(tx, file_hash);
  const kept = known ? await fatesOf(tx, known.id) : [];
  if (known && kept.length > 0)
    throw new NothingRecorded({
      ...resultOfKnownFile(kept, input.language),
      actId: null,
      labFileId: known.id,
    });
  const { reading, fates } = await judgeLabFile(tx, input, content, context);
  context.progress({ step: 'writing', done: 2, total: 3 });
  const id = known?.id ?? labFileId.parse(uuid());
  if (!known)
    await tx
      .insertInto('lab_file')
      .values({ id, file_name: input.fileName, file_hash, content, rows: fates.length, opened_by: act.seq })
      .execute();
  await rememberHeadings(tx, reading.columns);
  await insertFates(tx, id, fates, act);
  await writeTaken(tx, id, fates, act);
  act.touches('lab-file', id);
  return { ...resultOfFates(fates, input.language), actId: act.id, labFileId: id };
};

const isTaken = (fate: LabFate): fate is Taken => fate.status === 'taken';

async function writeTaken(
  tx: Tx,
  id: ReturnType<typeof labFileId.parse>,
  fates: readonly LabFate[],
  act: Act,
): Promise<void> {
  const taken = fates.filter(isTaken);
  await insertSamples(
    tx,
    taken.flatMap(({ line, stayId, sample, pooled }) =>
      sample && stayId ? [{ barcode: line.barcode, stayId, pooled, ...sample }] : [],
    ),
    act,
  );
  await insertResults(
    tx,
    taken.flatMap(({ line, result }) =>
      result
        ? [
            {
              ...result,
              barcode: line.barcode,
              reportedAt: line.reportedAt,
              from: { labFileId: id, row: line.row },
            },
          ]
        : [],
    ),
    act,
  );
  for (const { line, stayId, note, params, result } of taken) {
    if (stayId === null) continue;
    act.touches('care', stayId);
    if (note !== 'corrected' || !result) continue;
    const { barcode } = line;
    const before = `${barcode} ${params.before ?? ''}`;
    act.changes('care', stayId, 'natResult', before, `${barcode} ${params.after ?? describe(result.value)}`);
  }
}
