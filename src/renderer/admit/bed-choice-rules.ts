import type { ReasonView } from '#shared/contract/allocation.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { AdmitDraft, PickedBed } from './admit-draft.ts';
import type { BedProposal } from './use-proposal.ts';

type Best = NonNullable<BedProposal['best']>;
type Board = OutputOf<'beds.board'>;

/** Where the patient would go if the button were pressed now. */
export type BedDecision =
  | { kind: 'asking' }
  | { kind: 'proposed'; best: Best }
  | { kind: 'picked'; bed: PickedBed; reasons: Best['reasons'] }
  /** Picked, and taken or closed since. */
  | { kind: 'gone'; bed: PickedBed; occupant: string }
  | { kind: 'none'; reasons: BedProposal['reasons'] }
  | { kind: 'waiting' };

export function decideBed(
  { toWaiting, bed }: Pick<AdmitDraft, 'toWaiting' | 'bed'>,
  proposal: BedProposal | null,
  board: Board | undefined,
): BedDecision {
  if (toWaiting) return { kind: 'waiting' };
  if (bed) {
    const view = board?.beds.find(({ id }) => id === bed.bedId);
    if (view && view.state !== 'available') {
      return { kind: 'gone', bed, occupant: view.occupant?.name ?? '' };
    }
    const choice = proposal?.best?.alternatives.find(({ bedId }) => bedId === bed.bedId);
    return { kind: 'picked', bed, reasons: choice?.reasons ?? [] };
  }
  if (!proposal) return { kind: 'asking' };
  return proposal.best
    ? { kind: 'proposed', best: proposal.best }
    : { kind: 'none', reasons: proposal.reasons };
}

export function bedOf(decision: BedDecision): PickedBed | null {
  if (decision.kind === 'proposed') return { bedId: decision.best.bedId, bed: decision.best.bed };
  return decision.kind === 'picked' ? decision.bed : null;
}

/** The same choice again takes it back: then the proposal stands. */
export const toggledBed = (draft: AdmitDraft, bed: PickedBed): Pick<AdmitDraft, 'bed' | 'toWaiting'> => ({
  bed: draft.bed?.bedId === bed.bedId ? null : bed,
  toWaiting: false,
});

/** Which of the beds that are not free now comes back first, and how many there are. */
export function nextFree(board: Board): { count: number; readyAt: string | null } {
  const drying = board.beds.flatMap(({ disinfection }) => (disinfection ? [disinfection.readyAt] : []));
  return { count: drying.length, readyAt: [...drying].sort()[0] ?? null };
}

const ABOUT_PERSON: ReadonlySet<string> = new Set([
  'belongs-elsewhere',
  'high-risk',
  'classification-unknown',
  'sex-unknown',
  'age-unknown',
]);

/** What is to be minded about the patient in whichever bed. */
export const aboutPerson = (best: Best | null): ReasonView[] =>
  best?.warnings.filter(({ code }) => ABOUT_PERSON.has(code)) ?? [];
