import type { Verdict } from '#shared/contract/clinical-vocabulary.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { Clock, say } from './eligibility-sentences.ts';
import type { Judgement, NextAct, ReleaseFacts } from './eligibility-types.ts';
import { judgeBelongs, judgeReferred, judgeSevere } from './person-findings.ts';
import { type Judged, judgeTests } from './tests-finding.ts';
import { judgeFever, judgeMinimumStay, judgeSymptoms } from './time-findings.ts';

/**
 * May this patient leave at `at` by the protocol, and if not, why, when at the earliest, and what is to be done next?
 * Knows neither clock nor database: the same facts give the same judgement, on whatever day it is made.
 *
 * `excluded`: belongs in a designated hospital (classification, a severe criterion, a referral under way). `eligible`:
 * every rule of the protocol is met. Rules that the protocol does not have are not listed.
 */
export function judge(facts: ReleaseFacts, protocol: Protocol, at: Instant, zone: TimeZone): Judgement {
  const clock = new Clock(zone, at);
  const { release } = protocol;
  const judged: Judged[] = [
    judgeBelongs(facts, protocol, at),
    judgeSevere(facts, at, clock),
    judgeReferred(facts, at),
    judgeTests(facts, protocol, at, zone, clock),
  ];
  if (release.minimumStay.days > 0) judged.push(judgeMinimumStay(facts, protocol, at, zone, clock));
  if (release.feverFreeHours !== null) judged.push(judgeFever(facts, protocol, at, clock));
  if (release.symptomsBetter) judged.push(judgeSymptoms(facts, protocol, at, clock));
  const verdict = verdictOf(judged);
  return {
    verdict,
    earliest: earliestOf(judged, verdict),
    next: verdict === 'eligible' ? leaving(facts, at, clock) : nextOf(judged, at),
    sample: judged.map(({ next }) => next).find((next) => next?.what === 'take-sample') ?? null,
    rowBegun: judged.some(({ rowBegun }) => rowBegun === true),
    rules: judged.map(({ finding }) => finding),
  };
}

/** Rules that time and tests do nothing about have no earliest moment: whoever fails one belongs elsewhere. */
function verdictOf(judged: readonly Judged[]): Verdict {
  const failed = judged.filter(({ finding }) => !finding.met);
  if (failed.some(({ finding }) => finding.earliest === null)) return 'excluded';
  return failed.length === 0 ? 'eligible' : 'not-yet';
}

function earliestOf(judged: readonly Judged[], verdict: Verdict): Instant | null {
  if (verdict === 'excluded') return null;
  const each = judged.map(({ finding }) => finding.earliest).filter((one) => one !== null);
  return each.reduce((latest, one) => (one > latest ? one : latest));
}

/** Somebody who may go keeps that while a later sample is at the laboratory; whoever signs is told of it. */
function leaving(facts: ReleaseFacts, at: Instant, clock: Clock): NextAct {
  const waiting = facts.samples
    .filter(({ sampledAt, outcome, reportedAt }) => {
      const known = outcome !== null && (reportedAt === null || reportedAt <= at);
      return sampledAt <= at && !known;
    })
    .map(({ sampledAt }) => sampledAt)
    .sort()
    .at(-1);
  const sentence =
    waiting === undefined ? say('next-release') : say('next-release-waiting', { at: clock.time(waiting) });
  return { what: 'release', at, sentence };
}

/**
 * Referral first, then a doctor's look, then whatever somebody has to do soonest; a result is waited for, and time,
 * only when nobody can do anything.
 */
function nextOf(judged: readonly Judged[], at: Instant): NextAct {
  const acts = judged.map(({ next }) => next).filter((next) => next !== null);
  const first = (what: NextAct['what']) => acts.find((next) => next.what === what);
  const hands = acts
    .filter(({ what }) => what === 'take-sample' || what === 'take-temperature' || what === 'ask-symptoms')
    .sort((a, b) => ((a.at ?? at) < (b.at ?? at) ? -1 : (a.at ?? at) > (b.at ?? at) ? 1 : 0));
  const waits = acts
    .filter(({ what }) => what === 'wait')
    .sort((a, b) => ((a.at ?? at) > (b.at ?? at) ? -1 : 1));
  const underWay = acts.find(({ what, at: when }) => what === 'refer' && when === null);
  const next =
    underWay ?? first('refer') ?? first('see-doctor') ?? hands[0] ?? first('await-result') ?? waits[0];
  if (!next) throw new Error('not eligible, and nothing to do about it');
  return next;
}
