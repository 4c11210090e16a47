import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBeds } from '#renderer/beds/board/find.ts';
import { createLetterHold, SCANNER_MS } from '#renderer/beds/letter-hold.ts';
import { bedCalled, emptyViews, stadiumFloor, viewOf } from './made-up-floor.ts';

const floor = stadiumFloor();
const views = emptyViews(floor);
const PEOPLE = [
  { code: 'C-05-14', n: 1, name: '邹丽平', initials: 'zlp' },
  { code: 'A-02-03', n: 2, name: '张磊', initials: 'zl' },
  { code: 'A-02-04', n: 3, name: '𠮷野', initials: 'jy' },
];
for (const { code, ...who } of PEOPLE) {
  const bed = bedCalled(floor, code);
  views[bed.index] = viewOf(bed, who);
}

const found = (typed: string) => findBeds(floor, views, typed).map(({ index }) => floor.beds[index]?.code);

describe('typing on the board finds', () => {
  it('a bed by its code, with dashes and zeros or without', () => {
    for (const typed of ['a312', 'A-03-12', 'a0312', 'A 3 12', 'Ａ－０３－１２']) {
      expect(found(typed)[0], typed).toBe('A-03-12');
    }
  });

  it('both beds where a short code means two', () => {
    expect(found('a111').slice(0, 2).sort()).toEqual(['A-01-11', 'A-11-01']);
  });

  it('all beds of a care unit by its code', () => {
    expect(found('e03')).toHaveLength(20);
    expect(found('e03')[0]).toBe('E-03-01');
  });

  it('somebody by name or the beginning of the initials', () => {
    expect(found('zlp')).toEqual(['C-05-14']);
    expect(found('zl').sort()).toEqual(['A-02-03', 'C-05-14']);
    expect(found('丽平')).toEqual(['C-05-14']);
    expect(found('𠮷')).toEqual(['A-02-04']);
  });

  it('nothing where there is nothing', () => {
    expect(found('xyz')).toEqual([]);
    expect(found(' - ')).toEqual([]);
  });
});

describe('a letter', () => {
  const typed: string[] = [];
  const done: string[] = [];
  const hold = createLetterHold((text) => typed.push(text));
  beforeEach(() => {
    vi.useFakeTimers();
    typed.length = 0;
    done.length = 0;
  });
  afterEach(() => {
    hold.stop();
    vi.useRealTimers();
  });

  it('alone is a command, at once for a hand', () => {
    hold.press('d', () => done.push('discharge'));
    expect(done).toEqual([]);
    vi.advanceTimersByTime(SCANNER_MS);
    expect(done).toEqual(['discharge']);
    expect(SCANNER_MS).toBeLessThan(100);
  });

  it('followed at once by another is a scanned label: it finds, and does nothing', () => {
    hold.press('d', () => done.push('discharge'));
    vi.advanceTimersByTime(8);
    hold.press('-', null);
    vi.advanceTimersByTime(1000);
    expect(typed).toEqual(['d-']);
    expect(done).toEqual([]);
  });

  it('that is no command begins a search', () => {
    hold.press('z', null);
    expect(typed).toEqual(['z']);
    expect(hold.waits()).toBe(false);
  });
});
