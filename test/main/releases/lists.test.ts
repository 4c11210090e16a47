import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { droppedMembers } from '#main/releases/dropped-members.ts';
import type { ReleaseBusId, ReleaseListId, StayId } from '#shared/contract/values.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { NO_SIGNS, reported, sampled } from '../../fixtures/clinical.ts';
import { ZONE } from '../../fixtures/ward.ts';
import {
  DAY,
  type Evening,
  eveningBefore,
  LEAVING,
  memberOf,
  openWith,
  sign,
  signBoth,
} from './list-fixture.ts';

let evening: Evening;
beforeEach(async () => {
  evening = await eveningBefore();
});
afterEach(async () => {
  expect((await evening.ward.call('ward.verify', {})).problems).toEqual([]);
  expect(evening.ward.defects).toEqual([]);
  await evening.ward.close();
});

const stay = (who: string): StayId => evening.ids[who] as StayId;
const list = () => evening.ward.call('releases.list', { day: DAY });
const bus = (listId: ReleaseListId, plate: string, seats: number, district = '') =>
  evening.ward.call('releases.addBus', {
    listId,
    ...{ plate, seats, district },
    departsAt: '2022-04-08T09:00+08:00',
    meetingPoint: '北门',
  });
const alerts = async (at: string) => {
  const instant = evening.ward.at(at) as Instant;
  return droppedMembers(evening.ward.db.read, instant, ZONE, 'present');
};

describe('tomorrow’s list', () => {
  it('is proposed from who is eligible, by district and street; who might be is only expected', async () => {
    await sampled(evening.ward, stay('ill'), '2022-04-07 08:00', { orf: 36, n: 36 });
    const proposal = await evening.ward.call('releases.propose', { day: DAY });
    expect(proposal.listId).toBeNull();
    expect(proposal.eligible.map(({ name }) => name)).toEqual(['高敏', '丁林宁', '邹丽平', '邹小平', '无名']);
    expect(proposal.expected.map(({ name, earliest }) => [name, earliest])).toEqual([
      ['钱生', '2022-04-08T00:00:00.000Z'],
    ]);
    expect((await list()).state).toBe('proposed');
    expect(proposal.protocol.name.en).toMatch(/ninth/i);
  });

  it('looks ahead only to the last departure of the day', async () => {
    await sampled(evening.ward, stay('ill'), '2022-04-07 08:00', { orf: 36, n: 36 });
    const { listId } = await evening.ward.call('releases.open', { day: DAY });
    await evening.ward.call('releases.addBus', {
      listId,
      ...{ plate: '吉B00001', seats: 10, district: '', meetingPoint: '' },
      departsAt: '2022-04-08T07:59+08:00',
    });
    expect((await evening.ward.call('releases.propose', { day: DAY })).expected).toEqual([]);
  });

  it('takes nobody who is not eligible, and says by which rule and why', async () => {
    const { listId } = await evening.ward.call('releases.open', { day: DAY });
    const refusal = await evening.ward.refused('releases.setMembers', {
      listId,
      add: [stay('man'), stay('ill')],
    });
    expect(refusal).toMatchObject({ code: 'not-eligible', params: { name: '钱生', rule: 'tests' } });
    expect(sayRefusal(refusal, 'zh-CN')).toContain(refusal.params['why.zh']);
    expect(sayRefusal(refusal, 'en')).toContain(refusal.params['why.en']);
    expect((await list()).members).toEqual([]);
  });

  it('is opened once, and not for a day that is over', async () => {
    await evening.ward.call('releases.open', { day: DAY });
    expect((await evening.ward.refused('releases.open', { day: DAY })).code).toBe('list-exists');
    expect((await evening.ward.refused('releases.open', { day: '2022-04-06' as never })).code).toBe(
      'list-day-past',
    );
  });

  it('lets somebody off with a reason, and on again', async () => {
    const listId = await openWith(evening, [stay('man'), stay('other')]);
    const off = { listId, remove: [stay('man')] };
    expect((await evening.ward.refused('releases.setMembers', off)).code).toBe('reason-needed');
    const { actId } = await evening.ward.call('releases.setMembers', off, { reason: '家属要求后天' });
    expect((await list()).members.map(({ name }) => name)).toEqual(['高敏']);
    await evening.ward.call('acts.undo', { actId: actId as never });
    expect((await list()).members).toHaveLength(2);
    await evening.ward.call('releases.setMembers', off, { reason: '改期' });
    await evening.ward.call('releases.setMembers', { listId, add: [stay('man')] });
    expect((await list()).members).toHaveLength(2);
  });

  it('keeps somebody off a second list that is still ahead', async () => {
    await openWith(evening, [stay('man')]);
    const next = await evening.ward.call('releases.open', { day: '2022-04-09' as never });
    const refusal = await evening.ward.refused('releases.setMembers', {
      listId: next.listId,
      add: [stay('man')],
    });
    expect(refusal).toMatchObject({ code: 'on-other-list', params: { day: DAY, name: '丁林宁' } });
  });
});

