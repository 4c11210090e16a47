import { describe, expect, it } from 'vitest';
import type { Direction, Track } from '#renderer/beds/board/walk.ts';
import { between, lineEnd, step, stepUnit } from '#renderer/beds/board/walk.ts';
import { bedCalled, stadiumFloor } from './made-up-floor.ts';

const floor = stadiumFloor();

function walk(from: string, ...directions: Direction[]): string {
  let bed = bedCalled(floor, from);
  let track: Track | null = null;
  for (const direction of directions) {
    const next = step(floor, bed, direction, track);
    if (!next) return `edge after ${bed.code}`;
    bed = next.bed;
    track = next.track;
  }
  return bed.code;
}

describe('walking with the arrow keys', () => {
  it('goes to the neighbour', () => {
    expect(walk('A-01-01', 'right')).toBe('A-01-02');
    expect(walk('A-01-01', 'down')).toBe('A-01-06');
  });

  it('goes on into the next care unit, over the aisle', () => {
    expect(walk('A-01-05', 'right')).toBe('A-02-01');
    expect(walk('A-01-16', 'down')).toBe('A-06-01');
  });

  it('goes on into the next zone, over the walkway', () => {
    expect(walk('A-05-05', 'right')).toBe('C-01-01');
    expect(walk('A-11-16', 'down')).toBe('B-01-01');
    expect(walk('C-01-01', 'left')).toBe('A-05-05');
  });

  it('stops at the walls of the hall', () => {
    expect(walk('A-01-01', 'left')).toBe('edge after A-01-01');
    expect(walk('A-01-01', 'up')).toBe('edge after A-01-01');
    expect(walk('F-06-20', 'right')).toBe('edge after F-06-20');
    expect(walk('F-06-20', 'down')).toBe('edge after F-06-20');
  });

  it('keeps to its column: up and down again over the walkway ends where it began', () => {
    for (const from of ['A-13-18', 'C-10-19', 'C-12-16']) {
      expect(walk(from, 'down', 'down', 'up', 'up')).toBe(from);
    }
  });

  it('reaches every bed of the hall', () => {
    const reached = new Set([0]);
    const open = [0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const bed = floor.beds[at];
      if (!bed) continue;
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = step(floor, bed, direction, null)?.bed.index;
        if (next !== undefined && !reached.has(next)) {
          reached.add(next);
          open.push(next);
        }
      }
    }
    expect(reached.size).toBe(1200);
  });

  it('jumps to the same place of the next care unit with Ctrl', () => {
    expect(stepUnit(floor, bedCalled(floor, 'A-01-08'), 'right')?.code).toBe('A-02-08');
    expect(stepUnit(floor, bedCalled(floor, 'A-01-08'), 'down')?.code).toBe('A-06-08');
  });

  it('goes to both ends of a line, across the whole hall', () => {
    expect(lineEnd(floor, bedCalled(floor, 'A-03-12'), 'first').code).toBe('A-01-11');
    expect(lineEnd(floor, bedCalled(floor, 'A-03-12'), 'last').code).toBe('E-01-15');
  });

  it('takes all beds between two', () => {
    const beds = between(floor, bedCalled(floor, 'A-01-04'), bedCalled(floor, 'A-02-06'));
    expect(beds.map((index) => floor.beds[index]?.code)).toEqual([
      ...['A-01-04', 'A-01-05', 'A-01-09', 'A-01-10', 'A-02-01', 'A-02-06'],
    ]);
  });
});
