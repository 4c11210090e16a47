import type { RosterField } from '#shared/contract/roster-row.ts';
import { type Cell, cellText, type SheetRow } from '../spreadsheets/cell.ts';
import { headingKey } from '../spreadsheets/heading-text.ts';
import type {
  ColumnGuess as GuessOf,
  GuessSource,
  RememberedMapping as Remembered,
} from '../spreadsheets/list-kind.ts';
import { fieldByContent, fitOf, idShare, sampleOf } from './column-content.ts';
import { meaningOf } from './heading-words.ts';

export type ColumnGuess = GuessOf<RosterField>;
export type RememberedMapping = Remembered<RosterField>;

interface Candidate {
  readonly position: number;
  readonly heading: string;
  readonly sample: readonly Cell[];
  readonly field: RosterField | null;
  readonly source: GuessSource;
  readonly byContent: boolean;
  readonly score: number;
  /** About another person: its values must not be taken for the patient's. */
  readonly foreign: boolean;
}

function candidateOf(
  position: number,
  heading: string,
  sample: readonly Cell[],
  remembered: RememberedMapping,
): Candidate {
  const base = { position, heading, sample, foreign: false, byContent: false };
  const chosen = heading === '' ? undefined : remembered[headingKey(heading)];
  if (chosen) return { ...base, field: chosen, source: 'remembered', score: 2 };
  const meaning = meaningOf(heading);
  if (!meaning?.field)
    return { ...base, field: null, source: 'none', score: 0, foreign: meaning?.foreign ?? false };
  const score = meaning.weight * (0.2 + 0.8 * fitOf(meaning.field, sample));
  return { ...base, field: meaning.field, source: 'guessed', score, foreign: meaning.foreign };
}

/** The best column for each field; a later one must be better to win. `ignored` may be many. */
function winners(candidates: readonly Candidate[]): Map<RosterField, Candidate> {
  const best = new Map<RosterField, Candidate>();
  for (const candidate of candidates) {
    if (candidate.field === null || candidate.field === 'ignored') continue;
    const rival = best.get(candidate.field);
    if (!rival || candidate.score > rival.score) best.set(candidate.field, candidate);
  }
  return best;
}

/** A column whose heading told nothing, or only that it counts something. */
const isFree = (candidate: Candidate): boolean =>
  !candidate.foreign &&
  candidate.source !== 'remembered' &&
  (candidate.field === null || candidate.field === 'ignored');

/** A column headed 姓名 or "full name" needs no given names beside it; one headed "surname" does. */
const tellsWholeName = (column: Candidate | undefined): boolean =>
  column === undefined || (column.source === 'guessed' && (meaningOf(column.heading)?.weight ?? 0) > 0.6);

/** Below this share of right IDs a document column gives way to one that is full of them. */
const FEW_IDS = 0.2;

function claimByContent(candidates: readonly Candidate[], best: Map<RosterField, Candidate>): void {
  for (const candidate of candidates.filter(isFree)) {
    const field = fieldByContent(candidate.sample);
    if (field === null) continue;
    const holder = best.get(field);
    const gives =
      holder === undefined ||
      (field === 'documentNumber' &&
        holder.source === 'guessed' &&
        idShare(holder.sample) < FEW_IDS &&
        holder.score < 0.9);
    if (gives) best.set(field, { ...candidate, field, source: 'guessed', byContent: true, score: 0.7 });
  }
}

/**
 * What each column of a list means: as a person once said, else by its heading, else by what stands in it.
 * Never two columns for one field.
 */
export function matchHeadings(
  headings: readonly string[],
  rows: readonly SheetRow[],
  remembered: RememberedMapping = {},
): ColumnGuess[] {
  const candidates = headings.map((heading, i) => candidateOf(i, heading, sampleOf(rows, i), remembered));
  const best = winners(candidates);
  claimByContent(candidates, best);
  if (tellsWholeName(best.get('name'))) best.delete('givenName');
  const byPosition = new Map([...best.values()].map((candidate) => [candidate.position, candidate]));
  return candidates.map((candidate) => {
    const won = byPosition.get(candidate.position);
    const ignored = candidate.field === 'ignored' ? candidate : undefined;
    const shown = won ?? ignored;
    return {
      position: candidate.position,
      heading: candidate.heading,
      field: shown?.field ?? null,
      source: shown?.source ?? 'none',
      byContent: shown?.byContent ?? false,
      confidence: Math.min(1, shown?.score ?? 0),
      examples: candidate.sample.slice(0, 3).map((cell) => cellText(cell).slice(0, 60)),
    };
  });
}

/** Whether people can be read out of a list with these columns at all. */
export const tellsPeople = (columns: readonly Pick<ColumnGuess, 'field'>[]): boolean =>
  columns.some(({ field }) => field === 'name' || field === 'documentNumber');