describe('buses', () => {
  const everybody = () => ['mother', 'child', 'man', 'other', 'unknown'].map(stay);

  it('are filled by district with the family in one, and never beyond their seats', async () => {
    const listId = await openWith(evening, everybody());
    const small = await bus(listId, '吉B00001', 2, '丰满区');
    const open = await bus(listId, '吉B00002', 2);
    const { seated, without } = await evening.ward.call('releases.assignBuses', { listId });
    expect([seated, without]).toEqual([4, 1]);
    const { members, buses } = await list();
    expect(buses.map(({ taken, seats }) => taken <= seats)).toEqual([true, true]);
    const on = (id: ReleaseBusId) => members.filter(({ busId }) => busId === id).map(({ name }) => name);
    expect(on(small.busId)).toEqual(['邹丽平', '邹小平']);
    expect(on(open.busId)).toHaveLength(2);
  });

  it('refuse one person too many by hand, by fewer seats, and after being called off', async () => {
    const listId = await openWith(evening, everybody());
    const one = await bus(listId, '吉B00001', 1);
    const seat = (who: string, busId: ReleaseBusId | null) => ({ stayId: stay(who), busId });
    const two = { listId, seats: [seat('man', one.busId), seat('other', one.busId)] };
    expect(await evening.ward.refused('releases.assignBuses', two)).toMatchObject({
      code: 'bus-full',
      params: { plate: '吉B00001', seats: '1', people: '2' },
    });
    const facts = { plate: '吉B00001', district: '', departsAt: '2022-04-08T09:00+08:00', meetingPoint: '' };
    await evening.ward.call('releases.changeBus', { busId: one.busId, ...facts, seats: 2 });
    await evening.ward.call('releases.assignBuses', two);
    const fewer = { busId: one.busId, ...facts, seats: 1 };
    expect((await evening.ward.refused('releases.changeBus', fewer)).code).toBe('bus-full');
    const { actId, people } = await evening.ward.call('releases.cancelBus', { busId: one.busId });
    expect(people).toBe(2);
    expect((await list()).members.every(({ busId }) => busId === null)).toBe(true);
    expect((await evening.ward.refused('releases.assignBuses', two)).code).toBe('no-such-bus');
    await evening.ward.call('acts.undo', { actId });
    expect((await list()).buses).toMatchObject([{ taken: 2, seats: 2 }]);
  });

  it('an undo never leaves more people than seats: the later act is named', async () => {
    const listId = await openWith(evening, everybody());
    const { busId } = await bus(listId, '吉B00001', 1);
    const facts = { plate: '吉B00001', district: '', departsAt: '2022-04-08T09:00+08:00', meetingPoint: '' };
    const more = await evening.ward.call('releases.changeBus', { busId, ...facts, seats: 5 });
    await evening.ward.call('releases.assignBuses', { listId });
    expect(await evening.ward.refused('acts.undo', { actId: more.actId })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'releases.assignBuses' },
    });
  });

  it('the file itself refuses a seat that is not there', async () => {
    const listId = await openWith(evening, everybody());
    const { busId } = await bus(listId, '吉B00001', 1);
    await evening.ward.call('releases.assignBuses', { listId });
    const insert = evening.ward.db.write
      .insertInto('release_member')
      .values({ stay_id: stay('ill'), list_id: listId, bus_id: busId, removed: 0, note: '', recorded_by: 1 })
      .execute();
    await expect(insert).rejects.toThrow('no seat left');
  });
});

