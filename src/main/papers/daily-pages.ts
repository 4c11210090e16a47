import type { SignedReport } from '#shared/contract/daily-reports.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { findReport } from '../daily-reports/find-report.ts';
import { hashOfBody, requireCutOff } from '../daily-reports/read-body.ts';
import { findSignedBody, findStanding } from '../daily-reports/signed-report-repository.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { render } from './templates.ts';
import { type DailyPaper, dailyView } from './views/daily-view.ts';
import { letterhead } from './views/letterhead.ts';
import { watermarked } from './watermark.ts';

/** The daily report on A4: a signed version as it was signed, or the figures of now, marked as not signed. */
export const showDailyPages: QueryHandler<'papers.dailyPages'> = async (db, input, context) => {
  const { now, zone, exportFolder } = context;
  const { cutOff, language, madeBy } = input;
  await requireCutOff(db, cutOff, context);
  const version = input.version === 'standing' ? await findStanding(db, cutOff) : input.version;
  const { body, signature, versions } = await findReport(db, { cutOff, version }, context);
  const paper: DailyPaper = {
    ...{ body, signature, versions, hash: hashOfBody(body) },
    first: await firstReported(db, cutOff, versions, signature),
  };
  const { demo } = await db.selectFrom('hospital').select('demo').executeTakeFirstOrThrow();
  // The name at the cut-off is part of what was signed.
  const head = letterhead({ name: body.hospital, demo }, { printedBy: madeBy, printedAt: now }, zone);
  const view = { ...head, ...dailyView(paper, language, zone) };
  const plain = await render('daily-report', view, exportFolder);
  const html = await watermarked(db, 'daily-report', plain, context);
  return { documents: [{ html, papers: 1, numbered: true }] };
};

/** The earliest version that stands and came before the one that is printed: what people were told first. */
async function firstReported(
  db: Reads,
  cutOff: Instant,
  versions: readonly SignedReport[],
  printed: SignedReport | null,
): Promise<DailyPaper['first']> {
  const signature = versions.findLast(({ withdrawn }) => !withdrawn);
  if (!signature || signature.version === printed?.version) return null;
  const found = await findSignedBody(db, cutOff, signature.version);
  return found ? { body: found.body, signature } : null;
}
