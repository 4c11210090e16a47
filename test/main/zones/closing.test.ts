import { describe, expect, it } from 'vitest';
import { zoneStatuses } from '#main/zones/zone-status.ts';
import type { StayId, ZoneId } from '#shared/contract/values.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { someone } from '../../fixtures/ward.ts';
import {
  admitTo,
  bedsIn,
  confirmAll,
  discharge,
  eachInAWardOfItsOwn,
  of,
  other,
  rowOf,
  undo,
  ward,
  zoneId,
} from './a-zone.ts';

eachInAWardOfItsOwn();

describe('a zone is drained and closed', () => {
  const fill = async () => {
    const people = [];
    for (const [i, name] of ['邹丽平', '丁林宁', '王国强'].entries()) people.push(await admitTo(name, i));
    return people;
  };

  it('by a block move, a final disinfection and its contact time, and undone step by step', async () => {
    const people = await fill();
    const leaver = people[2] as (typeof people)[number];
    ward.at('2022-04-05 08:00');
    const stopped = await ward.call('zones.stopAdmissions', of());
    ward.at('2022-04-05 08:10');
    const draining = await ward.call('zones.drain', of());
    const { people: list } = await ward.call('zones.drainList', { zoneId });
    expect(list.map(({ name }) => name).sort()).toEqual(['丁林宁', '王国强', '邹丽平']);
    expect(list.every(({ verdict, next }) => verdict === 'not-yet' && next !== null)).toBe(true);
    const refusal = await ward.refused('zones.disinfect', of());
    expect(refusal.code).toBe('zone-not-empty');
    expect(sayRefusal(refusal, 'zh-CN')).toContain('邹丽平');

    ward.at('2022-04-05 09:00');
    await discharge(leaver.stayId);
    const { placed, unplaced } = await ward.call('zones.proposeMoves', { zoneId, stayIds: null });
    expect(unplaced).toEqual([]);
    expect(placed).toHaveLength(2);
    const elsewhere = new Set<string>(await bedsIn(zoneId));
    expect(placed.every(({ bedId, zone }) => !elsewhere.has(bedId) && zone !== '')).toBe(true);
    const moves = placed.map(({ stayId, bedId, version }) => ({ stayId, bedId, expectedVersion: version }));
    const moved = await ward.call('zones.moveOut', { zoneId, moves });
    expect(moved.moved).toBe(2);
    expect(await rowOf()).toMatchObject({ inHouse: 0, hindrances: [], next: 'disinfect' });

    ward.at('2022-04-05 10:00');
    const disinfected = await ward.call('zones.disinfect', { zoneId, note: '过氧乙酸 2 g/m³' });
    expect(await ward.refused('zones.close', of())).toMatchObject({ code: 'zone-disinfection-too-early' });
    expect((await ward.refused('acts.undo', { actId: moved.actId, beds: [] })).code).toMatch(/^undo-/);
    ward.at('2022-04-05 12:00');
    const closed = await ward.call('zones.close', of());
    expect(await rowOf()).toMatchObject({ state: 'closed', list: { number: 2, confirmed: 0 } });
    const { beds } = await ward.call('beds.board', {});
    expect(beds.filter(({ id, disinfection }) => elsewhere.has(id) && disinfection !== null)).toEqual([]);
    expect((await ward.refused('zones.open', of())).code).toBe('zone-not-ready');

    const states = [];
    for (const { actId } of [closed, disinfected, moved, draining, stopped]) {
      await undo(actId);
      const row = await rowOf();
      states.push(`${row.state} ${row.inHouse}`);
    }
    expect(states).toEqual([
      'final-disinfection 0',
      'draining 0',
      'draining 2',
      'stop-admissions 2',
      'open 2',
    ]);
  });

  it('opens again only by a new list', async () => {
    await fillAndClose();
    ward.at('2022-04-06 09:00');
    await confirmAll();
    await ward.call('zones.open', of());
    expect(await rowOf()).toMatchObject({ state: 'open', list: { number: 2, confirmed: 10 } });
    await admitTo('李秀兰', 4);
  });

  it('brings nobody back into a closed zone: an undone discharge asks for another bed', async () => {
    const { actId } = await fillAndClose();
    const refusal = await ward.refused('acts.undo', { actId, beds: [] });
    expect(refusal.code).toBe('undo-bed-taken');
    expect(refusal.params.proposal).not.toBe('—');
  });

  it('brings nobody back while the final disinfection acts', async () => {
    const { actId } = await fillAndClose(false);
    expect((await ward.refused('acts.undo', { actId, beds: [] })).code).toBe('undo-bed-taken');
  });

  it('moves all or nobody, and only those who are in it', async () => {
    const [one, two] = await fill();
    const outside = await admitTo('赵丽', 0, other);
    ward.at('2022-04-05 08:00');
    const free = (await bedsIn(other))[5] as never;
    const taken = (await bedsIn(other))[0] as never;
    const both = [
      { stayId: one?.stayId as StayId, bedId: free },
      { stayId: two?.stayId as StayId, bedId: taken },
    ];
    expect((await ward.refused('zones.moveOut', { zoneId, moves: both })).code).toBe('zone-wrong-state');
    await ward.call('zones.stopAdmissions', of());
    expect(await ward.refused('zones.moveOut', { zoneId, moves: both })).toMatchObject({
      code: 'bed-taken',
      params: { name: '赵丽' },
    });
    expect((await rowOf()).inHouse).toBe(3);
    expect(
      await ward.refused('zones.moveOut', { zoneId, moves: [{ stayId: outside.stayId, bedId: free }] }),
    ).toMatchObject({ code: 'not-in-zone', params: { name: '赵丽' } });
  });

  it('names the beds that are held and for whom, and lets them go only with a reason', async () => {
    const { stayId } = await ward.call('stays.admit', {
      ...{ details: someone({ name: '冯秀英' }), bedId: null, familyOf: null, convoyId: null },
    });
    const [, first, second] = await bedsIn(zoneId);
    await ward.call('beds.reserve', { bedId: first as never, stayId, note: '' });
    await ward.call('beds.reserve', { bedId: second as never, stayId: null, note: '转诊保留：高翔' });
    ward.at('2022-04-05 08:00');
    await ward.call('zones.stopAdmissions', of());
    const { hindrances } = await rowOf();
    expect(hindrances).toMatchObject([
      { kind: 'held', count: 2, beds: [{ forWhom: '冯秀英' }, { forWhom: '转诊保留：高翔' }] },
    ]);
    await ward.call('zones.disinfect', of());
    ward.at('2022-04-05 12:00');
    const refusal = await ward.refused('zones.close', of());
    expect(refusal.code).toBe('zone-beds-held');
    expect(sayRefusal(refusal, 'zh-CN')).toContain('冯秀英');
    expect((await rowOf()).hindrances).toEqual(hindrances);
    await ward.call('zones.close', of(), { reason: '两人改住其他区' });
    expect((await rowOf()).state).toBe('closed');
  });

  it('puts a placing rule aside only for whom it was asked for', async () => {
    const [one, two] = await fill();
    ward.at('2022-04-05 08:00');
    await ward.call('zones.stopAdmissions', of());
    const { zones } = await ward.call('beds.plan', {});
    const women = zones.find(({ sexPolicy }) => sexPolicy === 'female')?.id as ZoneId;
    const beds = await bedsIn(women);
    const move = (who: typeof one, nth: number, override = false) => ({
      ...{ stayId: who?.stayId as StayId, bedId: beds[nth] as never, override },
    });
    const why = { reason: '关区腾床' };
    const neither = { zoneId, moves: [move(one, 0), move(two, 1)] };
    expect(await ward.refused('zones.moveOut', neither, why)).toMatchObject({
      code: 'bed-not-allowed',
      params: { name: '邹丽平', problem: 'wrong-sex-zone' },
    });
    const first = { zoneId, moves: [move(one, 0, true), move(two, 1)] };
    expect(await ward.refused('zones.moveOut', first, why)).toMatchObject({
      code: 'bed-not-allowed',
      params: { name: '丁林宁' },
    });
    const both = { zoneId, moves: [move(one, 0, true), move(two, 1, true)] };
    expect((await ward.refused('zones.moveOut', both)).code).toBe('reason-needed');
    expect((await ward.call('zones.moveOut', both, why)).moved).toBe(2);
  });

  it('has a life that can be asked for at any past instant', async () => {
    await fillAndClose();
    const at = async (instant: string) =>
      (await zoneStatuses(ward.db.read, instant as never)).get(zoneId)?.state;
    expect(await at('2022-04-04T05:00:00.000Z')).toBe('open');
    expect(await at('2022-04-05T00:30:00.000Z')).toBe('stop-admissions');
    expect(await at('2022-04-05T02:30:00.000Z')).toBe('final-disinfection');
    expect(await at('2022-04-05T04:30:00.000Z')).toBe('closed');
  });

  /** One patient leaves at 09:00, the zone is disinfected at 10:00 and closed at 12:00; gives the discharge. */
  async function fillAndClose(close = true) {
    const { stayId } = await admitTo('邹丽平', 0);
    ward.at('2022-04-05 08:00');
    await ward.call('zones.stopAdmissions', of());
    ward.at('2022-04-05 09:00');
    const left = await discharge(stayId);
    ward.at('2022-04-05 10:00');
    await ward.call('zones.disinfect', of());
    ward.at('2022-04-05 12:00');
    if (close) await ward.call('zones.close', of());
    return left;
  }
});
