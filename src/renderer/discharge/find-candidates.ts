import type { SearchHit } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { call } from '../client.ts';

/** Somebody who can be put on the list: in a bed, or waiting for one. */
export interface Candidate {
  stayId: StayId;
  hit: SearchHit;
}

export interface Candidates {
  text: string;
  present: Candidate[];
  /** Found, but gone already: said so, rather than "nothing found". */
  gone: SearchHit[];
}

/** What a scanner reads can be only one thing; a name can be several people. */
const EXACT: readonly SearchHit['matched'][] = ['document', 'number', 'bed', 'phone'];

export function sortOut(text: string, hits: readonly SearchHit[]): Candidates {
  const seen = new Set<StayId>();
  const present: Candidate[] = [];
  for (const hit of hits) {
    if (hit.stayId === null || hit.status === 'left' || seen.has(hit.stayId)) continue;
    seen.add(hit.stayId);
    present.push({ stayId: hit.stayId, hit });
  }
  return { text, present, gone: hits.filter(({ status }) => status === 'left') };
}

/** As many as there are: those who have left take up places too. */
const LIMIT = 50;

export async function findCandidates(text: string): Promise<Candidates> {
  const answer = await call('stays.search', { text, limit: LIMIT });
  return sortOut(text, answer.ok ? answer.value : []);
}

/**
 * Whom Enter means before anybody has seen the list (a scanner's Enter does not wait): the only one there is, or
 * the only one of those found by a number. Null where a person has to choose.
 */
export function certainOf({ present }: Candidates): Candidate | null {
  const exact = present.filter(({ hit }) => EXACT.includes(hit.matched));
  const meant = exact.length > 0 ? exact : present;
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
