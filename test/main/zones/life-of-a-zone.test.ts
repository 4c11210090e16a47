import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zoneStatuses } from '#main/zones/zone-status.ts';
import type { ActId, StayId, ZoneId } from '#shared/contract/values.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
/** The first zone for men, with a second one beside it to move to. */
let zoneId: ZoneId;
let other: ZoneId;

beforeEach(async () => {
  ward = await openTestWard('stadium-1200', '2022-04-04 12:00');
  const { zones } = await ward.call('beds.plan', {});
  const men = zones.filter(({ sexPolicy }) => sexPolicy === 'male');
  zoneId = men[0]?.id as ZoneId;
  other = men[1]?.id as ZoneId;
  expect(other).toBeDefined();
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

const bedsIn = async (zone: ZoneId) => {
  const { careUnits, beds } = await ward.call('beds.plan', {});
  const units = new Set(careUnits.filter((unit) => unit.zoneId === zone).map(({ id }) => id));
  return beds.filter(({ careUnitId }) => units.has(careUnitId)).map(({ id }) => id);
};

const admitTo = async (name: string, nth: number, zone = zoneId) => {
  const bedId = (await bedsIn(zone))[nth] ?? null;
  const admitted = await ward.call('stays.admit', {
    details: someone({ name }),
    bedId,
    familyOf: null,
    convoyId: null,
  });
  return { ...admitted, bedId };
};

const discharge = (stayId: StayId) =>
  ward.call('discharges.commit', {
    stays: [{ stayId }],
    leaving: { way: 'on-order', destination: '', companion: '', note: '' },
  });

const rowOf = async (zone = zoneId) => {
  const row = (await ward.call('zones.list', {})).find((one) => one.zoneId === zone);
  if (!row) throw new Error('no such zone');
  return row;
};
const stateOf = async (zone = zoneId) => (await rowOf(zone)).state;
const of = (zone = zoneId) => ({ zoneId: zone, note: '' });
const undo = (actId: ActId) => ward.call('acts.undo', { actId, beds: [] });

const confirmAll = async (except: string[] = []) => {
  const { lines } = await ward.call('zones.readiness', { zoneId });
  const items = lines.map(({ item }) => item).filter((item) => !except.includes(item));
  return ward.call('zones.confirm', { zoneId, items, note: '现场核对' });
};

describe('a zone opens by its own list', () => {
  it('is open from the beginning where nobody has said otherwise', async () => {
    expect(await rowOf()).toMatchObject({ state: 'open', since: null, next: null, life: [] });
  });

  it('that is not open takes nobody, and says what is missing when somebody wants to open it', async () => {
    await ward.call('zones.hold', of());
    expect(await rowOf()).toMatchObject({ state: 'not-open', next: 'open', inHouse: 0 });
    const [bedId] = await bedsIn(zoneId);
    const { stayId } = await ward.call('stays.admit', {
      details: someone({ name: '邹丽平' }),
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    expect(await ward.refused('stays.assign', { stayId, bedId: bedId as never })).toMatchObject({
      code: 'bed-out-of-service',
      params: { reason: 'not-open' },
    });
    ward.at('2022-04-04 13:00');
    await confirmAll(['oxygen', 'backup']);
    expect((await rowOf()).list).toEqual({ number: 1, confirmed: 8, of: 10 });
    const refusal = await ward.refused('zones.open', of());
    expect(refusal.code).toBe('zone-not-ready');
    expect(sayRefusal(refusal, 'zh-CN')).toContain('氧气、抢救设备可用、数据备份试过恢复');
    expect(sayRefusal(refusal, 'en')).toContain('(2)');
    await ward.call('zones.confirm', { zoneId, items: ['oxygen', 'backup'], note: '' });
    await ward.call('zones.open', of());
    expect(await stateOf()).toBe('open');
    await ward.call('stays.assign', { stayId, bedId: bedId as never });
  });

  it('keeps who confirmed what and when, and a reason for what was withdrawn', async () => {
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 13:00');
    await ward.call('zones.confirm', { zoneId, items: ['beds'], note: '每床一套被褥' });
    expect(await ward.refused('zones.confirm', { zoneId, items: ['beds'], note: '' })).toMatchObject({
      code: 'item-confirmed',
      params: { who: '李护士' },
    });
    expect((await ward.refused('zones.withdraw', { zoneId, item: 'beds' })).code).toBe('reason-needed');
    await ward.call('zones.withdraw', { zoneId, item: 'beds' }, { reason: '缺三张床垫' });
    const { lines } = await ward.call('zones.readiness', { zoneId });
    const beds = lines.find(({ item }) => item === 'beds');
    expect(beds?.confirmed).toBeNull();
    expect(beds?.withdrawn).toMatchObject([
      { by: '李护士', note: '每床一套被褥', withdrawnBy: '李护士', reason: '缺三张床垫' },
    ]);
  });

  it('shows what the program knows beside the tick, and ticks nothing by itself', async () => {
    await ward.call('zones.hold', of());
    const [bedId] = await bedsIn(zoneId);
    await ward.call('beds.close', {
      place: { kind: 'bed', id: bedId as never },
      reason: 'broken',
      note: '床板断裂',
    });
    const { lines } = await ward.call('zones.readiness', { zoneId });
    expect(lines.find(({ item }) => item === 'beds')?.known).toMatchObject({ good: false });
    expect(lines.find(({ item }) => item === 'disinfection')?.known).toMatchObject({ good: true });
    expect(lines.find(({ item }) => item === 'network')?.known).toBeNull();
    expect(lines.every(({ confirmed }) => confirmed === null)).toBe(true);
  });

  it('asks for what this hospital wants to have confirmed', async () => {
    const readiness = [{ key: 'fire', zh: '消防通道畅通', en: 'Fire exits clear' }];
    await ward.call('ward.changeSettings', {
      settings: { zones: { finalDisinfectionMinutes: 60, readiness } },
    });
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 12:30');
    expect((await ward.refused('zones.confirm', { zoneId, items: ['beds'], note: '' })).code).toBe(
      'no-such-item',
    );
    await confirmAll();
    await ward.call('zones.open', of());
    expect(await stateOf()).toBe('open');
  });

  it('cannot be opened past its list by putting it back into service', async () => {
    await ward.call('beds.close', {
      place: { kind: 'zone', id: zoneId },
      reason: 'not-open',
      note: '通风调试',
    });
    expect(await stateOf()).toBe('not-open');
    expect((await ward.refused('beds.reopen', { place: { kind: 'zone', id: zoneId } })).code).toBe(
      'zone-by-its-steps',
    );
    ward.at('2022-04-04 14:00');
    await confirmAll();
    await ward.call('zones.open', of());
    expect(await stateOf()).toBe('open');
    expect((await rowOf()).counts.outOfService).toBe(0);
  });

  it('keeps its list once it is open by it: a tick is not undone under people', async () => {
    await ward.call('zones.hold', of());
    ward.at('2022-04-04 13:00');
    const { actId } = await confirmAll();
    await ward.call('zones.open', of());
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'zones.open' },
    });
    expect((await ward.refused('zones.withdraw', { zoneId, item: 'beds' }, { reason: '误报' })).code).toBe(
      'zone-wrong-state',
    );
  });

  it('is not declared not open over the heads of those inside', async () => {
    await admitTo('邹丽平', 0);
    ward.at('2022-04-04 13:00');
    expect(await ward.refused('zones.hold', of())).toMatchObject({
      code: 'zone-not-empty',
      params: { count: '1' },
    });
  });
});

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
