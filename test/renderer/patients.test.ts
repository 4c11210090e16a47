import { describe, expect, it } from 'vitest';
import { lastDays, periodOf, periodOfAddress } from '#renderer/patients/period.ts';
import { whatForbids } from '#renderer/patients/what-forbids.ts';
import { isTimeZone, parseInstant, parseLocalDate } from '#shared/rules/instant.ts';

const ZONE = 'Asia/Shanghai';
if (!isTimeZone(ZONE)) throw new Error('no such zone');
const zone = ZONE;
const NOW = parseInstant('2022-04-05T12:00+08:00');
if (!NOW) throw new Error('no such time');
const now = NOW;

describe('the days of those who left', () => {
  it('are whole days on the hospital’s calendar, the last one included', () => {
    expect(lastDays(7, now, zone)).toEqual({
      from: '2022-03-30',
      to: '2022-04-05',
      span: { from: '2022-03-29T16:00:00.000Z', to: '2022-04-05T16:00:00.000Z' },
    });
  });

  it('can end before today', () => {
    expect(lastDays(1, now, zone, 1)).toMatchObject({ from: '2022-04-04', to: '2022-04-04' });
  });

  it('are none where the end comes first', () => {
    const [from, to] = [parseLocalDate('2022-04-05'), parseLocalDate('2022-04-03')];
    if (!from || !to) throw new Error('no such days');
    expect(periodOf(from, to, zone)).toBeNull();
  });

  it('stand in the address, and nonsense there is not taken', () => {
    const read = (text: string) => periodOfAddress(new URLSearchParams(text), zone);
    expect(read('from=2022-04-01&to=2022-04-02')).toMatchObject({ from: '2022-04-01', to: '2022-04-02' });
    expect(read('from=2022-02-30&to=2022-04-02')).toBeNull();
    expect(read('scope=left')).toBeNull();
  });
});

describe('an act on a patient in the grid', () => {
  it('gives a bed only to who waits', () => {
    expect(whatForbids('assign', { status: 'waiting' })).toBeNull();
    expect(whatForbids('assign', { status: 'in-house' })).toBe('hasBed');
  });

  it('moves and swaps only who has a bed', () => {
    expect(whatForbids('move', { status: 'in-house' })).toBeNull();
    expect(whatForbids('swap', { status: 'waiting' })).toBe('hasNoBed');
  });

  it('discharges with or without a bed, and does nothing for who has left', () => {
    expect(whatForbids('discharge', { status: 'waiting' })).toBeNull();
    expect(whatForbids('discharge', { status: 'left' })).toBe('hasLeft');
    expect(whatForbids('assign', { status: 'left' })).toBe('hasLeft');
  });
});
