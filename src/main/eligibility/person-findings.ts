import type { Protocol } from '#shared/contract/protocol.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { type Clock, say } from './eligibility-sentences.ts';
import type { ReleaseFacts } from './eligibility-types.ts';
import type { Judged } from './tests-finding.ts';

const wordOf = (classification: Classification) => VOCABULARY.classification[classification];

/** Who belongs in a makeshift hospital. An unknown classification is no leave to go, nor a reason to refer. */
export function judgeBelongs({ classification }: ReleaseFacts, protocol: Protocol, at: Instant): Judged {
  const params = { classification: wordOf(classification) };
  const saw = say('saw-classification', params);
  if (classification === 'unknown') {
    return {
      finding: { rule: 'belongs-here', met: false, saw, sentence: say('not-classified'), earliest: at },
      next: { what: 'see-doctor', at, sentence: say('next-see-doctor') },
    };
  }
  if (protocol.release.excluded.includes(classification)) {
    const sentence = say('belongs-elsewhere', params);
    return {
      finding: { rule: 'belongs-here', met: false, saw, sentence, earliest: null },
      next: { what: 'refer', at, sentence: say('next-refer') },
    };
  }
  const sentence = say('belongs-here', params);
  return { finding: { rule: 'belongs-here', met: true, saw, sentence, earliest: at }, next: null };
}

/** Where nobody has been to the bed yet it says so; the overdue round is an alert of its own. */
export function judgeSevere(
  { severeSince, temperatures, lastSymptoms }: ReleaseFacts,
  at: Instant,
  clock: Clock,
): Judged {
  if (severeSince === null) {
    const seen = temperatures.some((one) => one.at <= at) || (lastSymptoms !== null && lastSymptoms.at <= at);
    const [saw, sentence] = [say(seen ? 'saw-not-severe' : 'saw-not-observed'), say('not-severe')];
    return { finding: { rule: 'not-severe', met: true, saw, sentence, earliest: at }, next: null };
  }
  const params = { at: clock.time(severeSince) };
  const [saw, sentence] = [say('saw-severe', params), say('severe', params)];
  return {
    finding: { rule: 'not-severe', met: false, saw, sentence, earliest: null },
    next: { what: 'refer', at, sentence: say('next-refer') },
  };
}

export function judgeReferred({ referred }: ReleaseFacts, at: Instant): Judged {
  if (!referred) {
    const [saw, sentence] = [say('saw-no-referral'), say('not-referred')];
    return { finding: { rule: 'not-referred', met: true, saw, sentence, earliest: at }, next: null };
  }
  const [saw, sentence] = [say('saw-referral'), say('referred')];
  return {
    finding: { rule: 'not-referred', met: false, saw, sentence, earliest: null },
    next: { what: 'refer', at: null, sentence: say('next-referred') },
  };
}
