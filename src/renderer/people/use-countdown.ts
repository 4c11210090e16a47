import { useEffect, useReducer } from 'react';

const TICK_MS = 250;

/** Whole seconds from one moment in milliseconds until another; 0 when it is over or there is none. */
export const secondsUntil = (until: number | null, now: number): number =>
  until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));

/** Those seconds, counted down on the screen: read off the clock each time, so that none is carried over or lost. */
export function useCountdown(until: number | null): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0);
  const left = secondsUntil(until, Date.now());
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const ticking = setInterval(tick, TICK_MS);
    return () => clearInterval(ticking);
  }, [isOver]);
  return left;
}
