import type { HandoverBody } from '#shared/contract/handover-body.ts';
import { RESTATED_LISTS, type RestatedList } from '#shared/contract/handovers.ts';

type Lists = Pick<HandoverBody, (typeof RESTATED_LISTS)[number]>;

/**
 * Lists of a signed handover that have other people in them now, or the same with another time or bed. Alerts, tests
 * and tasks are what was open at that moment, and are not asked again.
 */
export function restatedLists(signed: Lists, now: Lists): RestatedList[] {
  return RESTATED_LISTS.flatMap((list) =>
    same(signed[list], now[list]) ? [] : [{ list, signed: signed[list].length, now: now[list].length }],
  );
}

interface Row {
  stayId: string;
  bed: string;
  at?: string;
}

/** A name that was corrected since is still the same person. */
const same = (before: readonly Row[], after: readonly Row[]): boolean => {
  const keys = (rows: readonly Row[]) =>
    rows.map(({ stayId, bed, at }) => `${stayId} ${bed} ${at ?? ''}`).sort();
  return keys(before).join('\n') === keys(after).join('\n');
};
