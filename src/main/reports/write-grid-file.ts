import { Buffer } from 'node:buffer';
import { localOf } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { inFileName, saveFile } from './save-file.ts';
import { BYTE_ORDER_MARK } from './write-csv.ts';

/**
 * A list of the screen as a file. The lines come from the page, which has them filtered and sorted as somebody sees them;
 * that they are carried away is the ward's to allow, and to put on the trail. Refuses as other files do.
 */
export const writeGridFile: QueryHandler<'reports.gridFile'> = async (db, input, context) => {
  const { list, csv, language } = input;
  refuseUnless((await findOperatorName(db, input.madeBy)) !== undefined, 'unknown-operator');
  const when = localOf(context.now, context.zone).slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  const place = {
    folder: context.exportFolder,
    stem: `${inFileName(list)}-${when}`,
    extension: '.csv',
  };
  return { file: await saveFile(Buffer.from(BYTE_ORDER_MARK + csv), place, language) };
};
