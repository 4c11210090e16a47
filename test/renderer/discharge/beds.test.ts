import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bedsToSignOff, isReady } from '#renderer/discharge/bed-to-sign-off.ts';
import type { StayId } from '#shared/contract/values.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard();
});
afterAll(() => ward.close());

describe('beds to sign off', () => {
  it('are none while nobody has left', async () => {
    const [board, plan] = [await ward.call('beds.board', {}), await ward.call('beds.plan', {})];
    expect(bedsToSignOff(board, plan, board.at)).toEqual([]);
    expect(bedsToSignOff(undefined, plan, board.at)).toBeUndefined();
  });

  it('count down to the end of the contact time, the soonest on top', async () => {
    const plan = await ward.call('beds.plan', {});
    const beds = plan.beds.slice(0, 2);
    const stays: StayId[] = [];
    for (const { id } of beds) {
      const admitted: { stayId: StayId } = await ward.call('stays.admit', {
        ...{ details: someone({ name: `病人${stays.length}` }), bedId: id, familyOf: null, convoyId: null },
      });
      stays.push(admitted.stayId);
    }
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    const [first, second] = stays;
    if (!first || !second) throw new Error('two were admitted');
    ward.at('2022-04-04 13:00');
    await ward.call('discharges.commit', { stays: [{ stayId: second }], leaving });
    const now = ward.at('2022-04-04 13:20');
    await ward.call('discharges.commit', { stays: [{ stayId: first }], leaving });

    const board = await ward.call('beds.board', {});
    const waiting = bedsToSignOff(board, plan, now) ?? [];
    expect(waiting.map(({ code, left }) => [code, left])).toEqual([
      [beds[1]?.code, 40],
      [beds[0]?.code, 60],
    ]);
    const later = bedsToSignOff(board, plan, addMinutes(now, 39.5)) ?? [];
    expect(later.map(({ left }) => left)).toEqual([1, 21]);
    const past = bedsToSignOff(board, plan, addMinutes(now, 40)) ?? [];
    expect(past.map(isReady)).toEqual([true, false]);
  });
});
