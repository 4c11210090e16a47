import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keepFresh, readsAny, SELDOM_MS } from '#renderer/desk/freshness.ts';
import type { DeskBridge, DeskEvent } from '#shared/contract/bridge.ts';

function deskThatTells() {
  let tell: (event: DeskEvent) => void = () => {};
  const desk: DeskBridge = {
    call: () => new Promise(() => {}),
    on: (listener) => {
      tell = listener;
      return () => {};
    },
  };
  return {
    desk,
    changed: (...topics: Extract<DeskEvent, { type: 'changed' }>['topics']) =>
      tell({ type: 'changed', topics }),
  };
}

/** A query that is on screen, and how often it was asked. */
async function onScreen(queries: QueryClient, name: string, meta: { seldom?: true } = {}) {
  const ask = vi.fn(() => Promise.resolve(ask.mock.calls.length));
  const { QueryObserver } = await import('@tanstack/react-query');
  const observer = new QueryObserver(queries, {
    queryKey: [name, {}],
    queryFn: ask,
    meta,
    staleTime: Number.POSITIVE_INFINITY,
  });
  observer.subscribe(() => {});
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  return ask;
}

describe('what a screen shows', () => {
  it('is stale when a topic that it reads has changed, and only then', () => {
    expect(readsAny('beds.board', new Set(['beds']))).toBe(true);
    expect(readsAny('beds.plan', new Set(['beds']))).toBe(false);
    expect(readsAny('beds.plan', new Set(['hospital', 'beds']))).toBe(true);
    expect(readsAny('ward.operators', new Set(['operators']))).toBe(true);
    expect(readsAny('setup.layouts', new Set(['hospital', 'beds', 'stays']))).toBe(false);
  });

  it('is never stale where it is no query of the ward', () => {
    expect(readsAny('stays.admit', new Set(['stays']))).toBe(false);
    expect(readsAny('nonsense', new Set(['stays']))).toBe(false);
    expect(readsAny(undefined, new Set(['stays']))).toBe(false);
  });

  it('is asked again after a change, and what the change left alone is not', async () => {
    const queries = new QueryClient();
    const { desk, changed } = deskThatTells();
    keepFresh(desk, queries);
    const board = await onScreen(queries, 'beds.board');
    const plan = await onScreen(queries, 'beds.plan');
    changed('beds');
    await vi.waitFor(() => expect(board).toHaveBeenCalledTimes(2));
    expect(plan).toHaveBeenCalledTimes(1);
  });

  it('is asked a few times for a storm of changes, and once more after the last', async () => {
    const queries = new QueryClient();
    const { desk, changed } = deskThatTells();
    keepFresh(desk, queries);
    const board = await onScreen(queries, 'beds.board');
    for (let i = 0; i < 200; i += 1) changed('beds', 'stays');
    await vi.waitFor(() => expect(board.mock.calls.length).toBeGreaterThanOrEqual(3));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(board.mock.calls.length).toBeLessThan(8);
  });

  it('is asked at most once in three seconds where it judges the whole ward, and once more after the last', async () => {
    const queries = new QueryClient();
    const { desk, changed } = deskThatTells();
    keepFresh(desk, queries);
    const badge = await onScreen(queries, 'alerts.count', { seldom: true });
    const board = await onScreen(queries, 'beds.board');
    vi.useFakeTimers();
    try {
      for (let act = 0; act < 10; act += 1) {
        changed('beds', 'stays');
        await vi.advanceTimersByTimeAsync(100);
      }
      // The act itself is there at once, and so is everything that others wait for.
      expect(badge).toHaveBeenCalledTimes(2);
      expect(board).toHaveBeenCalledTimes(11);
      await vi.advanceTimersByTimeAsync(SELDOM_MS);
      expect(badge).toHaveBeenCalledTimes(3);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(badge).toHaveBeenCalledTimes(3);
      changed('rounds');
      await vi.advanceTimersByTimeAsync(1);
      expect(badge).toHaveBeenCalledTimes(4);
    } finally {
      vi.useRealTimers();
    }
  });
});
