import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const admit = async (name: string, bed: string | null = null, more = {}) =>
  ward.call('stays.admit', {
    details: someone({ name, ...more }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });

describe('a stay from arrival to leaving', () => {
  it('begins with a bed, moves, ends, and leaves a bed that awaits disinfection', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-05 09:00');
    await ward.call('stays.move', { stayId, bedId: await ward.bed('A-01-02'), because: 'request' });
    let board = await ward.call('beds.board', {});
    expect(board.counts).toMatchObject({ total: 20, occupied: 1, awaitingDisinfection: 1, available: 18 });

    ward.at('2022-04-08 15:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    board = await ward.call('beds.board', {});
    expect(board.counts).toMatchObject({ occupied: 0, awaitingDisinfection: 2, available: 18 });
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('refuses a bed that somebody has, and names them', async () => {
    await admit('邹丽平', 'A-01-01');
    const { stayId } = await admit('丁林宁');
    const refusal = await ward.refused('stays.assign', { stayId, bedId: await ward.bed('A-01-01') });
    expect(refusal).toMatchObject({ code: 'bed-taken', params: { bed: 'A-01-01', name: '邹丽平' } });
  });

  it('does a double click once', async () => {
    const key = crypto.randomUUID();
    const input = {
      details: someone({ name: '任福伟' }),
      bedId: await ward.bed('A-01-03'),
      familyOf: null,
      convoyId: null,
    };
    const first = await ward.call('stays.admit', input, { key });
    expect(await ward.call('stays.admit', input, { key })).toEqual(first);
    expect((await ward.call('ward.census', {})).patients.admittedTotal).toBe(1);
  });
});
