import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { timeOf } from '../ui/time.ts';

/** While the ward is closed nobody knows the hospital's zone: then the clock of this PC says when a copy was taken. */
export const pcZone = (): TimeZone => Intl.DateTimeFormat().resolvedOptions().timeZone as TimeZone;

export const copyTime = (at: Instant | null, zone: TimeZone): string =>
  at === null ? '—' : timeOf(at, zone);

const MB = 2 ** 20;

/** `1.8 MB`, `12 GB`: two figures are enough to tell a full disk from an empty one. */
export function sizeOf(bytes: number): string {
  const [value, unit] = bytes < 1000 * MB ? [bytes / MB, 'MB'] : [bytes / (1024 * MB), 'GB'];
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
