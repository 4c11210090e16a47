import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import { fill, type Sentence } from '#shared/messages/fill.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import { instantFromMillis, localDateOf } from '#shared/rules/instant.ts';
import { stemOf } from '../daily-reports/write-daily-file.ts';
import type { Desk } from '../desk/desk.ts';
import { exportFolderOf } from '../desk/folder.ts';
import { Refusal } from '../ipc/refusal.ts';
import { answerOf } from '../ipc/replies.ts';
import type { CallOptions } from '../ipc/router.ts';
import { saveFile } from '../reports/save-file.ts';
import { mergePdfs } from './merge-pdfs.ts';
import { openPaperWindow, type PaperWindow } from './paper-window.ts';

type Input = ParsedInputOf<'papers.print'>;

/**
 * Papers in one document. Chromium prints 500 certificates at once in a few seconds, off this thread, and stores
 * each font once; parts would have to be merged here, which takes longer and stops the window meanwhile.
 */
const PORTION = 500;

/**
 * Makes the PDF of a print and puts it into the export folder: the ward sets the pages, Chromium prints them, a
 * portion after the other. Refuses what the ward refuses. Called off or failed, there is no file; the print stays on record and can
 * be made again for a while.
 */
export async function printPapers(
  desk: Desk,
  input: Input,
  call: CallOptions,
): Promise<OutputOf<'papers.print'>> {
  const paper = openPaperWindow();
  try {
    return await makeFile(desk, input, paper, call);
  } finally {
    paper.close();
  }
}

async function makeFile(
  desk: Desk,
  input: Input,
  paper: PaperWindow,
  call: CallOptions,
): Promise<OutputOf<'papers.print'>> {
  const parts: Uint8Array[] = [];
  let papers = 0;
  let of: PaperKind | null = null;
  for await (const { document, total, kind } of documentsOf(desk, input, call)) {
    if (call.cancelled?.()) throw new Refusal('cancelled');
    of = kind;
    call.progress?.({ step: 'printing', done: papers, total });
    parts.push(await paper.toPdf(document.html, document.numbered));
    papers += document.papers;
  }
  const { bytes, pages } = await mergePdfs(parts, () => {
    if (call.cancelled?.()) throw new Refusal('cancelled');
  });
  const file = await saveFile(bytes, placeOf(desk, input, of), input.language);
  return { file, papers, pages };
}

const STEMS = {
  list: { zh: '出舱名单', en: 'release-list' },
  'roll-call': { zh: '点名单', en: 'roll-call' },
  daily: { zh: '日报', en: 'daily-report' },
  handover: { zh: '交接单', en: 'handover' },
} as const satisfies Record<string, Sentence>;

/** Named by kind and day only: nobody can be known by it. A report is named by its cut-off, as its other files are. */
function placeOf(desk: Desk, { of, language }: Input, kind: PaperKind | null) {
  const zone = desk.hospital?.timeZone;
  const folder = exportFolderOf(desk.folder);
  if (of.what === 'daily' && zone)
    return { folder, stem: stemOf(of.cutOff, language, zone, of.version), extension: '.pdf' };
  const word = kind ? VOCABULARY.paperKind[kind] : of.what === 'print' ? STEMS.list : STEMS[of.what];
  const now = instantFromMillis(Date.now());
  const day = zone ? localDateOf(now, zone) : now.slice(0, 10);
  return { folder, stem: `${fill(word, language).replaceAll(' ', '-')}-${day}`, extension: '.pdf' };
}

/** Lists and reports come whole; papers of people a portion after the other. */
async function* documentsOf(desk: Desk, { of, language }: Input, call: CallOptions) {
  if (of.what !== 'print') {
    const { documents } = await pagesOf(desk, of, language, call);
    for (const document of documents) yield { document, total: documents.length, kind: null };
    return;
  }
  let total = 1;
  for (let from = 0; from < total; from += PORTION) {
    const input = { actId: of.actId, from, count: PORTION };
    const answer = await ask<OutputOf<'papers.pages'>>(desk, 'papers.pages', input, call);
    total = answer.total;
    for (const document of answer.documents) yield { document, total, kind: answer.kind };
  }
}

type Whole = Exclude<Input['of'], { what: 'print' }>;

function pagesOf(desk: Desk, of: Whole, language: Input['language'], call: CallOptions) {
  const { what, ...input } = of;
  switch (what) {
    case 'list':
      return ask<OutputOf<'papers.listPages'>>(desk, 'papers.listPages', input, call);
    case 'roll-call':
      return ask<OutputOf<'papers.rollCallPages'>>(desk, 'papers.rollCallPages', input, call);
    case 'handover':
      return ask<OutputOf<'papers.handoverPages'>>(
        desk,
        'papers.handoverPages',
        { ...input, language },
        call,
      );
    case 'daily':
      return ask<OutputOf<'papers.dailyPages'>>(desk, 'papers.dailyPages', { ...input, language }, call);
  }
}

const ask = async <T>(desk: Desk, name: string, input: object, call: CallOptions): Promise<T> =>
  answerOf<T>(await desk.call(name, input, call));
