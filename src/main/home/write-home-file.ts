import { fill } from '#shared/messages/fill.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { type Place, requireTrustedPath, saveFile } from '../reports/save-file.ts';
import { toCsv } from '../reports/write-csv.ts';
import { toXlsx } from '../reports/write-xlsx.ts';
import { findOperatorName } from '../ward/operator-repository.ts';
import { HOME_WORDS, homeSheet } from './home-sheet.ts';
import { readHomeList } from './list-home.ts';

/** Writes the ledger for the communities and answers its path. Refuses as the discharge file does. */
export const writeHomeFile: QueryHandler<'home.exportFile'> = async (db, input, context) => {
  const madeBy = await findOperatorName(db, input.madeBy);
  refuseUnless(madeBy !== undefined, 'unknown-operator');
  const whole = await readHomeList(db, input.day, context);
  const { district, language, format } = input;
  const people = whole.people.filter((person) => district === undefined || person.district === district);
  const { name, demo } = await readLetterhead(db);
  const sheet = homeSheet(
    { ...whole, people },
    { language, zone: context.zone, hospital: name, demo: demo === 1, madeBy, cutOff: context.now, district },
  );
  const tell = (done: number) => context.progress({ step: 'writing', done, total: people.length });
  tell(0);
  const bytes = format === 'xlsx' ? await toXlsx(sheet, tell) : toCsv(sheet);
  return { file: await saveFile(bytes, placeOf(), language), lines: people.length };

  /** A window's files go among the exports; their names tell the day and nothing of a person. */
  function placeOf(): Place {
    const { file } = input;
    if (file === undefined) {
      const stem = `${fill(HOME_WORDS.file, language)}-${whole.day}`;
      return { folder: context.exportFolder, stem, extension: `.${format}` };
    }
    requireTrustedPath(file, context.trustsPaths, language);
    return { exactly: file };
  }
};
