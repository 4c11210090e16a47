import type { Protocol } from '#shared/contract/protocol.ts';
import {
  daysBetween,
  type Instant,
  instantFromMillis,
  localDateOf,
  millisOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { dayZeroOf, startOfDay } from './day-rules.ts';
import { type Clock, hours, say, together } from './eligibility-sentences.ts';
import type { NextAct, ReleaseFacts } from './eligibility-types.ts';
import type { Judged } from './tests-finding.ts';

const later = (instant: Instant, count: number): Instant =>
  instantFromMillis(millisOf(instant) + hours(count));

const waitUntil = (until: Instant, clock: Clock): NextAct => ({
  what: 'wait',
  at: until,
  sentence: say('next-wait', { at: clock.time(until) }),
});

/** Days of the calendar since day 0. */
export function judgeMinimumStay(
  facts: ReleaseFacts,
  protocol: Protocol,
  at: Instant,
  zone: TimeZone,
  clock: Clock,
): Judged {
  const { days } = protocol.release.minimumStay;
  const { date, is } = dayZeroOf(facts, protocol, zone);
  const day = daysBetween(date, localDateOf(at, zone));
  const params = { what: say(is), from: clock.day(date), days };
  const saw = say('saw-day', { from: params.from, day });
  if (day >= days) {
    const sentence = say('stay-long-enough', params);
    return { finding: { rule: 'minimum-stay', met: true, saw, sentence, earliest: at }, next: null };
  }
  const until = startOfDay(date, days, zone);
  const sentence = say('stay-too-short', { ...params, until: clock.time(until) });
  return {
    finding: { rule: 'minimum-stay', met: false, saw, sentence, earliest: until },
    next: waitUntil(until, clock),
  };
}

/**
 * Hours since the last fever, or since the first reading where there was none, with a reading that is not too old.
 * Exactly so many hours are enough.
 */
export function judgeFever(
  facts: ReleaseFacts,
  { release, fever }: Protocol,
  at: Instant,
  clock: Clock,
): Judged {
  const needed = release.feverFreeHours ?? 0;
  const readings = facts.temperatures.filter((one) => one.at <= at).sort((a, b) => (a.at < b.at ? -1 : 1));
  const [first, last] = [readings[0], readings.at(-1)];
  const takeIt: NextAct = { what: 'take-temperature', at, sentence: say('next-temperature') };
  const rule = 'fever-free';
  if (!first || !last) {
    const [saw, sentence] = [say('saw-no-temperature'), say('no-temperature', { hours: needed })];
    return { finding: { rule, met: false, saw, sentence, earliest: later(at, needed) }, next: takeIt };
  }
  const reading = (one: typeof last) => ({ at: clock.time(one.at), celsius: one.celsius });
  const hot = readings.findLast(({ celsius }) => celsius >= fever.celsius);
  const saw = together(
    [...(hot ? [say('saw-fever', reading(hot))] : []), say('saw-temperature', reading(last))],
    '；',
    '; ',
  );
  const since = (hot ?? first).at;
  const until = later(since, needed);
  if (at < until) {
    const params = { hours: needed, until: clock.time(until) };
    const sentence = hot
      ? say('fever-lately', { ...reading(hot), ...params })
      : say('fever-free-too-short', { ...params, at: clock.time(since) });
    return { finding: { rule, met: false, saw, sentence, earliest: until }, next: waitUntil(until, clock) };
  }
  if (later(last.at, release.seenWithinHours) < at) {
    const sentence = say('temperature-old', { at: clock.time(last.at), hours: release.seenWithinHours });
    return { finding: { rule, met: false, saw, sentence, earliest: at }, next: takeIt };
  }
  const sentence = say('fever-free', { at: clock.time(since), hours: needed });
  return { finding: { rule, met: true, saw, sentence, earliest: at }, next: null };
}

/** The last answer at a round: no symptoms, or clearly better, and not too long ago. */
export function judgeSymptoms(facts: ReleaseFacts, { release }: Protocol, at: Instant, clock: Clock): Judged {
  const rule = 'symptoms';
  const ask: NextAct = { what: 'ask-symptoms', at, sentence: say('next-symptoms') };
  const last = facts.lastSymptoms;
  if (last === null || last.at > at) {
    const [saw, sentence] = [say('saw-never-asked'), say('symptoms-never-asked')];
    return { finding: { rule, met: false, saw, sentence, earliest: at }, next: ask };
  }
  const answer = say(last.none ? 'symptoms-none' : last.better ? 'symptoms-better' : 'symptoms-not-better');
  const params = { at: clock.time(last.at), answer };
  const saw = say('saw-symptoms', params);
  if (later(last.at, release.seenWithinHours) < at) {
    const sentence = say('symptoms-old', { ...params, hours: release.seenWithinHours });
    return { finding: { rule, met: false, saw, sentence, earliest: at }, next: ask };
  }
  if (last.none || last.better)
    return {
      finding: { rule, met: true, saw, sentence: say('symptoms-met', params), earliest: at },
      next: null,
    };
  return {
    finding: { rule, met: false, saw, sentence: say('symptoms-unmet', params), earliest: at },
    next: ask,
  };
}
