import { useCallback, useState } from 'react';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { BedId, ConvoyId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { type Refused, refusalOf } from '../client.ts';
import type { Admitted } from './just-admitted.ts';

export interface Admission {
  details: AdmissionDetails;
  bedId: BedId | null;
  familyOf: StayId | null;
  convoyId: ConvoyId | null;
  happenedAt: Instant | undefined;
  /** Why a rule is put aside; '' where none is. */
  reason: string;
}

const BED_REFUSALS: ReadonlySet<string> = new Set([
  'bed-taken',
  'bed-reserved',
  'bed-not-disinfected',
  'bed-out-of-service',
  'bed-not-allowed',
  'no-such-bed',
]);

/** What the refusal is about: it is shown there. */
export type RefusedPart = 'document' | 'bed' | 'late' | 'whole';

export function partOf(refused: Refused): RefusedPart {
  const code = refusalOf(refused)?.code ?? '';
  if (BED_REFUSALS.has(code)) return 'bed';
  if (code === 'in-future' || code === 'overlapping-stays') return 'late';
  return code === 'document-invalid' || code.startsWith('already-') ? 'document' : 'whole';
}

/** The rule may be put aside by whoever says why. */
export const mayInsist = (refused: Refused | null): boolean => refusalOf(refused)?.code === 'bed-not-allowed';

/** Admits one person. Refusals stay until the next attempt, or until the form says otherwise. */
export function useAdmission() {
  const act = useAct('stays.admit');
  const [reason, setReason] = useState('');
  const { run, clear } = act;
  const admit = useCallback(
    async (one: Admission): Promise<Admitted | null> => {
      const { details, bedId, familyOf, convoyId, happenedAt } = one;
      const answer = await run(
        { details, bedId, familyOf, convoyId },
        {
          happenedAt,
          reason: one.reason || undefined,
          quiet: true,
          says: (t, { number, bed }) =>
            t(bed === null ? 'admit.done.waiting' : 'admit.done.inBed', {
              name: details.name,
              number,
              bed: bed ?? '',
            }),
        },
      );
      if (!answer.ok) return null;
      setReason('');
      const { stayId, number, bed, returning } = answer.value;
      return { stayId, name: details.name, number, bed, returning };
    },
    [run],
  );
  const forget = useCallback(() => {
    setReason('');
    clear();
  }, [clear]);
  return { admit, busy: act.busy, refused: act.refused, reason, setReason, forget };
}
