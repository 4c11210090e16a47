import type { ActSpan } from '../db/facts-touched.ts';
import type { Reads } from '../ipc/context.ts';
import type { ActContent, ActDeeds } from './act-digest.ts';
import { linesWrittenBy } from './written-repository.ts';

/** An act as it stands in the file, with what it did to the file. */
export interface ActOnRecord {
  seq: number;
  content: ActContent;
  deeds: ActDeeds;
}

export async function readActs(db: Reads, span: ActSpan): Promise<ActOnRecord[]> {
  const acts = await db
    .selectFrom('act')
    .leftJoin('act_reply', 'act_reply.act_seq', 'act.seq')
    .selectAll('act')
    .select(['act_reply.input_hash', 'act_reply.body'])
    .where('act.seq', '>=', span.first)
    .where('act.seq', '<=', span.last)
    .execute();
  const subjects = await rowsByAct(db, 'act_subject', span);
  const changes = await rowsByAct(db, 'act_change', span);
  const states = await rowsByAct(db, 'act_state', span);
  const lines = await linesWrittenBy(db, span);
  return acts.map((act) => ({
    seq: act.seq,
    content: {
      ...{ id: act.id, procedure: act.procedure, operatorId: act.operator_id, reason: act.reason },
      ...{ happenedAt: act.happened_at, recordedAt: act.recorded_at },
      subjects: subjects.get(act.seq) ?? [],
      changes: changes.get(act.seq) ?? [],
      ...{ inputHash: act.input_hash ?? '', reply: act.body ?? '' },
    },
    deeds: { lines: lines.get(act.seq) ?? [], states: states.get(act.seq) ?? [] },
  }));
}

interface RowsOf {
  act_subject: ActContent['subjects'][number];
  act_change: ActContent['changes'][number];
  act_state: ActDeeds['states'][number];
}

async function rowsByAct<T extends keyof RowsOf>(
  db: Reads,
  table: T,
  { first, last }: ActSpan,
): Promise<Map<number, RowsOf[T][]>> {
  // The tables share these columns; one of them stands for all in the types.
  const rows = await db
    .selectFrom(table as 'act_subject')
    .selectAll()
    .where('act_seq', '>=', first)
    .where('act_seq', '<=', last)
    .execute();
  const byAct = new Map<number, RowsOf[T][]>();
  for (const { act_seq, subject_id, ...row } of rows) {
    const told = { ...row, id: subject_id } as unknown as RowsOf[T];
    const known = byAct.get(act_seq);
    if (known) known.push(told);
    else byAct.set(act_seq, [told]);
  }
  return byAct;
}
