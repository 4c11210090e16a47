import { useCallback } from 'react';
import type { ConvoyId, StayId } from '#shared/contract/values.ts';
import { useDraft } from '../desk/draft.ts';
import { useHospital } from '../ui/hospital.tsx';
import { type LateEntry, type LateReading, readLateEntry } from '../ui/late-entry-rules.ts';
import { nowInstant } from '../ui/time.ts';
import { type Admitted, NOBODY_ADMITTED, type WhereNow, withAdmitted } from './just-admitted.ts';
import { useWhereNow } from './use-where-now.ts';

const DESK: { convoyId: ConvoyId | null; late: boolean; lateText: string } = {
  convoyId: null,
  late: false,
  lateText: '',
};

export interface AdmitDesk {
  convoyId: ConvoyId | null;
  setConvoy(convoyId: ConvoyId | null): void;
  late: LateEntry;
  setLate(late: LateEntry): void;
  /** When what is done now happened. */
  when(): LateReading;
  latest: readonly Admitted[];
  where: ReadonlyMap<StayId, WhereNow>;
  /** The latest of them who is still here. */
  last: Admitted | null;
  keep(admitted: Admitted): void;
}

/** What holds for one patient after another: the bus, late entry, who was admitted here. */
export function useAdmitDesk(): AdmitDesk {
  const { timeZone } = useHospital();
  const [desk, change] = useDraft('admit-desk', DESK);
  const [{ latest }, keepLatest] = useDraft('admit-latest', NOBODY_ADMITTED);
  const where = useWhereNow(latest);
  const { convoyId, late, lateText } = desk;
  const when = useCallback(
    () => readLateEntry({ on: late, text: lateText }, nowInstant(), timeZone),
    [late, lateText, timeZone],
  );
  return {
    convoyId,
    setConvoy: (chosen) => change({ convoyId: chosen }),
    late: { on: late, text: lateText },
    setLate: ({ on, text }) => change({ late: on, lateText: text }),
    when,
    latest,
    where,
    last: latest.find(({ stayId }) => where.get(stayId)?.at !== 'gone') ?? null,
    keep: (admitted) => keepLatest({ latest: withAdmitted(latest, admitted) }),
  };
}
