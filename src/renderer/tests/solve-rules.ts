import type { SearchHit } from '#shared/contract/stays.ts';
import type { LabRow } from '#shared/contract/tests.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { nameKey } from '#shared/rules/person-name.ts';
import { nowInstant, readTime, timeOf } from '../ui/time.ts';

export interface SolveDraft {
  barcode: string;
  sampledAt: string;
  orf: string;
  n: string;
  result: string;
  pooled: boolean;
  reason: string;
}

export const solveDraftOf = (row: LabRow, zone: TimeZone): SolveDraft => ({
  barcode: row.barcode,
  sampledAt: row.sampledAt ? timeOf(row.sampledAt, zone) : row.sampled,
  orf: row.orf,
  n: row.n,
  result: row.result,
  pooled: false,
  reason: '',
});

/** The moment typed; null where it cannot be read. What the file gave stays to the second. */
export function sampledAtOf(draft: SolveDraft, row: LabRow, zone: TimeZone): Instant | null {
  const text = draft.sampledAt.trim();
  if (row.sampledAt && text === timeOf(row.sampledAt, zone)) return row.sampledAt;
  return readTime(text, nowInstant(), zone);
}

/** Only what differs from the file is sent: what was changed by hand stands in the act. */
export function changedOf(
  draft: SolveDraft,
  row: LabRow,
): { barcode?: string; orf?: string; n?: string; result?: string } {
  const changed: { barcode?: string; orf?: string; n?: string; result?: string } = {};
  for (const name of ['barcode', 'orf', 'n', 'result'] as const)
    if (draft[name].trim() !== row[name]) changed[name] = draft[name].trim();
  return changed;
}

/** Whether the person chosen has the document of the row, or, where it gives none, the name. */
export const looksLike = (person: Pick<SearchHit, 'name' | 'documentTail'>, row: LabRow): boolean => {
  const tail = row.document.toUpperCase().replace(/[\s-]/g, '').slice(-4);
  if (tail !== '') return person.documentTail === tail;
  return row.name === '' || nameKey(person.name) === nameKey(row.name);
};
