import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { InputOf } from '#shared/contract/index.ts';
import { Failure, isFile, wrongUse } from './output.ts';
import { type Answer, call, done, type Terminal, timeOption } from './terminal.ts';

export async function importFile(t: Terminal): Promise<Answer> {
  const [kind, path] = t.args;
  if ((kind !== 'roster' && kind !== 'lab') || path === undefined) throw wrongUse('import roster|lab <file>');
  if (!isFile(path)) throw new Failure(1, 'no-such-file', { file: path });
  const file = { fileName: basename(path), base64: readFileSync(path).toString('base64') };
  const { language } = t.style;
  if (kind === 'lab') return importLabFile(t, { ...file, language });
  const arrived = timeOption(t, 'arrived', 'arrivedAt');
  if (t.options.dryRun === true)
    return done(await call(t, 'rosters.preview', { ...file, ...arrived, language }));
  const { rosterId } = await call(t, 'rosters.open', { ...file, ...arrived });
  const { actId: _act, stayIds: _stays, ...result } = await call(t, 'rosters.commit', { rosterId, language });
  return done(result);
}

/** The same shape as a roster's result, and `quarantined`: rows that wait for a person, none of them refused. */
async function importLabFile(t: Terminal, file: InputOf<'tests.previewLab'>): Promise<Answer> {
  if (t.options.dryRun === true) {
    const {
      sheet: _s,
      sheets: _n,
      headingRow: _r,
      columns: _c,
      known: _k,
      ...result
    } = await call(t, 'tests.previewLab', file);
    return done(result);
  }
  const { actId: _act, labFileId: _id, ...result } = await call(t, 'tests.importLab', file);
  return done(result);
}
