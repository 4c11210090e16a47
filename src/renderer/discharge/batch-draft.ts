import type { Leaving } from '#shared/contract/discharges.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { type StayId, stayId } from '#shared/contract/values.ts';
import { WAYS_OF_LEAVING, type WayOfLeaving } from '#shared/contract/vocabulary.ts';

/** Who is to leave and how, as it is being put together. Kept over a restart (desk/draft.ts). */
export interface BatchDraft {
  stayIds: string[];
  way: WayOfLeaving;
  destination: string;
  companion: string;
  note: string;
  lateOn: boolean;
  lateText: string;
}

export const BLANK_BATCH: BatchDraft = {
  stayIds: [],
  // What most people leave with: cured, on doctor's order.
  way: 'on-order',
  destination: '',
  companion: '',
  note: '',
  lateOn: false,
  lateText: '',
};

export type PreviewRow = OutputOf<'discharges.preview'>[number];

/** A row of the batch: what the ward says of it, and why it was refused when the batch was committed. */
export interface BatchRow extends PreviewRow {
  refusedAtCommit: RefusalView | null;
}

/** Inpatient front page, ways 2 and 3: the receiving place has to be named. */
export const needsDestination = (way: WayOfLeaving): boolean =>
  way === 'to-hospital' || way === 'to-community';

/** The stays named, each once; whatever is no id (an old draft, a mangled address) is left out. */
export function readStayIds(given: readonly string[]): StayId[] {
  const read = given.map((one) => stayId.safeParse(one)).filter((one) => one.success);
  return [...new Set(read.map(({ data }) => data))];
}

export const stayIdsOfAddress = (text: string | null): StayId[] => readStayIds((text ?? '').split(','));

/** What a stored draft says may be older than the list of ways. */
export const wayOf = ({ way }: Pick<BatchDraft, 'way'>): WayOfLeaving =>
  WAYS_OF_LEAVING.find((one) => one === way) ?? BLANK_BATCH.way;

export function leavingOf(draft: BatchDraft): Leaving {
  return {
    way: wayOf(draft),
    destination: draft.destination.trim(),
    companion: draft.companion.trim(),
    note: draft.note.trim(),
  };
}

/** The newest on top, where whoever scans can see it. */
export const withStays = (present: readonly StayId[], more: readonly StayId[]): StayId[] => [
  ...more.filter((id) => !present.includes(id)),
  ...present,
];

/** A place that is missing is a fault of the form and said there; the row itself may leave. */
export const mayLeave = ({ problem }: PreviewRow): boolean =>
  problem === null || problem.code === 'destination-needed';

/** Who would leave: the ticked ones, or all where none is ticked; never those who cannot. */
export function goersOf(rows: readonly BatchRow[], ticked: ReadonlySet<StayId>): BatchRow[] {
  const meant = rows.filter((row) => ticked.size === 0 || ticked.has(row.stayId));
  return meant.filter(mayLeave);
}

/**
 * Whom a refusal of the whole batch is about. It names people, so everybody of that name in the batch is
 * shown with it.
 */
export function rowsRefused(refusal: RefusalView, goers: readonly PreviewRow[]): StayId[] {
  const { stayId: id, name } = refusal.params;
  if (goers.some((row) => row.stayId === id))
    return goers.filter((row) => row.stayId === id).map((row) => row.stayId);
  return goers.filter((row) => row.name === name).map((row) => row.stayId);
}
