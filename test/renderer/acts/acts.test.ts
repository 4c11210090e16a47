import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actRows } from '#renderer/acts/use-acts.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard();
});
afterAll(() => ward.close());

describe('the history of acts', () => {
  it('says who took an act back, over the border of two pages', async () => {
    const none = { bedId: null, familyOf: null, convoyId: null };
    const first = await ward.call('stays.admit', { details: someone({ name: '张伟' }), ...none });
    await ward.call('stays.admit', { details: someone({ name: '李娜' }), ...none });
    await ward.call('acts.undo', { actId: first.actId });

    const newest = await ward.call('acts.recent', { limit: 2 });
    const older = await ward.call('acts.recent', { limit: 2, before: newest.at(-1)?.seq ?? 0 });
    const rows = actRows([newest, older]);
    const undone = rows.find(({ actId }) => actId === first.actId);
    expect(undone?.undoneIn?.actId).toBe(newest[0]?.actId);
    expect(undone?.undoneIn?.procedure).toBe('acts.undo');
    expect(rows.filter(({ undoneIn }) => undoneIn !== null)).toHaveLength(1);
  });

  it('leaves open who it was where that page is not there yet', () => {
    expect(actRows([[]])).toEqual([]);
  });
});
