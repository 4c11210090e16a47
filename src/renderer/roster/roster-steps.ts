import type { RosterRow, RosterView } from '#shared/contract/rosters.ts';

/** From the file to the beds; the first is the page without a roster. */
export const STEPS = ['file', 'headings', 'rows', 'beds', 'done'] as const;
export type Step = (typeof STEPS)[number];
/** The steps of a roster that has been read. */
export type OpenStep = Exclude<Step, 'file'>;

export const isOpenStep = (text: string | null): text is OpenStep =>
  STEPS.some((step) => step === text && step !== 'file');

export type Counts = Record<RosterRow['status'], number>;

export function countRows(rows: readonly RosterRow[]): Counts {
  const counts: Counts = { ready: 0, warning: 0, duplicate: 0, refused: 0, admitted: 0, dropped: 0 };
  for (const { status } of rows) counts[status] += 1;
  return counts;
}

/** Who a commit would admit. */
export const readyRows = (rows: readonly RosterRow[]): RosterRow[] =>
  rows.filter(({ status }) => status === 'ready' || status === 'warning');

/** Admitted from this roster, and without a bed until now. */
export const withoutBed = (rows: readonly RosterRow[]): RosterRow[] =>
  rows.filter(({ stayId, bed }) => stayId !== null && bed === null);

/** Every column that matters was told by a person, now or for an earlier file. */
const isSettled = ({ columns }: RosterView): boolean =>
  columns.every(({ field, source }) => field === null || source === 'remembered' || source === 'chosen');

/** Where somebody goes on who opens a roster: at what is to be done next. */
export function nextStep(view: RosterView): OpenStep {
  const counts = countRows(view.rows);
  if (counts.admitted === 0) return isSettled(view) ? 'rows' : 'headings';
  if (withoutBed(view.rows).length > 0) return 'beds';
  return counts.refused + counts.ready + counts.warning > 0 ? 'rows' : 'done';
}
