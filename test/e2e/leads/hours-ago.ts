const HOUR_MS = 3_600_000;
/** Shanghai has one time all year. */
const OFFSET_MS = 8 * HOUR_MS;

/** So many hours before now, as a hospital's clock says it: what a test ward is set to, so that it has a past. */
export const hoursAgo = (hours: number): string =>
  new Date(Date.now() - hours * HOUR_MS + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
