import type { OutputOf } from '#shared/contract/index.ts';
import { MAX_POOL } from '#shared/contract/tests.ts';

type Resolved = OutputOf<'tests.resolveScan'>;
export type ScannedPerson = Extract<Resolved, { kind: 'person' }>['person'];

/** What was scanned so far; the people as JSON, since a draft holds plain values. */
export interface ScanDraft {
  barcode: string;
  /** Whose label the tube carries, as JSON; '' for none. */
  labelOf: string;
  people: string;
  pool: boolean;
}

export const BLANK_SCAN: ScanDraft = { barcode: '', labelOf: '', people: '[]', pool: false };

const read = <T>(json: string, otherwise: T): T => {
  try {
    return json === '' ? otherwise : (JSON.parse(json) as T);
  } catch {
    return otherwise;
  }
};

export const scannedPeople = ({ people }: ScanDraft): ScannedPerson[] => read<ScannedPerson[]>(people, []);
export const labelOwner = ({ labelOf }: ScanDraft): ScannedPerson | null =>
  read<ScannedPerson | null>(labelOf, null);

type Problem = { what: 'twice'; name: string } | { what: 'full' };

/**
 * The draft after a scan. A later tube replaces an earlier one; so does a later person, unless it is a pool.
 * `complete`: a single sample has its tube and its person.
 */
export function afterScan(
  draft: ScanDraft,
  scanned: Exclude<Resolved, { kind: 'unknown' }>,
): { draft: ScanDraft; complete: boolean; problem: Problem | null } {
  const people = scannedPeople(draft);
  if (scanned.kind === 'person') {
    const { person } = scanned;
    if (draft.pool && people.some(({ stayId }) => stayId === person.stayId))
      return { draft, complete: false, problem: { what: 'twice', name: person.name } };
    if (draft.pool && people.length >= MAX_POOL) return { draft, complete: false, problem: { what: 'full' } };
    const next = draft.pool ? [...people, person] : [person];
    const after = { ...draft, people: JSON.stringify(next) };
    return { draft: after, complete: !draft.pool && draft.barcode !== '', problem: null };
  }
  const labelOf = scanned.labelOf ? JSON.stringify(scanned.labelOf) : '';
  const after = { ...draft, barcode: scanned.barcode, labelOf };
  return { draft: after, complete: !draft.pool && people.length === 1, problem: null };
}
