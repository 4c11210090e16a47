import type { Leaving } from '#shared/contract/discharges.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { JudgedByList } from '../releases/leave-by-list.ts';
import type { StayNow } from '../stays/stay-repository.ts';
import type { LastFact } from './leaver-repository.ts';

/** Ways of leaving whose receiving place has to be named (inpatient front page, 离院方式 2 and 3). */
const NEEDS_DESTINATION: ReadonlySet<WayOfLeaving> = new Set(['to-hospital', 'to-community']);

const LAST_FACT_WORDS = {
  sample: { zh: '采样', en: 'sample' },
  observation: { zh: '查房', en: 'round' },
} as const;

/** Ways of leaving that the release rules are about: who goes to a hospital or dies was not released by them. */
export const BY_THE_RULES: ReadonlySet<WayOfLeaving> = new Set(['on-order', 'to-community']);

/** Why this stay cannot end in this way at this moment; null when it can. */
export function whyNotDischarged(
  stay: StayNow,
  leaving: Leaving,
  { at, zone, lastFact }: { at: Instant; zone: TimeZone; lastFact: LastFact | undefined },
): Refusal | null {
  if (stay.period.to_at !== null) return new Refusal('not-in-house', { name: stay.name });
  if (NEEDS_DESTINATION.has(leaving.way) && leaving.destination.trim() === '')
    return new Refusal('destination-needed');
  if (at <= stay.period.from_at) {
    return new Refusal('before-arrival', {
      name: stay.name,
      arrived: localOf(stay.period.from_at, zone),
      at: localOf(at, zone),
    });
  }
  const since = stay.assignment?.from_at ?? stay.lastBedUntil;
  if (since !== null && since !== undefined && (stay.assignment ? at <= since : at < since)) {
    return new Refusal('before-last-move', {
      name: stay.name,
      bed: stay.assignment?.code ?? '—',
      from: localOf(since, zone),
      at: localOf(at, zone),
    });
  }
  if (lastFact && lastFact.at > at) {
    const { zh, en } = LAST_FACT_WORDS[lastFact.what];
    return new Refusal('before-last-fact', {
      ...{ name: stay.name, last: localOf(lastFact.at, zone), at: localOf(at, zone) },
      ...{ 'what.zh': zh, 'what.en': en },
    });
  }
  return null;
}

/** The same for somebody who leaves by a list: that they may not leave by it any more is said before all else. */
export function whyNotNow(
  stay: StayNow,
  leaving: Leaving,
  {
    byList,
    ...moment
  }: { at: Instant; zone: TimeZone; byList: JudgedByList | null; lastFact: LastFact | undefined },
): Refusal | null {
  const problem = whyNotDischarged(stay, leaving, moment);
  if (problem?.code === 'not-in-house') return problem;
  return byList?.(stay.stayId, stay.name) ?? problem;
}
