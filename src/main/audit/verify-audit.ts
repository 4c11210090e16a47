import type { OutputOf } from '#shared/contract/index.ts';
import { isDigestOf } from '../acts/act-digest.ts';
import { type ActOnRecord, readActs } from '../acts/act-repository.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readActsWithoutRow, readAnchors, readAuditHead, readRowsAfter } from './audit-repository.ts';
import { type AuditHead, BEFORE_THE_FIRST, headText, linkOf, readHead } from './chain.ts';
import { changedInPlace } from './changed-in-place.ts';
import { headsOfCopies } from './heads-of-copies.ts';

type Problem = OutputOf<'audit.check'>['problems'][number];

const PORTION = 2000;
/** More than anybody reads; the first is where it broke. */
const MOST_PROBLEMS = 100;

/**
 * Checks the trail from its first row: numbers without a gap, every link under the key, every act and every fact as it
 * was when its row was written, no act without a row, what is changed in place as the last act left it, and the heads
 * that signed reports carry (and any given) found in it.
 */
export async function auditProblems(
  db: Reads,
  key: Uint8Array,
  heads: readonly AuditHead[],
  tell: (done: number, total: number) => void = () => undefined,
): Promise<{ rows: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  const missing = new Map([...(await readAnchors(db)), ...heads].map((head) => [headText(head), head.seq]));
  const total = (await readAuditHead(db))?.seq ?? 0;
  let before = BEFORE_THE_FIRST;
  let last = 0;
  for (;;) {
    const rows = await readRowsAfter(db, last, PORTION);
    if (rows.length === 0) break;
    const acts = await actsOf(db, rows);
    for (const row of rows) {
      const tellOf = (problem: Problem['problem']) => problems.push({ seq: row.seq, at: row.at, problem });
      if (row.seq !== last + 1) tellOf('gap');
      const { hash, ...content } = row;
      if (linkOf(key, before, content) !== hash) tellOf('link');
      if (row.act_seq !== null) {
        const act = acts.get(row.act_seq);
        if (act === undefined) tellOf('act-missing');
        else if (!isDigestOf(row.digest, act.content, act.deeds)) tellOf('act-changed');
      }
      missing.delete(headText({ seq: row.seq, hash }));
      before = hash;
      last = row.seq;
    }
    tell(last, total);
    if (problems.length >= MOST_PROBLEMS) break;
  }
  for (const { seq, at } of await changedInPlace(db)) problems.push({ seq, at, problem: 'row-changed' });
  for (const seq of missing.values()) problems.push({ seq, at: '', problem: 'head-missing' });
  for (const { seq, recorded_at } of await readActsWithoutRow(db, MOST_PROBLEMS))
    problems.push({ seq, at: recorded_at, problem: 'act-unrecorded' });
  return { rows: total, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** The acts that rows of the trail tell of, by their number. */
async function actsOf(
  db: Reads,
  rows: readonly { act_seq: number | null }[],
): Promise<Map<number, ActOnRecord>> {
  const seqs = rows.flatMap(({ act_seq }) => (act_seq === null ? [] : [act_seq]));
  const [first] = seqs;
  const last = seqs.at(-1);
  if (first === undefined || last === undefined) return new Map();
  return new Map((await readActs(db, { first, last })).map((act) => [act.seq, act]));
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
