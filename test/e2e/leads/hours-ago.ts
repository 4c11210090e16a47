const HOUR_MS = 3_600_000;
/** Shanghai has one time all year. */
const OFFSET_MS = 8 * HOUR_MS;

/** So many hours before now, as a hospital's clock says it: what a test ward is set to, so that it has a past. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * HOUR_MS + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

/** The latest noon or midnight of Shanghai. */
export function lastCutOff(now: number): number {
  const halfDay = 12 * HOUR_MS;
  return Math.floor((now + OFFSET_MS) / halfDay) * halfDay - OFFSET_MS;
}

/** A moment as it stands on a page, `2026-11-20 08:00`. */
export const instantOnPage = (text: string): string =>
  new Date(Date.parse(`${text.trim().replace(' ', 'T')}:00Z`) - OFFSET_MS).toISOString();
