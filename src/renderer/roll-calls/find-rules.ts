import type { SearchHit } from '#shared/contract/stays.ts';

/** The hits that are on screen, and what had been typed for them. */
export interface Shown {
  text: string;
  hits: readonly SearchHit[];
}

/**
 * Whom Enter takes of those found for `text`: the only one, or the one pointed at in the list, if that list is of
 * this very text. A scanner types faster than the list follows; the one pointed at may be of the text before.
 */
export function whomEnterTakes(
  text: string,
  found: readonly SearchHit[],
  shown: Shown | null,
  at: number,
): SearchHit | null {
  const [only, ...others] = found;
  if (!only) return null;
  if (others.length === 0) return only;
  const pointed = shown?.text === text ? shown.hits[at] : undefined;
  return found.find(({ stayId }) => stayId === pointed?.stayId) ?? null;
}
