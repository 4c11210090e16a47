/** So many times in such a span a window comes back by itself; then somebody is asked. */
const COME_BACKS = 3;
const SPAN_MS = 60_000;

/** Counts crashes. Says whether the window should come back by itself, or has fallen too often for that. */
export function crashCount(): { comesBack(now: number): boolean; forgive(): void } {
  let times: number[] = [];
  return {
    comesBack(now) {
      times = [...times.filter((at) => now - at < SPAN_MS), now];
      return times.length <= COME_BACKS;
    },
    forgive() {
      times = [];
    },
  };
}
