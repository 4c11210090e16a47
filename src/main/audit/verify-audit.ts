import type { OutputOf } from '#shared/contract/index.ts';
import { digestOfAct } from '../acts/act-digest.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readAuditHead } from './audit-repository.ts';
import { type AuditHead, BEFORE_THE_FIRST, headText, linkOf, readHead } from './chain.ts';
import { headsOfCopies } from './heads-of-copies.ts';

type Problem = OutputOf<'audit.check'>['problems'][number];

const PORTION = 2000;
/** More than anybody reads; the first is where it broke. */
const MOST_PROBLEMS = 100;

/**
 * Checks the trail from its first row: numbers without a gap, every link under the key, every act as it was when its
 * row was written, no act without a row, and the heads that signed reports carry (and any given) found in it.
 */
export async function auditProblems(
  db: Reads,
  key: Uint8Array,
  heads: readonly AuditHead[],
  tell: (done: number, total: number) => void = () => undefined,
): Promise<{ rows: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const missing = new Map((await anchorsAnd(db, heads)).map((head) => [headText(head), head.seq]));
  const total = (await readAuditHead(db))?.seq ?? 0;
  let before = BEFORE_THE_FIRST;
  let last = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(PORTION)
      .execute();
    if (rows.length === 0) break;
    const acts = await digestsOf(
      db,
      rows.flatMap(({ act_seq }) => (act_seq === null ? [] : [act_seq])),
    );
    for (const row of rows) {
      const tellOf = (problem: Problem['problem']) => problems.push({ seq: row.seq, at: row.at, problem });
      if (row.seq !== last + 1) tellOf('gap');
      const { hash, ...content } = row;
      if (linkOf(key, before, content) !== hash) tellOf('link');
      if (row.act_seq !== null) {
        const digest = acts.get(row.act_seq);
        if (digest === undefined) tellOf('act-missing');
        else if (digest !== row.digest) tellOf('act-changed');
      }
      missing.delete(headText({ seq: row.seq, hash }));
      before = hash;
      last = row.seq;
    }
    tell(last, total);
    if (problems.length >= MOST_PROBLEMS) break;
  }
  for (const seq of missing.values()) problems.push({ seq, at: '', problem: 'head-missing' });
  for (const { seq, recorded_at } of await actsWithoutRow(db))
    problems.push({ seq, at: recorded_at, problem: 'act-unrecorded' });
  return { rows: total, problems: problems.slice(0, MOST_PROBLEMS) };
}

const anchorsAnd = async (db: Reads, heads: readonly AuditHead[]): Promise<AuditHead[]> => [
  ...(await db.selectFrom('audit_anchor').select(['audit_seq as seq', 'hash']).execute()),
  ...heads,
];

const actsWithoutRow = (db: Reads) =>
  db
    .selectFrom('act')
    .select(['act.seq', 'act.recorded_at'])
    .where('act.seq', '>', (from) => from.selectFrom('audit_start').select('after_act'))
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('audit').select('audit.seq').whereRef('audit.act_seq', '=', 'act.seq')),
      ),
    )
    .orderBy('act.seq')
    .limit(MOST_PROBLEMS)
    .execute();

/** Digests of acts as they stand in the file now. */
async function digestsOf(db: Reads, seqs: readonly number[]): Promise<Map<number, string>> {
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
  return new Map(
    acts.map((act) => [
      act.seq,
      digestOfAct({
        ...{ id: act.id, procedure: act.procedure, operatorId: act.operator_id, reason: act.reason },
        ...{ happenedAt: act.happened_at, recordedAt: act.recorded_at },
        subjects: (subjects.get(act.seq) ?? []).map(({ kind, subject_id }) => ({ kind, id: subject_id })),
        changes: (changes.get(act.seq) ?? []).map(({ kind, subject_id, field, before, after }) => ({
          ...{ kind, id: subject_id, field, before, after },
        })),
        ...{ inputHash: act.input_hash ?? '', reply: act.body ?? '' },
      }),
    ]),
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

export const checkAudit: QueryHandler<'audit.check'> = async (
  db,
  { head },
  { auditKey, wardFile, progress },
) => {
  const given = head === undefined ? null : readHead(head);
  refuseUnless(head === undefined || given !== null, 'no-audit-head');
  const heads = [...(await headsOfCopies(db, wardFile)), ...(given ? [given] : [])];
  const { rows, problems } = await auditProblems(db, auditKey, heads, (done, total) =>
    progress({ step: 'checking-audit', done, total }),
  );
  const last = await readAuditHead(db);
  return { clean: problems.length === 0, rows, head: last && headText(last), problems };
};
