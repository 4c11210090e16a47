import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import { minutesBetween } from '#shared/rules/instant.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readKeyMarks } from './clinical-reads.ts';
import { findPrint } from './print-repository.ts';
import { readSubjects, type Subject } from './subjects.ts';
import { render } from './templates.ts';
import { bedCardView, sampleLabelView, wristbandView } from './views/bedside-views.ts';
import { certificateViews } from './views/certificate-view.ts';
import { letterhead } from './views/letterhead.ts';
import { dischargeSummaryView, referralSummaryView } from './views/summary-views.ts';
import { watermarked } from './watermark.ts';

/** A print can be made again for so long, after a full disk or a jam; later it has to go on record anew. */
const MINUTES_OPEN = 15;

/** Papers that may run to several pages: one a document, and its pages are numbered. */
const LONG: ReadonlySet<PaperKind> = new Set(['discharge-summary', 'referral-summary']);

type Print = NonNullable<Awaited<ReturnType<typeof findPrint>>>;

/** Papers told of at a time; then the work can be called off, too. */
const TELL_EVERY = 10;

interface Wanted {
  prints: Print['papers'];
  printedAt: Print['printedAt'];
  tell: (done: number) => void;
}

/** The papers that an act of `papers.prepare` put on record, as HTML, a portion at a time. */
export const showPages: QueryHandler<'papers.pages'> = async (db, { actId, from, count }, context) => {
  const print = await findPrint(db, actId);
  const kind = print?.papers[0]?.kind;
  refuseUnless(print !== undefined && kind !== undefined, 'no-such-print');
  if (minutesBetween(print.printedAt, context.now) > MINUTES_OPEN)
    throw new Refusal('print-expired', { minutes: String(MINUTES_OPEN) });
  const total = print.papers.length;
  const tell = (done: number) => {
    if (done % TELL_EVERY === 0) context.progress({ step: 'papers', done: from + done, total });
  };
  const prints = print.papers.slice(from, from + count);
  const views = await viewsOf(db, kind, { prints, printedAt: print.printedAt, tell }, context);
  const hospital = await db.selectFrom('hospital').select(['name', 'demo']).executeTakeFirstOrThrow();
  const head = letterhead(hospital, print, context.zone);
  const documents = [];
  for (const papers of LONG.has(kind) ? views.map((view) => [view]) : [views]) {
    const plain = await render(kind, { ...head, papers }, context.exportFolder);
    const html = await watermarked(db, kind, plain, context);
    documents.push({ html, papers: papers.length, numbered: LONG.has(kind) });
  }
  return { kind, total, documents };
};

async function viewsOf(
  db: Reads,
  kind: PaperKind,
  { prints, printedAt, tell }: Wanted,
  context: Context,
): Promise<object[]> {
  const { zone } = context;
  if (kind === 'certificate') return certificateViews(db, prints, { printedAt, zone, tell });
  const stayIds = [...new Set(prints.map(({ stayId }) => stayId))];
  const subjects = await readSubjects(db, stayIds, context);
  const marked = kind === 'bed-card' ? await readKeyMarks(db, stayIds) : new Set<StayId>();
  const judged = kind === 'sample-label' ? await judgeStays(db, printedAt, zone, stayIds) : null;
  const views: object[] = [];
  for (const [i, { stayId, subject: detail, copy }] of prints.entries()) {
    tell(i);
    const subject = requireSubject(subjects, stayId);
    const of = { subject, copy, zone, printedAt };
    if (kind === 'wristband') views.push(await wristbandView(of));
    else if (kind === 'bed-card') views.push(bedCardView({ ...of, marked: marked.has(stayId) }));
    else if (kind === 'discharge-summary') views.push(await dischargeSummaryView(db, of));
    else if (kind === 'referral-summary') views.push(await referralSummaryView(db, detail, of));
    else {
      const next = judged?.get(stayId)?.next;
      const due = next?.what === 'take-sample' ? next.at : null;
      views.push(await sampleLabelView({ ...of, barcode: detail, due }));
    }
  }
  return views;
}

/** A stay that was taken back between the record and the page. */
function requireSubject(subjects: ReadonlyMap<StayId, Subject>, stayId: StayId): Subject {
  const subject = subjects.get(stayId);
  if (!subject) throw new Refusal('no-such-stay');
  return subject;
}
