import { describe, expect, it } from 'vitest';
import { isWall, locksAfter } from '#main/window/auto-lock-rules.ts';

const MINUTE_MS = 60_000;

describe('a desk that nobody touches', () => {
  it('locks itself after the minutes that the hospital set, and never where it set none', () => {
    expect(locksAfter(10 * MINUTE_MS - 1, 10)).toBe(false);
    expect(locksAfter(10 * MINUTE_MS, 10)).toBe(true);
    expect(locksAfter(24 * 60 * MINUTE_MS, 0)).toBe(false);
  });

  it('stays open on the wall, and only there', () => {
    expect(isWall('app://desk/index.html?lang=en#/overview?wall=1')).toBe(true);
    expect(isWall('app://desk/index.html#/overview?zone=A&wall=1')).toBe(true);
    expect(isWall('app://desk/index.html#/overview?wall=10')).toBe(false);
    expect(isWall('app://desk/index.html#/overview')).toBe(false);
    expect(isWall('app://desk/index.html?wall=1#/beds')).toBe(false);
  });
});
