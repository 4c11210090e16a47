import { describe, expect, it } from 'vitest';
import type { News2Score } from '#shared/contract/rounds.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import {
  dayInHouse,
  daysBand,
  eligibleBand,
  loadBand,
  news2Band,
  sampleBand,
} from '#shared/rules/layer-bands.ts';

const ZONE = 'Asia/Shanghai' as TimeZone;
const at = (text: string) => `${text}:00.000Z` as Instant;
const score = (total: number, threes: 'pulse'[] = []): News2Score => ({
  kind: 'complete',
  total,
  threes,
  points: {},
  ageUnknown: false,
});

describe('the bands of the plan', () => {
  it('count days in house by the hospital’s calendar', () => {
    // 23:30 and 00:30 on the clocks of Shanghai.
    expect(dayInHouse(at('2022-04-04T15:30'), at('2022-04-04T16:30'), ZONE)).toBe(2);
    expect([1, 3, 4, 10, 11, 14, 15].map(daysBand)).toEqual([
      ...['upTo3', 'upTo3', 'upTo7', 'upTo10', 'upTo14', 'upTo14', 'over14'],
    ]);
  });

  it('follow the thresholds of NEWS2, and keep an emergency that is known although signs are missing', () => {
    expect([0, 1, 4, 5, 6, 7].map((total) => news2Band(score(total)))).toEqual([
      ...['zero', 'low', 'low', 'medium', 'medium', 'high'],
    ]);
    expect(news2Band(score(3, ['pulse']))).toBe('single');
    const partly = {
      kind: 'incomplete',
      missing: ['spo2'],
      threes: [],
      points: {},
      ageUnknown: false,
    } as const;
    expect(news2Band({ ...partly, atLeast: 7, missing: ['spo2'], threes: [] })).toBe('high');
    expect(news2Band({ ...partly, atLeast: 1, missing: ['spo2'], threes: [] })).toBe('incomplete');
    expect(news2Band({ kind: 'not-applicable', why: 'age' })).toBe('notScored');
    expect(news2Band(null)).toBe('notSeen');
  });

  it('say a sample is due now where it could be taken at once', () => {
    const now = at('2022-04-05T04:00');
    const due = (text: string) => sampleBand(at(text), now);
    expect([due('2022-04-05T04:00'), due('2022-04-06T04:00'), due('2022-04-07T04:00')]).toEqual([
      ...['now', 'within24', 'within48'],
    ]);
    expect(due('2022-04-08T04:00')).toBe('later');
    expect(sampleBand(null, now)).toBe('none');
  });

  it('tell tomorrow by the hospital’s clocks', () => {
    const now = at('2022-04-05T04:00');
    const free = (earliest: string) => eligibleBand('not-yet', at(earliest), now, ZONE);
    expect([free('2022-04-05T15:59'), free('2022-04-05T16:00'), free('2022-04-06T16:00')]).toEqual([
      ...['today', 'tomorrow', 'later'],
    ]);
    expect(eligibleBand('eligible', now, now, ZONE)).toBe('now');
    expect(eligibleBand('not-yet', null, now, ZONE)).toBe('open');
    expect(eligibleBand('excluded', null, now, ZONE)).toBe('excluded');
  });

  it('tell a unit without a nurse from one where no shifts are kept', () => {
    expect([loadBand(null, false), loadBand(null, true), loadBand(10, true), loadBand(20.1, true)]).toEqual([
      ...['notKept', 'noNurse', 'light', 'over'],
    ]);
  });
});
