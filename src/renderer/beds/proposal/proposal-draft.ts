import type { Placement, Proposal, ReasonView } from '#shared/contract/allocation.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';

/** A bed for somebody, as proposed or as changed by hand. */
export interface Choice extends Placement {
  byHand: boolean;
  /** Rules put aside by the hand that chose; the commit then needs a reason. */
  against: readonly ReasonView[];
}

/** What the list and the plan show, and what will be committed. */
export interface ProposalDraft {
  placed: ReadonlyMap<StayId, Choice>;
  unplaced: ReadonlyMap<StayId, readonly ReasonView[]>;
  /** Taken out by hand: they go on waiting. */
  leftOut: ReadonlySet<StayId>;
}

export const NOTHING: ProposalDraft = { placed: new Map(), unplaced: new Map(), leftOut: new Set() };

/** A fresh proposal; of what was chosen by hand before, the rules put aside are still known. */
export function draftOf(
  { placed, unplaced }: Proposal,
  hand: ReadonlyMap<StayId, readonly ReasonView[]>,
  leftOut: ReadonlySet<StayId>,
): ProposalDraft {
  return {
    placed: new Map(
      placed.map((one) => {
        const against = hand.get(one.stayId);
        return [one.stayId, { ...one, byHand: against !== undefined, against: against ?? [] }];
      }),
    ),
    unplaced: new Map(unplaced.map(({ stayId, reasons }) => [stayId, reasons])),
    leftOut,
  };
}

/** Whose proposed bed this is. */
export const holderOf = ({ placed }: ProposalDraft, bedId: BedId): StayId | null =>
  [...placed.values()].find((one) => one.bedId === bedId)?.stayId ?? null;

/** Puts one person into another bed; whoever was to have it is without one until the next proposal says. */
export function withChoice(draft: ProposalDraft, choice: Choice): ProposalDraft {
  const placed = new Map(draft.placed);
  const unplaced = new Map(draft.unplaced);
  const leftOut = new Set(draft.leftOut);
  const holder = holderOf(draft, choice.bedId);
  if (holder !== null && holder !== choice.stayId) {
    placed.delete(holder);
    unplaced.set(holder, []);
  }
  placed.set(choice.stayId, choice);
  unplaced.delete(choice.stayId);
  leftOut.delete(choice.stayId);
  return { placed, unplaced, leftOut };
}

/** Leaves somebody waiting. */
export function without(draft: ProposalDraft, stayId: StayId): ProposalDraft {
  const placed = new Map(draft.placed);
  const unplaced = new Map(draft.unplaced);
  placed.delete(stayId);
  unplaced.delete(stayId);
  return { placed, unplaced, leftOut: new Set([...draft.leftOut, stayId]) };
}

/**
 * After somebody lost their bed to a choice by hand: takes the answer for that person alone, so that nobody
 * else's bed changes under the eyes of who is reading the list.
 */
export function settled(draft: ProposalDraft, answer: Proposal, stayId: StayId): ProposalDraft {
  const found = answer.placed.find((one) => one.stayId === stayId);
  if (found && holderOf(draft, found.bedId) === null) {
    return withChoice(draft, { ...found, byHand: false, against: [] });
  }
  const reasons = answer.unplaced.find((one) => one.stayId === stayId)?.reasons ?? [];
  const unplaced = new Map(draft.unplaced);
  unplaced.set(stayId, reasons);
  return { ...draft, unplaced };
}

/** The choices that a new proposal has to keep: those made by hand, or all but one person's. */
export function fixedChoices(
  { placed }: ProposalDraft,
  keep: (choice: Choice) => boolean,
): { stayId: StayId; bedId: BedId }[] {
  return [...placed.values()].filter(keep).map(({ stayId, bedId }) => ({ stayId, bedId }));
}

/** What the hand put aside, by person. */
export const handOf = ({ placed }: ProposalDraft): Map<StayId, readonly ReasonView[]> =>
  new Map(
    [...placed.values()].filter(({ byHand }) => byHand).map(({ stayId, against }) => [stayId, against]),
  );
