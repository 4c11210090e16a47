import type { LabProblem } from '#shared/contract/lab-row.ts';
import type { LabFile, LabRow } from '#shared/contract/tests.ts';
import type { LabFileId } from '#shared/contract/values.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { fatesOf, type LabRowFact } from './lab-file-repository.ts';
import { readPeople } from './people.ts';

const FILES_SHOWN = 60;

const selectFiles = (db: Reads) =>
  db
    .selectFrom('lab_file as f')
    .innerJoin('act', 'act.seq', 'f.opened_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('lab_row as r', (join) =>
      join.onRef('r.lab_file_id', '=', 'f.id').on('r.superseded_by', 'is', null),
    )
    .select([
      'f.id',
      'f.file_name',
      'f.opened_by',
      'f.rows',
      'act.id as act_id',
      'act.recorded_at',
      'operator.name',
    ])
    .select(({ fn, eb }) =>
      (['taken', 'repeat', 'quarantined', 'matched', 'rejected'] as const).map((status) =>
        fn.sum<number | null>(eb.case().when('r.status', '=', status).then(1).else(0).end()).as(status),
      ),
    )
    .groupBy('f.id')
    .orderBy('f.opened_by', 'desc');

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['execute']>>[number];

const fileOf = (row: FileRow): LabFile => {
  const counts = {
    accepted: row.taken ?? 0,
    duplicates: row.repeat ?? 0,
    quarantined: row.quarantined ?? 0,
    solved: row.matched ?? 0,
    rejected: row.rejected ?? 0,
  };
  return {
    labFileId: row.id,
    fileName: row.file_name,
    importedAt: row.recorded_at,
    importedBy: row.name,
    actId: row.act_id as LabFile['actId'],
    rows: row.rows,
    ...counts,
    undone: Object.values(counts).every((count) => count === 0),
  };
};

/** The files first, then their rows: to sum all rows ever and then show a few takes long at the end of a season. */
export const listLabFiles: QueryHandler<'tests.labFiles'> = async (db) => {
  const latest = await db
    .selectFrom('lab_file')
    .select('id')
    .orderBy('opened_by', 'desc')
    .limit(FILES_SHOWN)
    .execute();
  const ids = latest.map(({ id }) => id);
  return (await selectFiles(db).where('f.id', 'in', ids).execute()).map(fileOf);
};

export const showLabFile: QueryHandler<'tests.labFile'> = async (db, input) => {
  const file = await selectFiles(db).where('f.id', '=', input.labFileId).executeTakeFirst();
  refuseUnless(file !== undefined, 'no-such-lab-file');
  const rows = await fatesOf(db, input.labFileId);
  return { ...fileOf(file), lines: await linesOf(db, rows, new Map([[file.id, file.file_name]])) };
};

export const showQuarantine: QueryHandler<'tests.quarantine'> = async (db) => {
  const rows = await db
    .selectFrom('lab_row as r')
    .innerJoin('lab_file as f', 'f.id', 'r.lab_file_id')
    .selectAll('r')
    .select('f.file_name')
    .where('r.superseded_by', 'is', null)
    .where('r.status', '=', 'quarantined')
    .orderBy('f.opened_by', 'desc')
    .orderBy('r.row')
    .execute();
  return linesOf(db, rows, new Map(rows.map((row) => [row.lab_file_id, row.file_name])));
};

async function linesOf(
  db: Reads,
  rows: readonly LabRowFact[],
  names: ReadonlyMap<LabFileId, string>,
): Promise<LabRow[]> {
  const people = await readPeople(
    db,
    rows.flatMap(({ stay_id }) => (stay_id ? [stay_id] : [])),
  );
  return rows.map((row) => ({
    labFileId: row.lab_file_id,
    fileName: names.get(row.lab_file_id) ?? '',
    row: row.row,
    status: row.status,
    problem: row.problem as LabProblem | null,
    params: JSON.parse(row.params) as Record<string, string>,
    barcode: row.barcode,
    name: row.name,
    document: row.document,
    sampled: row.sampled,
    sampledAt: row.sampled_at,
    reportedAt: row.reported_at,
    orf: row.orf,
    n: row.n,
    result: row.result,
    person: (row.stay_id && people.get(row.stay_id)) || null,
  }));
}
