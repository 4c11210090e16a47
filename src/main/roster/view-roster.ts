import type { RosterRow, RosterSummary } from '#shared/contract/rosters.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { cellText } from '../spreadsheets/cell.ts';
import { judgeRoster } from './judge-roster.ts';
import type { JudgedRow } from './judge-rows.ts';
import { type Roster, type RosterDecisions, readDecisions, requireRoster } from './roster-repository.ts';

/** One roster, read from its file again and judged as of now. */
export const viewRoster: QueryHandler<'rosters.view'> = async (db, input, context) => {
  const roster = await requireRoster(db, input.rosterId);
  const decisions = await readDecisions(db, roster.id);
  const { table, sheets, columns, rows } = await judgeRoster(db, sourceOf(roster), decisions, context);
  const cells = new Map(table.rows.map((row) => [row.row, row.cells]));
  const shown = rows.map((row): RosterRow => {
    const admitted = decisions.admitted.get(row.row);
    return {
      row: row.row,
      status: statusOf(row, decisions),
      cells: columns.map(({ position }) => cellText(cells.get(row.row)?.[position])),
      details: row.details,
      arrivedAt: row.arrivedAt,
      plate: row.plate,
      family: row.familyKey,
      issues: admitted ? row.issues.filter(({ severity }) => severity === 'warning') : [...row.issues],
      edited: decisions.edits.has(row.row),
      stayId: admitted?.stayId ?? null,
      bed: admitted?.bed ?? null,
    };
  });
  return {
    summary: await summaryOf(db, roster, shown),
    sheet: table.sheet,
    sheets,
    headingRow: table.headingRow,
    columns: columns.map(({ position, heading, field, examples, source }) => ({
      position,
      heading,
      field,
      examples: [...examples],
      source,
    })),
    rows: shown,
    convoyId: roster.convoy_id,
    arrivedAt: roster.arrived_at,
  };
};

export const sourceOf = (roster: Roster) => ({
  fileName: roster.file_name,
  content: roster.content,
  arrivedAt: roster.arrived_at,
});

/** What became of a row comes before what the importer thinks of it. */
export function statusOf(row: JudgedRow, decisions: RosterDecisions): RosterRow['status'] {
  if (decisions.admitted.has(row.row)) return 'admitted';
  return decisions.dropped.has(row.row) ? 'dropped' : row.status;
}

async function summaryOf(db: Reads, roster: Roster, rows: readonly RosterRow[]): Promise<RosterSummary> {
  const count = (...statuses: RosterRow['status'][]) =>
    rows.filter(({ status }) => statuses.includes(status)).length;
  const opened = await openedBy(db, roster);
  const admitted = count('admitted');
  return {
    rosterId: roster.id,
    fileName: roster.file_name,
    ...opened,
    state: admitted > 0 ? 'committed' : 'open',
    rows: rows.length,
    accepted: admitted + count('ready', 'warning'),
    duplicates: count('duplicate'),
    refused: count('refused'),
    warned: count('warning'),
    left: count('ready', 'warning', 'refused'),
  };
}

const openedBy = async (db: Reads, roster: Roster) => {
  const row = await db
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['act.recorded_at', 'operator.name'])
    .where('act.seq', '=', roster.opened_by)
    .executeTakeFirstOrThrow();
  return { openedAt: row.recorded_at, openedBy: row.name };
};

const ROSTERS_SHOWN = 20;

/** The latest rosters; those with rows still to be admitted or corrected come first. */
export const listRosters: QueryHandler<'rosters.list'> = async (db, _input, context: Context) => {
  const rosters = await db
    .selectFrom('roster')
    .selectAll()
    .orderBy('opened_by', 'desc')
    .limit(ROSTERS_SHOWN)
    .execute();
  const summaries: RosterSummary[] = [];
  for (const roster of rosters) {
    const decisions = await readDecisions(db, roster.id);
    const { rows } = await judgeRoster(db, sourceOf(roster), decisions, context);
    const shown = rows.map((row) => ({ status: statusOf(row, decisions) }) as RosterRow);
    summaries.push(await summaryOf(db, roster, shown));
  }
  return summaries.sort((a, b) => Number(b.left > 0) - Number(a.left > 0));
};
