import type { CareTurn, TurnState } from '#shared/contract/care.ts';
import type { CareOutcome } from '#shared/contract/clinical-vocabulary.ts';

export interface TurnRow extends CareTurn {
  key: string;
  /** Ticked here a moment ago; the ward's own answer is on its way. */
  saving: CareOutcome | null;
}

export const keyOf = ({ orderId, stayId, dueAt }: Pick<CareTurn, 'orderId' | 'stayId' | 'dueAt'>): string =>
  `${orderId} ${stayId} ${dueAt}`;

export type Shown = 'open' | 'all';

const OPEN: readonly TurnState[] = ['due', 'overdue'];

/** Something that somebody can still do now. */
export const isOpen = (row: TurnRow): boolean => row.saving === null && OPEN.includes(row.state);

/** Can be answered, early or late; what has an answer can be given another. */
export const mayAnswer = (row: TurnRow): boolean => row.state !== 'later' || row.answer !== null;

/**
 * The rows of the list. “To do” keeps what was answered in this visit: nothing goes from under a hand that has
 * just ticked it.
 */
export function rowsOf(
  turns: readonly CareTurn[],
  shown: Shown,
  visited: ReadonlySet<string>,
  saving: ReadonlyMap<string, CareOutcome>,
): TurnRow[] {
  const rows: TurnRow[] = [];
  for (const turn of turns) {
    const key = keyOf(turn);
    const row = { ...turn, key, saving: turn.answer === null ? (saving.get(key) ?? null) : null };
    if (shown === 'all' || OPEN.includes(turn.state) || visited.has(key)) rows.push(row);
  }
  return rows;
}

/** The next row to work on after this one, as shown; else the first one that is left above it. */
export function nextAfter(shown: readonly TurnRow[], key: string): TurnRow | null {
  const at = shown.findIndex((row) => row.key === key);
  const open = (row: TurnRow) => row.key !== key && isOpen(row);
  return shown.slice(at + 1).find(open) ?? shown.slice(0, Math.max(0, at)).find(open) ?? null;
}

/** The same task for the whole unit: everybody whose turn of it is open now. */
export const sameTask = (shown: readonly TurnRow[], row: TurnRow): TurnRow[] =>
  shown.filter(
    (one) => one.unit === row.unit && one.what === row.what && one.kind === row.kind && isOpen(one),
  );
