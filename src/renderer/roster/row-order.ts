import type { RosterIssue } from '#shared/contract/roster-row.ts';
import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';

type Column = RosterView['columns'][number];
type Status = RosterRow['status'];

const RANKS: Readonly<Record<Status, number>> = {
  refused: 0,
  duplicate: 1,
  warning: 2,
  ready: 3,
  dropped: 4,
  admitted: 5,
};

/** What needs somebody on top, the rest in the order of the file. */
export const inWorkingOrder = (rows: readonly RosterRow[]): RosterRow[] =>
  [...rows].sort((a, b) => RANKS[a.status] - RANKS[b.status] || a.row - b.row);

/** The issues of one cell: those that name its heading, or the field that the column is taken for. */
export const issuesAt = (row: RosterRow, column: Column): RosterIssue[] =>
  row.issues.filter((issue) =>
    issue.column === ''
      ? issue.field !== null && issue.field === column.field
      : issue.column === column.heading,
  );

const SEVERITIES = ['refused', 'duplicate', 'warning'] as const;

/** The gravest first. */
export const gravestOf = (issues: readonly RosterIssue[]): RosterIssue['severity'] | null =>
  SEVERITIES.find((severity) => issues.some((issue) => issue.severity === severity)) ?? null;

export const inOrderOfGravity = (issues: readonly RosterIssue[]): RosterIssue[] =>
  [...issues].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

/** A cell that was typed over, until the ward shows what became of it. */
interface Typed {
  text: string;
  /** What was on the screen when the ward said that it has it; null while it is on its way. */
  takenAt: RosterView | null;
}

/** By {@link pendingKey}. */
export type Pending = ReadonlyMap<string, Typed>;

export const pendingKey = (row: number, position: number): string => `${row} ${position}`;

export const cellOf = (row: RosterRow, index: number, column: Column, pending: Pending): string =>
  pending.get(pendingKey(row.row, column.position))?.text ?? row.cells[index] ?? '';

/** Without what the ward has shown since it took it, be it as typed or taken back. */
export function stillPending(pending: Pending, view: RosterView): Pending {
  const left = [...pending].filter(([, { takenAt }]) => takenAt === null || takenAt === view);
  return left.length === pending.size ? pending : new Map(left);
}

/** Who the row is about, as far as it tells: the name, else the number. */
export function whoIs(row: RosterRow, { columns }: Pick<RosterView, 'columns'>): string {
  const cell = (field: Column['field']) =>
    row.cells[columns.findIndex((column) => column.field === field)] ?? '';
  return row.details?.name ?? (cell('name') || cell('documentNumber'));
}