describe('signatures', () => {
  let listId: ReleaseListId;
  beforeEach(async () => {
    listId = await openWith(evening, ['man', 'other'].map(stay));
  });

  it('are two of different people', async () => {
    const first = await sign(evening, listId, 'doctor', evening.doctor);
    expect(first).toMatchObject({ ok: true, value: { state: 'signed-once', members: 2 } });
    expect(await sign(evening, listId, 'nurse', evening.doctor)).toMatchObject({
      refusal: { code: 'same-signer', params: { who: '李护士' } },
    });
    expect(await sign(evening, listId, 'doctor', evening.nurse)).toMatchObject({
      refusal: { code: 'already-signed', params: { who: '李护士' } },
    });
    expect(await sign(evening, listId, 'nurse', evening.nurse)).toMatchObject({
      ok: true,
      value: { state: 'signed' },
    });
    expect((await list()).signatures.map(({ role, who }) => [role, who])).toEqual([
      ['doctor', '李护士'],
      ['nurse', '王护士'],
    ]);
  });

  it('are not given to a list with nobody, nor by the terminal', async () => {
    const { listId: empty } = await evening.ward.call('releases.open', { day: '2022-04-09' as never });
    expect(await sign(evening, empty, 'doctor', evening.doctor)).toMatchObject({
      refusal: { code: 'list-empty' },
    });
    const { id } = await evening.ward.db.read
      .selectFrom('operator')
      .select('id')
      .where('kind', '=', 'system')
      .executeTakeFirstOrThrow();
    expect(await sign(evening, listId, 'doctor', id)).toMatchObject({
      refusal: { code: 'signer-no-person' },
    });
  });

  it('from the first one on people and buses stay, and an undo of either is refused', async () => {
    const { actId: added } = await bus(listId, '吉B00001', 10);
    await sign(evening, listId, 'doctor', evening.doctor);
    const change = { listId, add: [stay('mother')] };
    expect(await evening.ward.refused('releases.setMembers', change)).toMatchObject({
      code: 'list-signed',
      params: { who: '李护士' },
    });
    expect((await evening.ward.refused('releases.assignBuses', { listId })).code).toBe('list-signed');
    expect(await evening.ward.refused('acts.undo', { actId: added })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'releases.sign' },
    });
  });

  it('are taken back with a reason, or by an undo, and the list can be changed again', async () => {
    await signBoth(evening, listId);
    const back = { listId, role: 'nurse' } as const;
    expect((await evening.ward.refused('releases.withdrawSignature', back)).code).toBe('reason-needed');
    const { actId, state } = await evening.ward.call('releases.withdrawSignature', back, { reason: '改车' });
    expect(state).toBe('signed-once');
    await evening.ward.call('acts.undo', { actId });
    expect((await list()).state).toBe('signed');
    for (const role of ['nurse', 'doctor'] as const)
      await evening.ward.call('releases.withdrawSignature', { listId, role }, { reason: '改车' });
    await evening.ward.call('releases.setMembers', { listId, add: [stay('mother')] });
    expect((await list()).state).toBe('open');
  });

  it('a withdrawal cannot be undone over other people than were signed for', async () => {
    await sign(evening, listId, 'doctor', evening.doctor);
    const { actId } = await evening.ward.call(
      'releases.withdrawSignature',
      { listId, role: 'doctor' },
      { reason: '加人' },
    );
    await evening.ward.call('releases.setMembers', { listId, add: [stay('mother')] });
    expect(await evening.ward.refused('acts.undo', { actId })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'releases.setMembers' },
    });
  });

  it('the undo of a signature opens the list again', async () => {
    const reply = await sign(evening, listId, 'doctor', evening.doctor);
    const { actId } = (reply as unknown as { value: { actId: never } }).value;
    await evening.ward.call('acts.undo', { actId });
    expect((await list()).state).toBe('open');
  });

  it('a signature by which people have left cannot be undone', async () => {
    await sign(evening, listId, 'doctor', evening.doctor);
    const second = await sign(evening, listId, 'nurse', evening.nurse);
    const actId = (second as unknown as { value: { actId: never } }).value.actId;
    evening.ward.at('2022-04-08 09:00');
    await evening.ward.call('discharges.commit', {
      stays: [{ stayId: stay('man') }],
      leaving: LEAVING,
      listId,
    });
    expect(await evening.ward.refused('acts.undo', { actId })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'discharges.commit' },
    });
  });
});

