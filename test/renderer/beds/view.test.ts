import { describe, expect, it } from 'vitest';
import { detailOf } from '#renderer/beds/board/scene.ts';
import {
  aimOf,
  fitScale,
  panned,
  revealing,
  snapped,
  toCanvas,
  toFloor,
  viewOf,
  zoomed,
} from '#renderer/beds/board/view.ts';
import { bedCalled, stadiumFloor } from './made-up-floor.ts';

const floor = stadiumFloor();
/** What the board has at 1366 × 768. */
const canvas = { width: 1282, height: 620 };

const isInside = ({ x, y }: { x: number; y: number }) =>
  x >= 0 && y >= 0 && x <= canvas.width && y <= canvas.height;

describe('what is seen of the floor', () => {
  it('is all of it to begin with, a bed about 18 by 17 pixels, with room for a surname', () => {
    const view = viewOf('fit', floor, canvas);
    expect(floor.beds.every(({ x, y }) => isInside(toCanvas(view, x, y)))).toBe(true);
    expect(view.scale * 2.5).toBeGreaterThan(17);
    expect(detailOf(view.scale * 2.5)).toBe(1);
  });

  it('grows around the pointer', () => {
    const view = viewOf('fit', floor, canvas);
    const at = { x: 700, y: 200 };
    const before = toFloor(view, at.x, at.y);
    const after = toFloor(zoomed(view, 3, at, floor, canvas), at.x, at.y);
    expect(after.x).toBeCloseTo(before.x, 5);
    expect(after.y).toBeCloseTo(before.y, 5);
  });

  it('never gets smaller than all of it, nor larger than a card', () => {
    const view = viewOf('fit', floor, canvas);
    expect(zoomed(view, 0.1, { x: 0, y: 0 }, floor, canvas).scale).toBe(fitScale(floor, canvas));
    expect(detailOf(zoomed(view, 1000, { x: 0, y: 0 }, floor, canvas).scale * 2.5)).toBe(5);
  });

  it('cannot be pushed off the floor', () => {
    const near = zoomed(viewOf('fit', floor, canvas), 4, { x: 600, y: 300 }, floor, canvas);
    const away = panned(near, 99_999, 99_999, floor, canvas);
    expect(toCanvas(away, 0, 0).x).toBeCloseTo(6, 3);
    expect(toCanvas(away, 0, 0).y).toBeCloseTo(6, 3);
  });

  it('comes along with the cursor, no farther than it has to', () => {
    const near = viewOf({ scale: 40, x: 30, y: 22 }, floor, canvas);
    const seen = bedCalled(floor, 'A-07-08');
    expect(revealing(near, seen, floor, canvas)).toEqual(near);
    const bed = bedCalled(floor, 'F-06-20');
    const there = revealing(near, bed, floor, canvas);
    expect(there.scale).toBe(40);
    expect(isInside(toCanvas(there, bed.x, bed.y))).toBe(true);
  });

  it('is remembered as a place, or as all of it whatever the window’s size', () => {
    const wide = { width: 1836, height: 930 };
    expect(aimOf(viewOf('fit', floor, canvas), floor, canvas)).toBe('fit');
    const near = viewOf({ scale: 40, x: 90, y: 30 }, floor, canvas);
    const aim = aimOf(near, floor, canvas);
    const again = viewOf(aim, floor, wide);
    const middle = toFloor(again, wide.width / 2, wide.height / 2);
    expect(middle.x).toBeCloseTo(90, 3);
    expect(middle.y).toBeCloseTo(30, 3);
  });

  it('lies on whole pixels of any screen', () => {
    for (const ratio of [1, 1.25, 1.5, 2]) {
      const view = snapped(
        panned(viewOf({ scale: 33.3, x: 61, y: 40 }, floor, canvas), 7, 3, floor, canvas),
        ratio,
      );
      const pixels = view.left * view.scale * ratio;
      expect(Math.abs(pixels - Math.round(pixels))).toBeLessThan(1e-6);
    }
  });
});
