import type { DailyBody } from '#shared/contract/daily-body.ts';
import type { SignedReport } from '#shared/contract/daily-reports.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { hashOfBody, readDailyBody, requireCutOff } from './read-body.ts';
import { restatedFigures } from './restated-rules.ts';
import { findSignedBody, readAllSigned, readSigned } from './signed-report-repository.ts';
import { markedReadOut, standingWords } from './standing-words.ts';

/** The report of a cut-off as it is known now, beside what was signed of it. */
export const showDaily: QueryHandler<'daily.show'> = async (db, { cutOff }, context) => {
  await requireCutOff(db, cutOff, context);
  const body = await readDailyBody(db, cutOff, null, context);
  const signed = await readSigned(db, cutOff);
  const latest = signed.find(({ withdrawn }) => !withdrawn);
  const standing = latest ? ((await findSignedBody(db, cutOff, latest.version))?.body ?? null) : null;
  const readOut = (of: DailyBody, by: SignedReport | null) => {
    const inWords = (language: Language) =>
      markedReadOut(of, standingWords(by, language, context.zone), language, context.zone);
    return { zh: inWords('zh-CN'), en: inWords('en') };
  };
  return {
    body,
    hash: hashOfBody(body),
    readOut: readOut(body, null),
    signed,
    standing,
    standingReadOut: standing && latest ? readOut(standing, latest) : null,
    restated: standing ? restatedFigures(standing, body) : [],
  };
};

export const listDaily: QueryHandler<'daily.list'> = async (db) => ({ reports: await readAllSigned(db) });
