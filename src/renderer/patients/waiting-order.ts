import type { StayRow } from '#shared/contract/stays.ts';

/**
 * Who waits, families together, the family (or the single person) that has waited longest on top. Within a
 * family in the order of arrival, the eldest first where they came together.
 */
export function inWaitingOrder(rows: readonly StayRow[]): StayRow[] {
  const groups = new Map<string, StayRow[]>();
  for (const row of rows) {
    const group = row.familyId ?? row.stayId;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const firstArrival = (group: StayRow[]) => group.map(({ arrivedAt }) => arrivedAt).sort()[0] ?? '';
  return [...groups.values()]
    .map((group) => [...group].sort(byArrivalThenAge))
    .sort((a, b) => compare(firstArrival(a), firstArrival(b)) || (a[0]?.number ?? 0) - (b[0]?.number ?? 0))
    .flat();
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byArrivalThenAge = (a: StayRow, b: StayRow) =>
  compare(a.arrivedAt, b.arrivedAt) || (b.age ?? -1) - (a.age ?? -1) || a.number - b.number;

/** How many of each family are in these rows. */
export function familySizes(rows: readonly StayRow[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { familyId } of rows) if (familyId) sizes.set(familyId, (sizes.get(familyId) ?? 0) + 1);
  return sizes;
}
