import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiesToDrop, type KnownCopy } from '#main/backups/rotation-rules.ts';
import { BACKUP_REASONS } from '#shared/contract/backups.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse('2022-04-04T00:00:00Z');

const copy = (number: number, at: number, rest: Partial<KnownCopy> = {}): KnownCopy => ({
  number,
  takenAt: instantFromMillis(at),
  because: 'schedule',
  verified: true,
  ...rest,
});

/** A ward's life: how long after the one before each copy is taken (or before it: the clock was set back), and why. */
const life = fc
  .array(
    fc.record({
      after: fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => n * MINUTE) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => n * HOUR) },
        { weight: 1, arbitrary: fc.integer({ min: -50, max: 20 }).map((n) => n * DAY) },
      ),
      because: fc.constantFrom(...BACKUP_REASONS),
      spoilt: fc.integer({ min: 0, max: 9 }),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((steps) => {
    let at = START;
    return steps.map(({ after, because, spoilt }, index) => {
      at += after;
      return copy(index + 1, at, { because, verified: spoilt > 0 });
    });
  });

/** What is there after each copy, when the others were rotated away as they came. */
function rotated(
  copies: readonly KnownCopy[],
  look: (kept: KnownCopy[], all: KnownCopy[], now: Instant) => void,
) {
  let kept: KnownCopy[] = [];
  copies.forEach((one, index) => {
    kept.push(one);
    const gone = new Set(copiesToDrop(kept, one.takenAt));
    kept = kept.filter((each) => !gone.has(each));
    look(kept, copies.slice(0, index + 1), one.takenAt);
  });
}

describe('rotation, whatever the life of the ward', () => {
  it('keeps the last eight, the last verified one, and for a week those taken before something', () => {
    fc.assert(
      fc.property(life, (copies) =>
        rotated(copies, (kept, all, now) => {
          for (const one of all.slice(-8)) expect(kept).toContain(one);
          const verified = all.findLast((one) => one.verified);
          if (verified) expect(kept).toContain(verified);
          const marked = all.filter(
            ({ because, takenAt }) =>
              ['migration', 'restore', 'import'].includes(because) &&
              Date.parse(now) - Date.parse(takenAt) <= 7 * DAY,
          );
          // Once too old it may have gone, and a clock set back makes it no younger again.
          const neverOld = marked.filter((one) =>
            all
              .slice(one.number - 1)
              .every(({ takenAt }) => Date.parse(takenAt) - Date.parse(one.takenAt) <= 7 * DAY),
          );
          for (const one of neverOld) expect(kept).toContain(one);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('has a verified copy of each hour of the last day and of each of the last 60 days in which one was taken', () => {
    const forward = life.filter((copies) =>
      copies.every(({ takenAt }, i) => i === 0 || takenAt >= (copies[i - 1]?.takenAt ?? '')),
    );
    fc.assert(
      fc.property(forward, (copies) =>
        rotated(copies, (kept, all, now) => {
          const has = (span: number, limit: number) => {
            const spans = (some: KnownCopy[]) =>
              new Set(
                some
                  .filter((one) => one.verified && Date.parse(now) - Date.parse(one.takenAt) <= limit)
                  .map(({ takenAt }) => Math.floor(Date.parse(takenAt) / span)),
              );
            expect(spans(kept)).toEqual(spans(all));
          };
          has(HOUR, DAY);
          has(DAY, 60 * DAY);
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('drops nothing that it was told to keep the time before', () => {
    fc.assert(
      fc.property(life, (copies) => {
        const now = copies.at(-1)?.takenAt as Instant;
        const gone = new Set(copiesToDrop(copies, now));
        expect(
          copiesToDrop(
            copies.filter((one) => !gone.has(one)),
            now,
          ),
        ).toEqual([]);
      }),
    );
  });
});

it('three months of a copy every quarter of an hour leave fewer than a hundred', () => {
  const quarter = 15 * MINUTE;
  let kept: KnownCopy[] = [];
  for (let n = 0; n < (90 * DAY) / quarter; n += 1) {
    const one = copy(n + 1, START + n * quarter);
    kept.push(one);
    const gone = new Set(copiesToDrop(kept, one.takenAt));
    kept = kept.filter((each) => !gone.has(each));
  }
  expect(kept.length).toBeGreaterThan(8 + 20 + 55);
  expect(kept.length).toBeLessThan(100);
});

it('a clock set back by a year costs none of the newest copies, and the old ones of later dates stay one a day', () => {
  const before = Array.from({ length: 40 }, (_, n) => copy(n + 1, START + n * HOUR));
  const after = Array.from({ length: 12 }, (_, n) => copy(41 + n, START - 365 * DAY + n * 15 * MINUTE));
  const all = [...before, ...after];
  const gone = copiesToDrop(all, after.at(-1)?.takenAt as Instant).map(({ number }) => number);
  for (const { number } of after.slice(-8)) expect(gone).not.toContain(number);
  expect(gone).not.toContain(24);
  expect(gone).not.toContain(40);
});
