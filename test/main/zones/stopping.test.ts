import { describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
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
  stateOf,
  undo,
  ward,
  zoneId,
} from './a-zone.ts';

eachInAWardOfItsOwn();

describe('a zone that takes nobody new', () => {
  it('is never proposed, checked or given, and keeps those inside', async () => {
    const inside = await admitTo('邹丽平', 0);
    const waiting = await ward.call('stays.admit', {
      details: someone({ name: '丁林宁' }),
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    ward.at('2022-04-04 14:00');
    await ward.call('zones.stopAdmissions', of());
    const beds = new Set<string>(await bedsIn(zoneId));
    const { placed } = await ward.call('allocation.propose', { stayIds: null });
    expect(placed).toHaveLength(1);
    for (const { bedId, alternatives } of placed)
      for (const id of [bedId, ...alternatives.map((one) => one.bedId)]) expect(beds.has(id)).toBe(false);
    const bedId = [...beds][3] as never;
    const check = await ward.call('allocation.check', { stayId: waiting.stayId, bedId });
    expect(check.refusals.map(({ code }) => code)).toEqual(['bed-out-of-service']);
    const refusal = await ward.refused(
      'stays.assign',
      { stayId: waiting.stayId, bedId, override: true },
      {
        reason: '医生决定',
      },
    );
    expect(sayRefusal(refusal, 'zh-CN')).toContain('停止收治');
    expect(
      (
        await ward.refused('allocation.commit', {
          placements: [{ stayId: waiting.stayId, bedId }],
          from: 'act',
        })
      ).code,
    ).toBe('bed-out-of-service');
    expect(
      (await ward.refused('stays.move', { stayId: inside.stayId, bedId, because: 'request' })).code,
    ).toBe('bed-out-of-service');
    expect(await rowOf()).toMatchObject({ state: 'stop-admissions', inHouse: 1, next: 'drain' });
    const { beds: board } = await ward.call('beds.board', {});
    expect(board.find(({ id }) => id === bedId)).toMatchObject({
      state: 'outOfService',
      closure: { scope: 'zone', reason: 'admissions-stopped' },
    });
  });

  it('lets people inside swap beds, and nobody in by a swap', async () => {
    const one = await admitTo('邹丽平', 0);
    const two = await admitTo('丁林宁', 1);
    const outside = await admitTo('王国强', 0, other);
    ward.at('2022-04-04 14:00');
    await ward.call('zones.stopAdmissions', of());
    ward.at('2022-04-04 15:00');
    const pair = (a: StayId, b: StayId) => ({
      first: { stayId: a },
      second: { stayId: b },
      because: 'request' as const,
    });
    await ward.call('stays.swap', pair(one.stayId, two.stayId));
    ward.at('2022-04-04 15:10');
    expect(await ward.refused('stays.swap', pair(two.stayId, outside.stayId))).toMatchObject({
      code: 'zone-takes-nobody',
      params: { name: '王国强' },
    });
    ward.at('2022-04-04 15:20');
    await discharge(one.stayId);
  });

  it('cannot have been stopped before somebody was given a bed in it', async () => {
    ward.at('2022-04-04 14:00');
    await admitTo('邹丽平', 0);
    ward.at('2022-04-04 15:00');
    expect(
      await ward.refused('zones.stopAdmissions', of(), { happenedAt: '2022-04-04T13:00:00+08:00' }),
    ).toMatchObject({ code: 'zone-used-since', params: { name: '邹丽平' } });
  });

  it('takes people again with a reason, and the stop cannot be undone under those who came since', async () => {
    ward.at('2022-04-04 14:00');
    const { actId: stopped } = await ward.call('zones.stopAdmissions', of());
    ward.at('2022-04-04 15:00');
    expect((await ward.refused('zones.resume', of())).code).toBe('reason-needed');
    const { actId: resumed } = await ward.call('zones.resume', of(), { reason: '又来三辆车' });
    expect(await stateOf()).toBe('open');
    ward.at('2022-04-04 16:00');
    await admitTo('邹丽平', 0);
    expect((await ward.refused('acts.undo', { actId: resumed, beds: [] })).code).toBe('undo-later-act');
    expect((await ward.refused('acts.undo', { actId: stopped, beds: [] })).code).toBe('undo-later-act');
  });

  it('and was closed by hand before stays closed when it resumes, until it is put back into service', async () => {
    const place = { kind: 'zone' as const, id: zoneId };
    await ward.call('beds.close', { place, reason: 'infection-control', note: '环境采样阳性' });
    ward.at('2022-04-04 13:00');
    await ward.call('zones.stopAdmissions', of());
    expect(await rowOf()).toMatchObject({ closedByHand: { reason: 'infection-control' } });
    ward.at('2022-04-04 14:00');
    const { actId } = await ward.call('zones.resume', of(), { reason: '误按' });
    const shut = { state: 'open', closedByHand: { reason: 'infection-control', note: '环境采样阳性' } };
    expect(await rowOf()).toMatchObject({ ...shut, counts: { available: 0 } });
    await undo(actId);
    expect(await stateOf()).toBe('stop-admissions');
    ward.at('2022-04-04 15:00');
    await ward.call('zones.resume', of(), { reason: '误按' });
    expect(await rowOf()).toMatchObject({ ...shut, counts: { available: 0 } });
    ward.at('2022-04-04 16:00');
    await ward.call('beds.reopen', { place });
    expect(await rowOf()).toMatchObject({ state: 'open', closedByHand: null, counts: { outOfService: 0 } });
  });

  it('and was closed by hand before stays closed when it opens again by its list', async () => {
    const place = { kind: 'zone' as const, id: zoneId };
    await ward.call('beds.close', { place, reason: 'broken', note: '屋顶漏水' });
    ward.at('2022-04-04 13:00');
    await ward.call('zones.stopAdmissions', of());
    await ward.call('zones.disinfect', of());
    ward.at('2022-04-04 16:00');
    await ward.call('zones.close', of());
    await confirmAll();
    await ward.call('zones.open', of());
    expect(await rowOf()).toMatchObject({
      ...{ state: 'open', closedByHand: { reason: 'broken', note: '屋顶漏水' }, counts: { available: 0 } },
    });
  });

  it('stays shut in the database even for a hand that asks nobody', async () => {
    const { stayId } = await ward.call('stays.admit', {
      details: someone({ name: '邹丽平' }),
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    ward.at('2022-04-04 14:00');
    const { actId } = await ward.call('zones.stopAdmissions', of());
    const { seq } = await ward.db.read
      .selectFrom('act')
      .select('seq')
      .where('id', '=', actId)
      .executeTakeFirstOrThrow();
    const bed = (await bedsIn(zoneId))[0] as never;
    const byHand = ward.db.write
      .insertInto('bed_assignment')
      .values({
        ...{ stay_id: stayId, bed_id: bed, recorded_by: seq },
        ...{ from_at: '2022-04-04T07:00:00.000Z' as never, to_at: '2022-04-04T08:00:00.000Z' as never },
      })
      .execute();
    await expect(byHand).rejects.toThrow('the zone takes nobody new');
  });
});
