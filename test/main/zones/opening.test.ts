import { describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { someone } from '../../fixtures/ward.ts';
import {
  admitTo,
  bedsIn,
  confirmAll,
  eachInAWardOfItsOwn,
  of,
  rowOf,
  stateOf,
  ward,
  zoneId,
} from './a-zone.ts';

eachInAWardOfItsOwn();

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
    expect(sayRefusal(refusal, 'zh-CN')).toContain('氧气、抢救设备可用、数据备份试过还原');
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
