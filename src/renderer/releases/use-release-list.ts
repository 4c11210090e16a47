import { useMemo } from 'react';
import type { Member, ReleaseListView } from '#shared/contract/release-list.ts';
import { addMinutes, type LocalDate, localDateOf, parseLocalDate } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useNow } from '../ui/time.ts';

const A_DAY_IN_MINUTES = 1440;

/** The day that the page is about: the address says, else tomorrow on the hospital's clocks. */
export function useListDay() {
  const { query } = useRoute();
  const { timeZone } = useHospital();
  const now = useNow();
  const today = localDateOf(now, timeZone);
  const tomorrow = localDateOf(addMinutes(now, A_DAY_IN_MINUTES), timeZone);
  const day = parseLocalDate(query.get('day') ?? '') ?? tomorrow;
  const setDay = (next: LocalDate | null) =>
    narrow({ day: next === null || next === tomorrow ? undefined : next });
  return { day, today, tomorrow, setDay };
}

const BLANK: ReleaseListView['members'] = [];

/** Somebody on the list, with the plate of the bus that they go by. */
export interface MemberRow extends Member {
  plate: string;
}

/** Dropped ones first, then by district, street, bus as the ward sorted them. */
const ORDER: Record<Member['state'], number> = { dropped: 0, on: 1, left: 2 };

/** The list of a day, kept true; its members with the dropped on top. */
export function useReleaseList(day: LocalDate) {
  const { data, refused } = useWard('releases.list', { day });
  const list = data ?? null;
  const members = useMemo(() => {
    const plates = new Map(list?.buses.map(({ busId, plate }) => [busId, plate]));
    return (list?.members ?? BLANK)
      .map((one): MemberRow => ({ ...one, plate: (one.busId && plates.get(one.busId)) ?? '' }))
      .sort((a, b) => ORDER[a.state] - ORDER[b.state]);
  }, [list]);
  return { list, refused, members, locked: (list?.signatures.length ?? 0) > 0 };
}

export type ReleaseList = ReturnType<typeof useReleaseList>;
