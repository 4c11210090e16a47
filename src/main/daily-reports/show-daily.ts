import type { QueryHandler } from '../ipc/context.ts';
import { hashOfBody, readDailyBody, requireCutOff } from './read-body.ts';
import { readOutOf } from './read-out.ts';
import { restatedFigures } from './restated-rules.ts';
import { findSignedBody, readAllSigned, readSigned } from './signed-report-repository.ts';

/** The report of a cut-off as it is known now, beside what was signed of it. */
export const showDaily: QueryHandler<'daily.show'> = async (db, { cutOff }, context) => {
  await requireCutOff(db, cutOff, context);
  const body = await readDailyBody(db, cutOff, null, context);
  const signed = await readSigned(db, cutOff);
  const latest = signed.find(({ withdrawn }) => !withdrawn);
  const standing = latest ? ((await findSignedBody(db, cutOff, latest.version))?.body ?? null) : null;
  return {
    body,
    hash: hashOfBody(body),
    readOut: { zh: readOutOf(body, 'zh-CN', context.zone), en: readOutOf(body, 'en', context.zone) },
    signed,
    standing,
    restated: standing ? restatedFigures(standing, body) : [],
  };
};

export const listDaily: QueryHandler<'daily.list'> = async (db) => ({ reports: await readAllSigned(db) });