describe('nobody signs for somebody who may not leave', () => {
  let listId: ReleaseListId;
  beforeEach(async () => {
    listId = await openWith(evening, ['man', 'other', 'mother'].map(stay));
  });
  const takeOff = (who: string) =>
    evening.ward.call('releases.setMembers', { listId, remove: [stay(who)] }, { reason: '已不符合' });

  it('a list with somebody who dropped off is not signed until they are off it', async () => {
    evening.ward.at('2022-04-07 21:00');
    const barcode = await sampled(evening.ward, stay('man'), '2022-04-07 20:30', { orf: 28, n: 27 });
    const reply = await sign(evening, listId, 'doctor', evening.doctor);
    expect(reply).toMatchObject({
      refusal: { code: 'list-has-dropped', params: { name: '丁林宁', people: '1' } },
    });
    await takeOff('man');
    await signBoth(evening, listId);
    await reported(evening.ward, barcode, { orf: 38, n: 38 });
    expect(await memberOf(evening.ward, stay('man'))).toBeUndefined();
  });

  it('nor by the second one, when somebody dropped off between the two', async () => {
    await sign(evening, listId, 'doctor', evening.doctor);
    evening.ward.at('2022-04-07 21:00');
    await sampled(evening.ward, stay('man'), '2022-04-07 20:30', { orf: 28, n: 27 });
    expect(await sign(evening, listId, 'nurse', evening.nurse)).toMatchObject({
      refusal: { code: 'list-has-dropped' },
    });
  });

  it('a fever an hour before signing is a fever, until a later reading is normal or a day has gone by', async () => {
    const take = (who: string, temperature: number) =>
      evening.ward.call('rounds.record', { stayId: stay(who), signs: { ...NO_SIGNS, temperature } });
    evening.ward.at('2022-04-07 20:10');
    await take('man', 39.5);
    await take('other', 37.3);
    await take('mother', 37.2);
    evening.ward.at('2022-04-07 21:10');
    const off = await memberOf(evening.ward, stay('man'));
    expect(off).toMatchObject({ state: 'dropped', rule: 'open-fever', since: '2022-04-07T12:10:00.000Z' });
    expect(off?.reason?.zh).toContain('39.5');
    expect((await memberOf(evening.ward, stay('mother')))?.state).toBe('on');
    expect(await sign(evening, listId, 'doctor', evening.doctor)).toMatchObject({
      refusal: { code: 'list-has-dropped', params: { people: '2' } },
    });
    await take('other', 36.9);
    expect((await memberOf(evening.ward, stay('other')))?.state).toBe('on');
    evening.ward.at('2022-04-08 20:09');
    expect((await memberOf(evening.ward, stay('man')))?.state).toBe('dropped');
    evening.ward.at('2022-04-08 20:10');
    expect((await memberOf(evening.ward, stay('man')))?.state).toBe('on');
  });
});

