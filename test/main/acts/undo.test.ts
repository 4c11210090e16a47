import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActId, StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

const admit = async (name: string, bed: string | null = null) =>
  ward.call('stays.admit', {
    details: someone({ name }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });

const stateOf = async (code: string) => {
  const bedId = await ward.bed(code);
  const { beds } = await ward.call('beds.board', {});
  const bed = beds.find(({ id }) => id === bedId);
  return { state: bed?.state, who: bed?.occupant?.name };
};

const undo = (
  actId: ActId,
  beds: { stayId: StayId; bedId: Awaited<ReturnType<TestWard['bed']>> | null }[] = [],
) => ward.call('acts.undo', { actId, beds });

describe('taking an act back', () => {
  it('an admission: nobody was ever there, and the bed is free at once', async () => {
    const { actId } = await admit('邹丽平', 'A-01-01');
    await undo(actId);
    expect(await stateOf('A-01-01')).toEqual({ state: 'available', who: undefined });
    expect((await ward.call('ward.census', {})).patients).toMatchObject({ inHouse: 0, admittedTotal: 0 });
  });

  it('a move: back in the old bed, as if never moved', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-05 09:00');
    const { actId } = await ward.call('stays.move', {
      stayId,
      bedId: await ward.bed('A-01-02'),
      because: 'request',
    });
    await undo(actId);
    expect(await stateOf('A-01-01')).toEqual({ state: 'occupied', who: '邹丽平' });
    expect(await stateOf('A-01-02')).toEqual({ state: 'available', who: undefined });
  });

  it('a swap: each in their own bed again', async () => {
    const first = await admit('邹丽平', 'A-01-01');
    const second = await admit('丁林宁', 'A-01-02');
    ward.at('2022-04-05 09:00');
    const { actId } = await ward.call('stays.swap', {
      first: { stayId: first.stayId },
      second: { stayId: second.stayId },
      because: 'request',
    });
    expect((await stateOf('A-01-01')).who).toBe('丁林宁');
    await undo(actId);
    expect((await stateOf('A-01-01')).who).toBe('邹丽平');
  });

  it('a discharge, while the bed still awaits disinfection: back in it without a gap', async () => {
    const { stayId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-08 15:00');
    const { actId } = await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
    ward.at('2022-04-08 15:10');
    await undo(actId);
    const { beds } = await ward.call('stays.record', { stayId });
    expect(beds).toEqual([expect.objectContaining({ code: 'A-01-01', to: null })]);
    expect(await stateOf('A-01-01')).toEqual({ state: 'occupied', who: '邹丽平' });
  });

  describe('a discharge whose bed was cleaned meanwhile', () => {
    let left: { stayId: StayId; actId: ActId };
    beforeEach(async () => {
      const { stayId } = await admit('邹丽平', 'A-01-01');
      ward.at('2022-04-08 15:00');
      const { actId } = await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
      left = { stayId, actId };
      ward.at('2022-04-08 16:30');
      await ward.call('beds.signOffDisinfection', { bedIds: [await ward.bed('A-01-01')] });
      ward.at('2022-04-08 17:00');
    });

    it('and is free: the patient is back in it from now on, and the gap shows', async () => {
      await undo(left.actId);
      const { beds, stay } = await ward.call('stays.record', { stayId: left.stayId });
      expect(stay.status).toBe('in-house');
      expect(beds.map(({ code, to }) => [code, to])).toEqual([
        ['A-01-01', '2022-04-08T07:00:00.000Z'],
        ['A-01-01', null],
      ]);
    });

    it('and taken: it says by whom, proposes another, and takes the one chosen', async () => {
      await admit('丁林宁', 'A-01-01');
      const refusal = await ward.refused('acts.undo', { actId: left.actId });
      expect(refusal).toMatchObject({
        code: 'undo-bed-taken',
        params: { bed: 'A-01-01', by: '丁林宁', name: '邹丽平' },
      });
      expect(refusal.params.proposal).toMatch(/^A-01-\d\d$/);
      const bedId = await ward.bed(refusal.params.proposal ?? '');
      await undo(left.actId, [{ stayId: left.stayId, bedId }]);
      expect(await stateOf(refusal.params.proposal ?? '')).toEqual({ state: 'occupied', who: '邹丽平' });
      expect((await stateOf('A-01-01')).who).toBe('丁林宁');
    });

    it('and taken: the waiting list will do as well', async () => {
      await admit('丁林宁', 'A-01-01');
      await undo(left.actId, [{ stayId: left.stayId, bedId: null }]);
      expect((await ward.call('stays.record', { stayId: left.stayId })).stay.status).toBe('waiting');
    });

    it('and the person is here again: refused, naming the new stay', async () => {
      const details = someone({ name: '钱生', documentType: 'passport', documentNumber: 'E12345678' });
      const one = await ward.call('stays.admit', { details, bedId: null, familyOf: null, convoyId: null });
      ward.at('2022-04-09 10:00');
      const { actId } = await ward.call('discharges.commit', {
        stays: [{ stayId: one.stayId }],
        leaving: LEAVING,
      });
      ward.at('2022-04-10 10:00');
      await ward.call('stays.admit', { details, bedId: null, familyOf: null, convoyId: null });
      expect((await ward.refused('acts.undo', { actId })).code).toBe('undo-back-in-house');
    });
  });

  it('an act that a later one built on is refused, and the later one named', async () => {
    const { stayId, actId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-05 09:00');
    await ward.call('stays.move', { stayId, bedId: await ward.bed('A-01-02'), because: 'request' });
    const refusal = await ward.refused('acts.undo', { actId });
    expect(refusal).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'stays.move', subject: '邹丽平' },
    });
  });

  it('a correction: the earlier words stand again, and can be found by again', async () => {
    const { stayId } = await admit('邹丽萍');
    const { actId } = await ward.call('stays.correct', {
      stayId,
      details: { name: '周丽平', phone: '15922643635' },
    });
    expect(await ward.call('stays.search', { text: 'zhouli' })).toHaveLength(1);
    await undo(actId);
    expect(await ward.call('stays.search', { text: 'zhouli' })).toHaveLength(0);
    expect(await ward.call('stays.search', { text: 'zlp' })).toHaveLength(1);
  });

  it('reservations, closures, sign-offs, buses', async () => {
    const bedId = await ward.bed('A-01-04');
    const held = await ward.call('beds.reserve', { bedId, stayId: null, note: '下一车' });
    await undo(held.actId);
    expect((await stateOf('A-01-04')).state).toBe('available');
    const closed = await ward.call('beds.close', {
      place: { kind: 'bed', id: bedId },
      reason: 'broken',
      note: '',
    });
    ward.at('2022-04-04 13:00');
    const reopened = await ward.call('beds.reopen', { place: { kind: 'bed', id: bedId } });
    await undo(reopened.actId);
    expect((await stateOf('A-01-04')).state).toBe('outOfService');
    await undo(closed.actId);
    expect((await stateOf('A-01-04')).state).toBe('available');
  });

  describe('is refused, and says what came since, when', () => {
    const reserve = async (bed: string) =>
      ward.call('beds.reserve', { bedId: await ward.bed(bed), stayId: null, note: '' });
    const refusal = async (actId: ActId) => (await ward.refused('acts.undo', { actId })).code;

    it('a disinfected bed was given to somebody', async () => {
      const { stayId } = await admit('邹丽平', 'A-01-01');
      ward.at('2022-04-05 12:00');
      await ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
      ward.at('2022-04-05 14:00');
      const { actId } = await ward.call('beds.signOffDisinfection', { bedIds: [await ward.bed('A-01-01')] });
      ward.at('2022-04-05 15:00');
      await admit('丁林宁', 'A-01-01');
      expect(await refusal(actId)).toBe('undo-later-act');
    });

    it('a released bed was reserved again, or taken', async () => {
      const bedId = await ward.bed('A-01-01');
      await reserve('A-01-01');
      ward.at('2022-04-04 13:00');
      const { actId } = await ward.call('beds.release', { bedId });
      ward.at('2022-04-04 14:00');
      const again = await reserve('A-01-01');
      expect(await refusal(actId)).toBe('undo-later-act');
      await undo(again.actId);
      await admit('邹丽平', 'A-01-01');
      expect(await refusal(actId)).toBe('undo-later-act');
    });

    it('a reopened bed was closed again', async () => {
      const place = { kind: 'bed', id: await ward.bed('A-01-01') } as const;
      await ward.call('beds.close', { place, reason: 'broken', note: '' });
      ward.at('2022-04-04 13:00');
      const { actId } = await ward.call('beds.reopen', { place });
      ward.at('2022-04-04 14:00');
      await ward.call('beds.close', { place, reason: 'broken', note: '' });
      expect(await refusal(actId)).toBe('undo-later-act');
    });

    it('a document number went to somebody else', async () => {
      const details = someone({ name: '钱生', documentType: 'passport', documentNumber: 'E12345678' });
      const { stayId } = await ward.call('stays.admit', {
        details,
        bedId: null,
        familyOf: null,
        convoyId: null,
      });
      const { actId } = await ward.call('stays.correct', {
        stayId,
        details: { documentNumber: 'E87654321' },
      });
      await ward.call('stays.admit', {
        details: { ...details, name: '高敏' },
        bedId: null,
        familyOf: null,
        convoyId: null,
      });
      expect(await refusal(actId)).toBe('documents-of-two-people');
    });

    it('the person is here by an admission that was entered late', async () => {
      const details = someone({ name: '钱生', documentType: 'passport', documentNumber: 'E12345678' });
      const one = await ward.call('stays.admit', { details, bedId: null, familyOf: null, convoyId: null });
      const undone = await undo(one.actId);
      await ward.call(
        'stays.admit',
        { details, bedId: null, familyOf: null, convoyId: null },
        { happenedAt: '2022-04-04T09:00+08:00' },
      );
      expect(await refusal(undone.actId)).toBe('undo-back-in-house');
    });
  });

  it('to another bed, or to the waiting list, where somebody else has the old one', async () => {
    const one = await admit('邹丽平', 'A-01-01');
    const undone = await undo(one.actId);
    await admit('丁林宁', 'A-01-01');
    expect((await ward.refused('acts.undo', { actId: undone.actId })).code).toBe('undo-bed-taken');
    await undo(undone.actId, [{ stayId: one.stayId, bedId: await ward.bed('A-01-02') }]);
    expect(await stateOf('A-01-02')).toEqual({ state: 'occupied', who: '邹丽平' });
  });

  it('of an assignment that stood for a while: the bed is cleaned first', async () => {
    const { actId } = await admit('邹丽平', 'A-01-01');
    ward.at('2022-04-06 12:00');
    await undo(actId);
    expect((await stateOf('A-01-01')).state).toBe('awaitingDisinfection');
  });

  it('an undo can be undone, once', async () => {
    const { actId } = await admit('邹丽平', 'A-01-01');
    const undone = await undo(actId);
    expect((await ward.refused('acts.undo', { actId })).code).toBe('already-undone');
    await undo(undone.actId);
    expect((await stateOf('A-01-01')).who).toBe('邹丽平');
  });
});
