import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedBeds, placeTree } from '#renderer/settings/place-tree.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard('stadium-1200');
});
afterAll(() => ward.close());

const look = async () => {
  const [board, plan] = [await ward.call('beds.board', {}), await ward.call('beds.plan', {})];
  return { tree: placeTree(board, plan), single: closedBeds(board, plan), board, plan };
};

describe('what is closed', () => {
  it('is told for zones, care units and single beds, with counts that add up', async () => {
    const { plan } = await look();
    const [unit] = plan.careUnits;
    const bed = plan.beds.at(-1);
    if (!unit || !bed) throw new Error('a layout has units and beds');
    await ward.call('beds.close', {
      place: { kind: 'care-unit', id: unit.id },
      reason: 'no-staff',
      note: '',
    });
    await ward.call('beds.close', { place: { kind: 'bed', id: bed.id }, reason: 'broken', note: '床板断裂' });

    const { tree, single, board } = await look();
    const zone = tree.find(({ units }) => units.some(({ code }) => code === unit.code));
    const node = zone?.units.find(({ code }) => code === unit.code);
    expect(node?.closure?.reason).toBe('no-staff');
    expect(node?.counts.outOfService).toBe(node?.counts.total);
    expect(zone?.closure).toBeNull();
    expect(single.map(({ code, closure }) => [code, closure.note])).toEqual([[bed.code, '床板断裂']]);
    const total = tree.reduce((sum, { counts }) => sum + counts.total, 0);
    expect(total).toBe(board.counts.total);
    const closed = tree.reduce((sum, { counts }) => sum + counts.outOfService, 0);
    expect(closed).toBe(board.counts.outOfService);
  });

  it('shows a closed zone as closed, whatever is closed inside it', async () => {
    const { tree } = await look();
    const [zone] = tree;
    if (!zone) throw new Error('a layout has zones');
    await ward.call('beds.close', { place: zone.place, reason: 'infection-control', note: '' });
    const after = await look();
    expect(after.tree[0]?.closure?.reason).toBe('infection-control');
    await ward.call('beds.reopen', { place: zone.place });
    expect((await look()).tree[0]?.closure).toBeNull();
  });
});
