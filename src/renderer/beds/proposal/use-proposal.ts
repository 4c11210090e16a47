import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReasonView } from '#shared/contract/allocation.ts';
import { isOverridable } from '#shared/contract/allocation-reasons.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Act, useAct } from '../../act.ts';
import { call } from '../../client.ts';
import { useDraft } from '../../desk/draft.ts';
import { lastNote, lastRefusal } from '../../desk/last-act.ts';
import { type LongCall, useLongCall } from '../../long-call.ts';
import {
  type Choice,
  draftOf,
  fixedChoices,
  handOf,
  holderOf,
  NOTHING,
  type ProposalDraft,
  settled,
  withChoice,
  without,
} from './proposal-draft.ts';

export interface ProposalWork {
  draft: ProposalDraft;
  /** There has been an answer. */
  ready: boolean;
  asking: LongCall<'allocation.propose'>;
  committing: Act<'allocation.commit'>;
  /** Works it out again around what was chosen by hand. */
  again(): void;
  /** Another bed for somebody; false where nobody may have it. */
  choose(stayId: StayId, bed: { id: BedId; code: string }): Promise<boolean>;
  leaveOut(stayId: StayId): void;
  /** All of it at once. Against a rule, be it through somebody else's change, it needs a reason. */
  commit(reason: string): Promise<{ placed: number } | { needsReason: boolean }>;
}

/** What the hand has done so far; a restart does not lose it. */
interface Kept {
  hand: { stayId: StayId; bedId: BedId }[];
  leftOut: StayId[];
}
const UNTOUCHED: Kept = { hand: [], leftOut: [] };

/** A proposal of beds in the making: asked for, changed by hand, asked for again, committed as a whole. */
export function useProposal(stayIds: readonly StayId[] | null): ProposalWork {
  const asking = useLongCall('allocation.propose');
  const committing = useAct('allocation.commit');
  const [draft, setDraft] = useState<ProposalDraft | null>(null);
  const current = useRef(draft ?? NOTHING);
  const { run } = asking;
  const about = stayIds === null ? 'all' : `${stayIds[0] ?? ''}-${stayIds.length}`;
  const [kept, keep, forget] = useDraft(`proposal-${about}`, UNTOUCHED);
  const former = useRef(kept);

  /** Shows a draft, and writes down what in it was done by hand. */
  const show = useCallback(
    (next: ProposalDraft) => {
      current.current = next;
      setDraft(next);
      keep({ hand: fixedChoices(next, ({ byHand }) => byHand), leftOut: [...next.leftOut] });
    },
    [keep],
  );
  const again = useCallback(async () => {
    const before = current.current;
    const { hand, leftOut } = former.current;
    former.current = UNTOUCHED;
    const fixed = [...fixedChoices(before, ({ byHand }) => byHand), ...hand];
    const answer = await run({ stayIds: stayIds && [...stayIds], fixed });
    if (!answer.ok) return;
    const byHand = new Map([...(await againstOf(hand)), ...handOf(before)]);
    const known = new Set(answer.value.placed.map(({ stayId }) => stayId));
    const out = [...before.leftOut, ...leftOut].filter((stayId) => known.has(stayId));
    show(out.reduce(without, draftOf(answer.value, byHand, new Set())));
  }, [run, stayIds, show]);
  useEffect(() => void again(), [again]);

  const choose: ProposalWork['choose'] = async (stayId, bed) => {
    const before = current.current;
    const choice = await choiceOf(before, stayId, bed);
    if (!choice) return false;
    const loser = holderOf(before, bed.id);
    const next = withChoice(before, choice);
    show(next);
    if (loser === null || loser === stayId) return true;
    const answer = await run({ stayIds: stayIds && [...stayIds], fixed: fixedChoices(next, () => true) });
    if (answer.ok) show(settled(current.current, answer.value, loser));
    return true;
  };

  const commit: ProposalWork['commit'] = async (reason) => {
    const placements = [...current.current.placed.values()].map(({ stayId, bedId, version }) => ({
      ...{ stayId, bedId, expectedVersion: version },
    }));
    const options = { quiet: true, ...(reason === '' ? {} : { reason }) };
    const answer = await committing.run({ placements, from: 'act' }, options);
    if (!answer.ok) {
      const refusal = answer.kind === 'refused' ? answer.refusal.code : null;
      return { needsReason: reason === '' && refusal === 'bed-not-allowed' };
    }
    forget();
    return { placed: answer.value.placed };
  };
  return {
    draft: draft ?? NOTHING,
    ready: draft !== null,
    ...{ asking, committing, choose, commit },
    again: () => void again(),
    leaveOut: (stayId) => show(without(current.current, stayId)),
  };
}

/** The rules that choices of an earlier hour put aside, as they stand now. */
const againstOf = (hand: Kept['hand']) =>
  Promise.all(
    hand.map(async ({ stayId, bedId }): Promise<[StayId, ReasonView[]]> => {
      const answer = await call('allocation.check', { stayId, bedId });
      return [stayId, answer.ok ? answer.value.refusals.filter(isOverridable) : []];
    }),
  );

/** The choice by hand with what is to be said of it; null, and said why, where the bed is none to give. */
async function choiceOf(
  draft: ProposalDraft,
  stayId: StayId,
  bed: { id: BedId; code: string },
): Promise<Choice | null> {
  const own = draft.placed.get(stayId);
  const answer = await call('allocation.check', { stayId, bedId: bed.id });
  if (!answer.ok) {
    lastRefusal.set(answer);
    return null;
  }
  const { refusals, warnings } = answer.value;
  if (!refusals.every(isOverridable)) {
    lastNote.set((t) => t('beds.wrong.cannotHave', { bed: bed.code }));
    return null;
  }
  const known = own?.alternatives.find(({ bedId }) => bedId === bed.id);
  const record = own ? null : await call('stays.record', { stayId });
  const stay = record?.ok ? record.value.stay : null;
  return {
    stayId,
    version: own?.version ?? stay?.version ?? 0,
    name: own?.name ?? stay?.name ?? '',
    bedId: bed.id,
    bed: bed.code,
    reasons: known?.reasons ?? [{ code: 'chosen-by-hand', params: {} }],
    warnings,
    alternatives: own?.alternatives ?? [],
    byHand: true,
    against: refusals,
  };
}
