import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestWard } from '../../fixtures/ward.ts';
import { LI, smallWard, ZHANG } from '../tests/lab-ward.ts';

let ward: TestWard;
let ids: Awaited<ReturnType<typeof smallWard>>;
beforeEach(async () => {
  ids = await smallWard();
  ward = ids.ward;
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

const sample = async (barcode: string, ...people: string[]) =>
  (await ward.call('tests.recordSample', { barcode, people })).actId;
const undo = async (actId: string | null) => (await ward.call('acts.undo', { actId: actId as never })).actId;
const refused = async (actId: string) => ward.refused('acts.undo', { actId: actId as never });

describe('what was taken back comes back only to a tube that is nobody else’s by now', () => {
  it('a sample, where the tube is somebody else’s', async () => {
    const undone = await undo(await sample('T01', ZHANG.id));
    const others = await sample('T01', LI.id);
    expect(await refused(undone)).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'tests.recordSample', subject: LI.name },
    });
    await undo(others);
    await undo(undone);
    expect((await ward.call('tests.ofStay', { stayId: ids.zhang })).samples).toHaveLength(1);
  });

  it('a pool, where the tube is single by now, and a single sample, where it is a pool', async () => {
    const pool = await undo(await sample('T01', ZHANG.id, LI.id));
    const single = await sample('T01', ZHANG.id);
    expect((await refused(pool)).code).toBe('undo-later-act');
    const undone = await undo(single);
    await undo(pool);
    expect((await refused(undone)).code).toBe('undo-later-act');
  });

  it('a label, where somebody else was sampled with it', async () => {
    const { actId, labels } = await ward.call('tests.assignLabels', { stayIds: [ids.zhang] });
    const undone = await undo(actId);
    await sample(labels[0]?.barcode ?? '', LI.id);
    expect(await refused(undone)).toMatchObject({ code: 'undo-later-act', params: { subject: LI.name } });
  });

  it('a result, where the tube is somebody else’s, or nobody’s', async () => {
    const first = await sample('T01', ZHANG.id);
    const result = await ward.call('tests.enterResult', { barcode: 'T01', orf: '26', n: '24', result: '' });
    const undone = await undo(result.actId);
    await undo(first);
    expect((await refused(undone)).code).toBe('undo-later-act');
    await sample('T01', LI.id);
    expect((await refused(undone)).code).toBe('undo-later-act');
    expect((await ward.call('tests.ofStay', { stayId: ids.li })).samples).toMatchObject([{ report: null }]);
  });

  it('no label is made of a barcode with which somebody was sampled', async () => {
    await sample('FC2204080001', LI.id);
    const { labels } = await ward.call('tests.assignLabels', { stayIds: [ids.zhang] });
    expect(labels[0]?.barcode).toBe('FC2204080002');
  });
});
