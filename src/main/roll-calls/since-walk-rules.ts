import type { BedId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Fault } from '#shared/rules/roll-call.ts';

/** Where somebody lay from when to when, in the words of one act; without a bed: when their stay ended. */
export interface Word {
  stayId: StayId;
  bedId: BedId | null;
  from: Instant;
  to: Instant | null;
  /** The act that said it first: what an undo wrote again is as old as it was. */
  act: number;
}

/** When something was seen, and the act that wrote it down. */
export interface Moment {
  at: Instant;
  act: number;
}

/**
 * The last act that has said since where the person of a fault lies, or that their stay is over. What the walk saw
 * is older then, whatever it was: somebody has been there since. Recorded later or happened later, for a walk on
 * paper is typed in when others have acted already.
 */
export function wordSince({ stayId, bedId }: Fault, walked: Moment, words: readonly Word[]): Word | null {
  return stayId === null
    ? bedGivenSince({ bedId }, walked, words)
    : latest(words.filter((word) => word.stayId === stayId && isNewer(word, walked)));
}

/** The last act since by which somebody else was given the bed in which somebody was found. */
export function bedGivenSince(
  { bedId, stayId = null }: Pick<Fault, 'bedId'> & Partial<Pick<Fault, 'stayId'>>,
  walked: Moment,
  words: readonly Word[],
): Word | null {
  return latest(
    words.filter((word) => word.bedId === bedId && word.stayId !== stayId && began(word, walked)),
  );
}

const isNewer = ({ act, from, to }: Word, walked: Moment): boolean =>
  act > walked.act || from > walked.at || (to !== null && to > walked.at);

/** The end of a time in bed that had begun before is no new one. */
const began = ({ act, from, to }: Word, walked: Moment): boolean =>
  from > walked.at || (act > walked.act && (to === null || from >= walked.at));

const latest = (words: readonly Word[]): Word | null =>
  words.reduce<Word | null>((last, word) => (last === null || word.act > last.act ? word : last), null);

/** Of two moments the one that counts: what was seen later. */
export const laterOf = (one: Moment, other: Moment): Moment =>
  one.at === other.at ? (one.act > other.act ? one : other) : one.at > other.at ? one : other;