describe('after the signatures', () => {
  let listId: ReleaseListId;
  beforeEach(async () => {
    listId = await openWith(evening, ['man', 'other', 'mother', 'child'].map(stay));
    await signBoth(evening, listId);
  });

  it('a late positive takes somebody off, visibly, and tells both signers; its correction puts them back', async () => {
    evening.ward.at('2022-04-08 02:00');
    const barcode = await sampled(evening.ward, stay('man'), '2022-04-07 21:00', { orf: 31, n: 30.5 });
    const off = await memberOf(evening.ward, stay('man'));
    expect(off).toMatchObject({ state: 'dropped', rule: 'tests', since: '2022-04-07T18:00:00.000Z' });
    expect(off?.reason?.zh).toMatch(/\p{Script=Han}/u);
    expect((await list()).state).toBe('signed');
    const [alert, ...others] = await alerts('2022-04-08 06:00');
    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'off-the-list',
      stayId: stay('man'),
      since: '2022-04-07T18:00:00.000Z',
    });
    for (const who of ['李护士', '王护士']) expect(alert?.sentence.zh).toContain(who);
    await reported(evening.ward, barcode, { orf: 38, n: 'not-detected' });
    expect(await alerts('2022-04-08 07:00')).toEqual([]);
    const back = await memberOf(evening.ward, stay('man'));
    expect(back).toMatchObject({ state: 'on' });
    expect(back?.reason?.zh).toContain('更正');
  });

  it('a fever takes somebody off although the protocol asks for none; a normal temperature does not', async () => {
    evening.ward.at('2022-04-08 06:00');
    const take = (who: string, temperature: number) =>
      evening.ward.call('rounds.record', { stayId: stay(who), signs: { ...NO_SIGNS, temperature } });
    await take('other', 36.8);
    await take('mother', 37.9);
    expect((await memberOf(evening.ward, stay('other')))?.state).toBe('on');
    expect(await memberOf(evening.ward, stay('mother'))).toMatchObject({
      state: 'dropped',
      rule: 'fever-since-signed',
      since: '2022-04-07T22:00:00.000Z',
    });
    expect((await memberOf(evening.ward, stay('mother')))?.reason?.en).toContain('37.9');
    expect(await alerts('2022-04-08 06:30')).toHaveLength(1);
    // The alert keeps its name while the fever goes on.
    await take('mother', 38.4);
    expect((await alerts('2022-04-08 08:30'))[0]?.since).toBe('2022-04-07T22:00:00.000Z');
  });

  it('a severe sign takes somebody off, from the observation that first met it', async () => {
    evening.ward.at('2022-04-08 05:00');
    const look = (spo2: number) =>
      evening.ward.call('rounds.record', {
        stayId: stay('other'),
        signs: { ...NO_SIGNS, spo2, oxygen: 'air' },
        confirmed: ['spo2'],
      });
    await look(92);
    evening.ward.at('2022-04-08 06:00');
    await look(91);
    expect(await memberOf(evening.ward, stay('other'))).toMatchObject({
      state: 'dropped',
      rule: 'not-severe',
      since: '2022-04-07T21:00:00.000Z',
    });
  });

  it('who left in another way is off it, and who left by it is not', async () => {
    evening.ward.at('2022-04-08 08:00');
    await evening.ward.call('discharges.commit', {
      stays: [{ stayId: stay('other') }],
      leaving: { ...LEAVING, way: 'against-advice' },
    });
    await evening.ward.call('discharges.commit', {
      stays: [{ stayId: stay('man') }],
      leaving: LEAVING,
      listId,
    });
    expect(await memberOf(evening.ward, stay('other'))).toMatchObject({ state: 'dropped', rule: 'left' });
    expect(await memberOf(evening.ward, stay('man'))).toMatchObject({ state: 'left', reason: null });
  });

  it('no alert once the day of the list is over', async () => {
    evening.ward.at('2022-04-08 02:00');
    await sampled(evening.ward, stay('man'), '2022-04-07 21:00', { orf: 31, n: 30.5 });
    expect(await alerts('2022-04-08 23:59')).toHaveLength(1);
    expect(await alerts('2022-04-09 00:01')).toEqual([]);
  });
});
