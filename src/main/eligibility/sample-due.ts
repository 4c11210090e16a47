import type { Instant } from '#shared/rules/instant.ts';
import type { Judgement, NextAct } from './eligibility-types.ts';

/**
 * The sample that somebody is to give, also where a doctor's look, a temperature or a question comes first: a turn
 * of sampling is lost for a whole day. Null where the tests ask for none, and for those who belong in another
 * hospital, where they are tested anew.
 */
export const sampleDue = ({ verdict, sample }: Judgement): NextAct | null =>
  verdict === 'excluded' ? null : sample;

/** When it is due; the moment of the judgement where it could be taken at once. */
export const sampleDueAt = (judgement: Judgement): Instant | null => sampleDue(judgement)?.at ?? null;
