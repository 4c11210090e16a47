import type { AgeGroup, OverviewPersonRow, OverviewRow } from '#shared/contract/overview.ts';
import type { BedId, CareUnitId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';

/** A bed at this moment, with what decides by which numbers it is counted. */
export type OverviewBed = NonNullable<OverviewRow['bed']> & {
  zoneId: ZoneId;
  careUnitId: CareUnitId;
  /** It takes nobody, also where somebody still lies in it. */
  closed: boolean;
  /** Reserved, also where that does not show because it is not disinfected yet. */
  held: boolean;
  /** Set while it awaits disinfection: from when on that may be signed off. */
  readyAt: Instant | null;
};

/** Somebody in house, or who came or left today. */
export interface OverviewPerson {
  row: OverviewPersonRow;
  ageGroup: AgeGroup;
  /** The bed they are in now. */
  bedId: BedId | null;
  bedSince: Instant | null;
  zoneId: ZoneId | null;
  careUnitId: CareUnitId | null;
}
