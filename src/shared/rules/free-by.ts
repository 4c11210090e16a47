import type { Band, FreeingBed } from '../contract/overview.ts';
import type { Instant } from './instant.ts';

/** Whether a bed counts as free by `until` for this end of the band. The number and its rows both ask here. */
export function freeBy(bed: FreeingBed, band: Band, until: Instant): boolean {
  const at = bed[band];
  return at !== null && at <= until;
}
