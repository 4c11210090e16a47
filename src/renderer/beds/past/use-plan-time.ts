import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Refused } from '../../client.ts';
import { pastShown } from '../../desk/past-shown.ts';
import { useHospital } from '../../ui/hospital.tsx';
import { viewsOn } from '../board/floor.ts';
import type { WardFloor } from '../use-ward-floor.ts';
import { type Hours, hoursSince } from './hours.ts';
import { usePastBoard } from './use-past.ts';

export interface PlanTime {
  isOpen: boolean;
  /** The moment chosen; null: now. */
  at: Instant | null;
  hours: Hours;
  go(at: Instant | null): void;
  open(): void;
  close(): void;
  /** What is shown: the ward as it is, or as it was. */
  ward: WardFloor;
  /** Set while the ward as it was is shown. */
  past: OutputOf<'beds.board'> | null;
  refused: Refused | null;
  isLate: boolean;
}

/** The moment of the plan. Whoever has somebody in hand is in the present: nobody is put to bed in the past. */
export function usePlanTime(ward: WardFloor, now: number, carrying: boolean): PlanTime {
  const { createdAt } = useHospital();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Instant | null>(null);
  const hour = Math.ceil(now / 3_600_000);
  const hours = useMemo(() => hoursSince(createdAt, hour * 3_600_000 - 1), [createdAt, hour]);
  const at = carrying ? null : chosen;
  const { past, refused, isLate } = usePastBoard(at, hours);
  const { floor } = ward;
  const pastWard = useMemo(
    () => past && { floor, views: viewsOn(floor, past.beds), counts: past.counts },
    [floor, past],
  );
  const isPast = past !== null;
  useEffect(() => {
    pastShown.set(isPast);
    return () => pastShown.set(false);
  }, [isPast]);
  const close = useCallback(() => {
    setOpen(false);
    setChosen(null);
  }, []);
  return {
    ...{ at, hours, past, refused, isLate, close },
    isOpen: isOpen && !carrying,
    go: setChosen,
    open: useCallback(() => setOpen(true), []),
    ward: pastWard ?? ward,
  };
}
