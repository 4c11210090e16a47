import { digestOfAct, digestOfContent, isWithDeeds } from '../acts/act-digest.ts';
import { linesWrittenBy } from '../acts/written-by-acts.ts';
import type { Reads } from '../ipc/context.ts';

/** An act as it stands in the file now, with what it wrote. */
interface StandingAct {
  /** Whether a row of the trail was written about it as it is. */
  is(digest: string): boolean;
}

/** Acts by their number, from the first to the last that is named. */
export async function actsAsTheyStand(db: Reads, seqs: readonly number[]): Promise<Map<number, StandingAct>> {
  const [first] = seqs;
  const last = seqs.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const acts = await db
    .selectFrom('act')
    .leftJoin('act_reply', 'act_reply.act_seq', 'act.seq')
    .selectAll('act')
    .select(['act_reply.input_hash', 'act_reply.body'])
    .where('act.seq', '>=', first)
    .where('act.seq', '<=', last)
    .execute();
  const subjects = groupBySeq(
    await db
      .selectFrom('act_subject')
      .selectAll()
      .where('act_seq', '>=', first)
      .where('act_seq', '<=', last)
      .execute(),
  );
  const changes = groupBySeq(
    await db
      .selectFrom('act_change')
      .selectAll()
      .where('act_seq', '>=', first)
      .where('act_seq', '<=', last)
      .execute(),
  );
  const states = groupBySeq(
    await db
      .selectFrom('act_state')
      .selectAll()
      .where('act_seq', '>=', first)
      .where('act_seq', '<=', last)
      .execute(),
  );
  const lines = await linesWrittenBy(db, { first, last });
  return new Map(
    acts.map((act) => {
      const content = {
        ...{ id: act.id, procedure: act.procedure, operatorId: act.operator_id, reason: act.reason },
        ...{ happenedAt: act.happened_at, recordedAt: act.recorded_at },
        subjects: (subjects.get(act.seq) ?? []).map(({ kind, subject_id }) => ({ kind, id: subject_id })),
        changes: (changes.get(act.seq) ?? []).map(({ kind, subject_id, field, before, after }) => ({
          ...{ kind, id: subject_id, field, before, after },
        })),
        ...{ inputHash: act.input_hash ?? '', reply: act.body ?? '' },
      };
      const deeds = {
        lines: lines.get(act.seq) ?? [],
        states: (states.get(act.seq) ?? []).map(({ subject_id, ...state }) => ({ ...state, id: subject_id })),
      };
      const is = (digest: string) =>
        digest === (isWithDeeds(digest) ? digestOfAct(content, deeds) : digestOfContent(content));
      return [act.seq, { is }];
    }),
  );
}

function groupBySeq<T extends { act_seq: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.act_seq);
    if (group) group.push(row);
    else groups.set(row.act_seq, [row]);
  }
  return groups;
}
