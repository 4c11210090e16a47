import type { BackupReason } from '#shared/contract/backups.ts';
import type { Instant } from '#shared/rules/instant.ts';

/** What rotation knows of a copy. `number` counts the copies of a ward and is what "newer" means: clocks are set back. */
export interface KnownCopy {
  number: number;
  takenAt: Instant;
  because: BackupReason;
  /** It was opened and checked after it was written, and nothing has been found wrong with it since. */
  verified: boolean;
}

const LAST = 8;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HOURLY_FOR = DAY;
const DAILY_FOR = 60 * DAY;
const MARKED_FOR = 7 * DAY;

/** Taken before something that somebody may want to go back from; noticed perhaps days later. */
const MARKED: ReadonlySet<BackupReason> = new Set(['migration', 'restore', 'import']);

/**
 * Which copies may go: all but the last 8, the last of each hour for a day, the last of each day for 60 days, those
 * taken before a migration, a restore or an import for a week, and the last verified one, however old it is.
 *
 * Hours and days are those of UTC: no hour of them is missing or comes twice. A copy whose time has not come yet was
 * taken before the clock was set back; it counts as one of its day and is never too old.
 */
export function copiesToDrop<C extends KnownCopy>(copies: readonly C[], now: Instant): C[] {
  const newestFirst = [...copies].sort((a, b) => b.number - a.number);
  const keep = new Set(newestFirst.slice(0, LAST));
  const lastVerified = newestFirst.find(({ verified }) => verified);
  if (lastVerified) keep.add(lastVerified);
  const hours = new Set<number>();
  const days = new Set<number>();
  for (const copy of newestFirst) {
    const at = Date.parse(copy.takenAt);
    const age = Date.parse(now) - at;
    if (MARKED.has(copy.because) && age <= MARKED_FOR) keep.add(copy);
    // A copy that failed its check does not stand for its hour: the one before it does.
    if (!copy.verified) continue;
    if (age >= 0 && age <= HOURLY_FOR) firstOf(hours, Math.floor(at / HOUR), () => keep.add(copy));
    if (age <= DAILY_FOR) firstOf(days, Math.floor(at / DAY), () => keep.add(copy));
  }
  return newestFirst.filter((copy) => !keep.has(copy));
}

function firstOf(seen: Set<number>, period: number, found: () => void): void {
  if (seen.has(period)) return;
  seen.add(period);
  found();
}
