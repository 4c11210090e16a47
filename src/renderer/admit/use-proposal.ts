import { useEffect, useMemo, useState } from 'react';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { call, type Refused, useWard } from '../client.ts';

export type ProposalInput = InputOf<'allocation.proposeForPerson'>;
export type BedProposal = OutputOf<'allocation.proposeForPerson'>;

/** Long enough that a nurse's typing does not ask for every stroke. */
const PAUSE_MS = 250;

export interface Proposed {
  input: ProposalInput;
  proposal: BedProposal | null;
  /** What is shown belongs to somebody else's particulars yet: the answer is on its way. */
  isStale: boolean;
  refused: Refused | null;
}

export function proposalInput(
  details: Pick<AdmissionDetails, 'sex' | 'classification' | 'needs' | 'mobility' | 'conditions'>,
  age: number | null,
  familyOf: StayId | null,
): ProposalInput {
  const { sex, classification, needs, mobility, conditions } = details;
  return {
    sex,
    age: age !== null && age <= 150 ? age : null,
    classification,
    needs,
    mobility,
    conditions,
    familyOf,
  };
}

/** The bed that the rules propose, asked again when what matters changes and when any bed does. */
export function useProposal(input: ProposalInput, enabled: boolean): Proposed {
  const key = JSON.stringify(input);
  const [asked, setAsked] = useState({ key, input });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ key, input: JSON.parse(key) }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key]);
  const answer = useWard('allocation.proposeForPerson', asked.input, { enabled, keep: true });
  const isStale = asked.key !== key || answer.isFormer || answer.isFetching;
  const proposal = enabled ? (answer.data ?? null) : null;
  return useMemo(
    () => ({ input, proposal, isStale, refused: answer.refused }),
    [input, proposal, isStale, answer.refused],
  );
}

/** The bed for an admission that does not wait for the screen: what is shown if it is true, else asked now. */
export async function bestBed({ input, proposal, isStale }: Proposed): Promise<BedProposal | null> {
  if (proposal && !isStale) return proposal;
  const answer = await call('allocation.proposeForPerson', input);
  return answer.ok ? answer.value : null;
}
