import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { handsAt, NOON } from './hands.ts';

let ward: TestWard;
let hands: ReturnType<typeof handsAt>;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 13:00');
  hands = handsAt(ward);
});
afterEach(() => ward.close());

describe('the signature of a report', () => {
  it('is taken back by nobody without a reason, not by way of an undo either', async () => {
    await hands.admit('甲', 'A-01-01');
    ward.at('2022-04-05 12:30');
    const signed = await hands.sign();
    const undo = (actId: ActId, header = {}) => ward.refused('acts.undo', { actId, beds: [] }, header);
    expect(await undo(signed.actId)).toMatchObject({ code: 'cannot-undo' });
    expect(await undo(signed.actId, { reason: '签错' })).toMatchObject({ code: 'cannot-undo' });
    const which = { cutOff: NOON, version: 1 };
    const withdrawn = await ward.call('daily.withdraw', which, { reason: '签错时点' });
    ward.published.length = 0;
    const back = await ward.call('acts.undo', { actId: withdrawn.actId, beds: [] });
    expect(ward.published.flat()).toContain('reports');
    expect(await undo(back.actId)).toMatchObject({ code: 'reason-needed' });
    expect((await hands.show()).signed).toMatchObject([{ version: 1, withdrawn: false }]);
    await ward.call('acts.undo', { actId: back.actId, beds: [] }, { reason: '确实签错' });
    expect((await hands.show()).signed).toMatchObject([{ version: 1, withdrawn: true }]);
  });
});
