import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { ActId, StayId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** One paper of one stay: `subject` tells it from others of its kind. */
export interface PaperOf {
  stayId: StayId;
  subject: string;
}

/** Puts prints on record in the order given, each with the number of its copy: 1, and reprints from 2. */
export async function recordPrints(
  tx: Tx,
  kind: PaperKind,
  papers: readonly PaperOf[],
  act: Act,
): Promise<(PaperOf & { copy: number })[]> {
  const last = await lastCopies(tx, kind, papers);
  const prints = papers.map((paper) => ({ ...paper, copy: (last.get(keyOf(paper)) ?? 0) + 1 }));
  for (const some of inChunks(prints, 500)) {
    await tx
      .insertInto('paper_print')
      .values(
        some.map(({ stayId, subject, copy }) => ({
          stay_id: stayId,
          kind,
          subject,
          copy,
          printed_at: act.recordedAt,
          recorded_by: act.seq,
        })),
      )
      .execute();
  }
  return prints;
}

const keyOf = ({ stayId, subject }: PaperOf): string => `${stayId} ${subject}`;

async function lastCopies(tx: Tx, kind: PaperKind, papers: readonly PaperOf[]): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  const stayIds = [...new Set(papers.map(({ stayId }) => stayId))];
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await tx
      .selectFrom('paper_print')
      .select(({ fn }) => ['stay_id', 'subject', fn.max('copy').as('copy')])
      .where('kind', '=', kind)
      .where('stay_id', 'in', some)
      .groupBy(['stay_id', 'subject'])
      .execute();
    for (const { stay_id, subject, copy } of rows) last.set(keyOf({ stayId: stay_id, subject }), copy);
  }
  return last;
}

/** Every print of a stay, the latest first. */
export const readPrints = (db: Reads, stayId: StayId) =>
  db
    .selectFrom('paper_print as p')
    .innerJoin('act', 'act.seq', 'p.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['p.kind', 'p.subject', 'p.copy', 'p.printed_at', 'operator.name as who'])
    .where('p.stay_id', '=', stayId)
    .where('p.superseded_by', 'is', null)
    .orderBy('p.id', 'desc')
    .execute();

/** The act that put a print on record, with what it printed in order; undefined where there is none. */
export async function findPrint(db: Reads, actId: ActId) {
  const act = await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['act.seq', 'act.recorded_at', 'operator.name as who'])
    .where('act.id', '=', actId)
    .where('act.procedure', '=', 'papers.prepare')
    .executeTakeFirst();
  if (!act) return undefined;
  const papers = await db
    .selectFrom('paper_print')
    .select(['stay_id as stayId', 'kind', 'subject', 'copy'])
    .where('recorded_by', '=', act.seq)
    .orderBy('id')
    .execute();
  return { printedAt: act.recorded_at, printedBy: act.who, papers };
}
