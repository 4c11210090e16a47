import type { Leaving } from '#shared/contract/discharges.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { JudgedByList } from '../releases/leave-by-list.ts';
import type { StayNow } from '../stays/stay-repository.ts';

/** Ways of leaving whose receiving place has to be named (inpatient front page, 离院方式 2 and 3). */
const NEEDS_DESTINATION: ReadonlySet<WayOfLeaving> = new Set(['to-hospital', 'to-community']);

/** Why this stay cannot end in this way at this moment; null when it can. */
export function whyNotDischarged(
  stay: StayNow,
  leaving: Leaving,
  at: Instant,
  zone: TimeZone,
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
  return null;
}

/** The same for somebody who leaves by a list: that they may not leave by it any more is said before all else. */
export function whyNotNow(
  stay: StayNow,
  leaving: Leaving,
  { at, zone, byList }: { at: Instant; zone: TimeZone; byList: JudgedByList | null },
): Refusal | null {
  const problem = whyNotDischarged(stay, leaving, at, zone);
  if (problem?.code === 'not-in-house') return problem;
  return byList?.(stay.stayId, stay.name) ?? problem;
}
