import type { HistoryEntry } from '#shared/contract/stays.ts';
import type { ActId } from '#shared/contract/values.ts';
import type { SubjectKind } from '../db/schema.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { readChanges } from './change-repository.ts';
import { isUndoable } from './undo-rules.ts';

interface Which {
  subject?: { kinds: SubjectKind[]; ids: string[] };
  before?: number;
  limit: number;
}

/** Acts, newest first: of the whole ward, or of some subjects. */
export async function readHistory(db: Reads, which: Which): Promise<HistoryEntry[]> {
  const { subject } = which;
  const rows = await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('act_undo as undone', 'undone.undoes', 'act.seq')
    .leftJoin('act as undoer', 'undoer.seq', 'undone.act_seq')
    .leftJoin('act_undo as undoing', 'undoing.act_seq', 'act.seq')
    .leftJoin('act as target', 'target.seq', 'undoing.undoes')
    .select([
      'act.seq',
      'act.id',
      'act.procedure',
      'act.happened_at',
      'act.recorded_at',
      'act.late',
      'act.reason',
    ])
    .select([
      'operator.name as who',
      'undoer.id as undone_by',
      'target.id as undoes',
      'target.procedure as undone_procedure',
    ])
    .$if(subject !== undefined, (q) =>
      q.where('act.seq', 'in', (eb) =>
        eb
          .selectFrom('act_subject')
          .select('act_seq')
          .where('kind', 'in', subject?.kinds ?? [])
          .where('subject_id', 'in', subject?.ids ?? []),
      ),
    )
    .$if(which.before !== undefined, (q) => q.where('act.seq', '<', which.before ?? 0))
    .orderBy('act.seq', 'desc')
    .limit(which.limit)
    .execute();
  const seqs = rows.map(({ seq }) => seq);
  const about = await readAbout(db, seqs, subject?.ids ?? null);
  return rows.map((row) => {
    const notes = about.get(row.seq);
    return {
      actId: row.id as ActId,
      seq: row.seq,
      procedure: row.procedure,
      who: row.who,
      happenedAt: row.happened_at,
      recordedAt: row.recorded_at,
      late: row.late === 1,
      reason: row.reason,
      undoneBy: (row.undone_by ?? null) as ActId | null,
      undoes: (row.undoes ?? null) as ActId | null,
      undoable: row.undone_by === null && isUndoable(row.procedure),
      stays: notes?.stays ?? 0,
      beds: notes?.beds ?? 0,
      params: { ...notes?.params, ...(row.undone_procedure ? { undone: row.undone_procedure } : {}) },
      changes: notes?.changes ?? [],
    };
  });
}

/** Moving a whole zone out changes hundreds of stays; nobody reads more of a history. */
const MOST_CHANGES = 2000;

interface About {
  stays: number;
  beds: number;
  params: Record<string, string>;
  changes: HistoryEntry['changes'];
}

/** The words that tell one act from another: the patient, the bed left and the bed taken, what changed. */
async function readAbout(db: Reads, seqs: number[], ids: string[] | null): Promise<Map<number, About>> {
  const about = new Map<number, About>(
    seqs.map((seq) => [seq, { stays: 0, beds: 0, params: {}, changes: [] }]),
  );
  if (seqs.length === 0) return about;
  const counted = await db
    .selectFrom('act_subject as s')
    .leftJoin('stay', (join) =>
      join.onRef('stay.id', '=', 's.subject_id').on('s.kind', 'in', ['stay', 'care']),
    )
    .leftJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed', (join) => join.onRef('bed.id', '=', 's.subject_id').on('s.kind', '=', 'bed'))
    .leftJoin('care_unit', (join) =>
      join.onRef('care_unit.id', '=', 's.subject_id').on('s.kind', '=', 'care-unit'),
    )
    .leftJoin('zone', (join) => join.onRef('zone.id', '=', 's.subject_id').on('s.kind', '=', 'zone'))
    .select(({ fn }) => ['s.act_seq', 's.kind', fn.countAll<number>().as('n')])
    .select(({ fn }) => [fn.min('person.name').as('name'), fn.min('bed.code').as('bed')])
    .select(({ fn }) => [fn.min('care_unit.code').as('unit'), fn.min('zone.code').as('zone')])
    .where('s.act_seq', 'in', seqs)
    .groupBy(['s.act_seq', 's.kind'])
    .execute();
  for (const row of counted) {
    const entry = about.get(row.act_seq);
    if (!entry) continue;
    if (row.kind === 'stay' || row.kind === 'care') entry.stays = Math.max(entry.stays, row.n);
    if (row.kind === 'bed') entry.beds = row.n;
    if (row.name) entry.params.name = row.name;
    const place = row.zone ?? row.unit ?? row.bed;
    if (place && !entry.params.place) entry.params.place = place;
  }
  await addBeds(db, seqs, ids, about);
  await addPlates(db, seqs, about);
  await addDays(db, seqs, about);
  await addChanges(db, seqs, ids, about);
  return about;
}

async function addBeds(
  db: Reads,
  seqs: number[],
  ids: string[] | null,
  about: Map<number, About>,
): Promise<void> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .select(['a.recorded_by', 'a.to_at', 'bed.code'])
    .where('a.recorded_by', 'in', seqs)
    .$if(ids !== null, (q) => q.where('a.stay_id', 'in', (ids ?? []) as never[]))
    .orderBy('a.id')
    .limit(2000)
    .execute();
  for (const row of rows) {
    const params = about.get(row.recorded_by)?.params;
    if (!params) continue;
    if (row.to_at === null) params.bed ??= row.code;
    else params.fromBed ??= row.code;
  }
}

/** A convoy is known by its plate. */
async function addPlates(db: Reads, seqs: number[], about: Map<number, About>): Promise<void> {
  const rows = await db
    .selectFrom('convoy_fact')
    .select(['recorded_by', 'plate'])
    .where('recorded_by', 'in', seqs)
    .execute();
  for (const { recorded_by, plate } of rows) {
    const params = about.get(recorded_by)?.params;
    if (params) params.place ??= plate;
  }
}

/** A list of those who leave is known by its day. */
async function addDays(db: Reads, seqs: number[], about: Map<number, About>): Promise<void> {
  const rows = await db
    .selectFrom('act_subject as s')
    .innerJoin('release_list as l', 'l.id', 's.subject_id')
    .select(['s.act_seq', 'l.day'])
    .where('s.kind', '=', 'release-list')
    .where('s.act_seq', 'in', seqs)
    .execute();
  for (const { act_seq, day } of rows) {
    const params = about.get(act_seq)?.params;
    if (params) params.note ??= day;
  }
}

async function addChanges(
  db: Reads,
  seqs: number[],
  ids: string[] | null,
  about: Map<number, About>,
): Promise<void> {
  for (const [seq, changes] of await readChanges(db, seqs, { subjects: ids, most: MOST_CHANGES }))
    about.get(seq)?.changes.push(...changes);
}

export const showRecentActs: QueryHandler<'acts.recent'> = (db, { limit, before }) =>
  readHistory(db, { limit, ...(before === undefined ? {} : { before }) });
