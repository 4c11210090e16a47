const MINUTE_MS = 60_000;

/** A screen on the wall is looked at and never touched: nothing can be done on it, and it must not go dark. */
export const isWall = (url: string): boolean => /#\/overview\?(.*&)?wall=1(&|$)/.test(url);

/** Whether a desk that nobody has touched for so long locks itself; 0 minutes: never. */
export const locksAfter = (idleMs: number, minutes: number): boolean =>
  minutes > 0 && idleMs >= minutes * MINUTE_MS;
