import type { Protocol } from '#shared/contract/protocol.ts';
import type { StayId } from '#shared/contract/values.ts';
import { addMinutes, type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { latestMissed } from '#shared/rules/round-interval.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import { sampleDueAt } from '../eligibility/sample-due.ts';
import type { Reads } from '../ipc/context.ts';
import type { RaisedAlert } from './alert-types.ts';
import { readLastSamples, type SampledSince } from './last-sample-repository.ts';

/** Hours; who acknowledged a missing sample is told again on the next day, however seldom samples are taken. */
const DAILY = 24;

/**
 * Whoever needs a sample, by the judgement of who may leave, whatever else they need as well, and has gone without for longer than the protocol
 * has them wait: `sampleEveryHours` after arrival, or the interval of the rule of release after the last one, with
 * the grace of rounds. (The judgement itself only says "now": an alert has to say since when.)
 */
export async function overdueSamples(
  db: Reads,
  protocol: Protocol,
  at: Instant,
  zone: TimeZone,
  which: 'present' | readonly StayId[],
): Promise<RaisedAlert[]> {
  const judged = await judgeStays(db, at, zone, which);
  const due = [...judged].flatMap(([stayId, judgement]) => {
    const dueAt = sampleDueAt(judgement);
    return dueAt !== null && dueAt <= at ? [stayId] : [];
  });
  const sampled = await readLastSamples(db, due, at);
  return [...sampled].flatMap(([stayId, since]) => {
    const dueAt = dueSince(since, protocol);
    const missedAt = latestMissed(dueAt, Math.min(protocol.sampleEveryHours, DAILY), at, protocol);
    if (missedAt === null) return [];
    const clock = localOf(dueAt, zone).slice(5, 16).replace('T', ' ');
    return {
      stayId,
      kind: 'sample-overdue' as const,
      since: missedAt,
      began: dueAt,
      sentence:
        since.lastSampledAt === null
          ? { zh: `入舱后尚未采样，应于 ${clock} 前`, en: `no sample since arrival, due by ${clock}` }
          : { zh: `应于 ${clock} 采样`, en: `sample due at ${clock}` },
    };
  });
}

function dueSince(
  { arrivedAt, lastSampledAt }: SampledSince,
  { release, sampleEveryHours }: Protocol,
): Instant {
  if (lastSampledAt === null) return addMinutes(arrivedAt, sampleEveryHours * 60);
  return addMinutes(lastSampledAt, Math.max(release.tests?.intervalHours ?? 0, sampleEveryHours) * 60);
}
