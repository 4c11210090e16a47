import path from 'node:path';
import { fill } from '#shared/messages/fill.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { inFileName, saveFile } from '../reports/save-file.ts';
import { toXlsx } from '../reports/write-xlsx.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { districtSheet } from './district-sheet.ts';
import { DISTRICT_WORDS } from './district-words.ts';
import { readListPaper } from './list-for-paper.ts';

/**
 * A file for each district, so that none gets the names of another's people; or only the one asked for. Nothing is
 * ever replaced: made again, it is `…-2.xlsx`. Refuses a list on which nobody may leave.
 */
export const writeDistrictFiles: QueryHandler<'releases.districtFile'> = async (db, input, context) => {
  const { now, zone, exportFolder, progress } = context;
  const { language } = input;
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const paper = await readListPaper(db, input.listId, now, zone);
  const wanted = paper.districts.filter(
    ({ district }) => input.district === undefined || district === input.district,
  );
  refuseUnless(wanted.length > 0, 'list-empty');
  const stem = fill(DISTRICT_WORDS.file, language);
  const folder = path.join(exportFolder, `${stem}-${paper.day}`);
  const files = [];
  let done = 0;
  for (const one of wanted) {
    const word = one.district || fill(DISTRICT_WORDS.noDistrict, language);
    const tell = (rows: number) => progress({ step: 'writing', done: done + rows, total: paper.people });
    tell(0);
    const bytes = await toXlsx(districtSheet(paper, one, { language, zone, madeBy }), tell);
    const place = { folder, stem: `${stem}-${paper.day}-${inFileName(word)}`, extension: '.xlsx' };
    files.push({
      file: await saveFile(bytes, place, language),
      district: one.district,
      people: one.people,
    });
    done += one.people;
  }
  return { files };
};
