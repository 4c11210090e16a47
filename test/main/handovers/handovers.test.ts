import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '#main/db/open.ts';
import type { HandoverBody } from '#shared/contract/handover-body.ts';
import type { StayId } from '#shared/contract/values.ts';
import { observe } from '../rounds/ward-of-patients.ts';
import { openShiftWard, type ShiftWard } from './shift.ts';

let shift: ShiftWard;
beforeEach(async () => {
  shift = await openShiftWard();
});
afterEach(() => shift.ward.close());

const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

/** On the shift from 08:00 to 12:00 one came, one was moved in, one moved out, one within, one left, one stayed. */
async function morning(): Promise<Record<string, StayId>> {
  const { ward, admit } = shift;
  const people: Record<string, StayId> = {};
  ward.at('2022-04-04 07:30');
  for (const [name, bed] of [
    ['留', 'A-01-01'],
    ['走', 'A-01-02'],
    ['出', 'A-01-03'],
    ['换', 'A-01-04'],
  ] as const)
    people[name] = await admit(name, bed);
  people.进 = await admit('进', null);
  ward.at('2022-04-04 09:00');
  people.新 = await admit('新', 'A-01-05');
  ward.at('2022-04-04 10:00');
  const override = { because: 'other', override: true } as const;
  await ward.call(
    'stays.assign',
    { stayId: people.进 as StayId, bedId: await ward.bed('A-01-06'), override: true },
    { reason: '试' },
  );
  await ward.call(
    'stays.move',
    { stayId: people.出 as StayId, bedId: await ward.bed('B-01-01'), ...override },
    { reason: '试' },
  );
  await ward.call(
    'stays.move',
    { stayId: people.换 as StayId, bedId: await ward.bed('A-01-07'), ...override },
    { reason: '试' },
  );
  await ward.call('discharges.commit', { stays: [{ stayId: people.走 as StayId }], leaving: LEAVING });
  ward.at('2022-04-04 11:40');
  return people;
}

const numbers = (body: HandoverBody) => ({
  opening: body.opening.length,
  arrived: body.arrived.length,
  movedIn: body.movedIn.length,
  movedOut: body.movedOut.length,
  within: body.within.length,
  left: body.left.length,
  closing: body.closing.length,
});

describe('what a zone hands over', () => {
  it('says who was there, came, moved and left, with bed and time, and adds up', async () => {
    await morning();
    const { body } = await shift.show();
    expect([body.from, body.to]).toEqual(['2022-04-04T00:00:00.000Z', '2022-04-04T03:40:00.000Z']);
    expect(numbers(body)).toEqual({
      ...{ opening: 4, arrived: 1, movedIn: 1, movedOut: 1, within: 1, left: 1, closing: 4 },
    });
    const told = (list: 'arrived' | 'movedIn' | 'movedOut' | 'within' | 'left') =>
      body[list].map(({ name, bed, other, way }) => [name, bed, other, way]);
    expect(told('arrived')).toEqual([['新', 'A-01-05', '', null]]);
    expect(told('movedIn')).toEqual([['进', 'A-01-06', '', null]]);
    expect(told('movedOut')).toEqual([['出', 'A-01-03', 'B-01-01', null]]);
    expect(told('within')).toEqual([['换', 'A-01-07', 'A-01-04', null]]);
    expect(told('left')).toEqual([['走', 'A-01-02', '', 'on-order']]);
    expect(body.closing.map(({ name }) => name)).toEqual(['留', '新', '进', '换']);
    expect(body.beds.awaiting.map(({ bed }) => bed)).toEqual(['A-01-02', 'A-01-03', 'A-01-04']);
  });

  it('names who became worse with the score before and after and why, who became better, and whom nobody saw', async () => {
    const { ward } = shift;
    const people = await morning();
    const [worse, better, same] = [people.留, people.换, people.新] as StayId[] as [StayId, StayId, StayId];
    const earlier = { happenedAt: '2022-04-04T07:45+08:00' };
    await observe(ward, worse, {}, earlier);
    await observe(ward, better, { spo2: 91, respiratoryRate: 26 }, earlier);
    await observe(ward, same, {}, { happenedAt: '2022-04-04T09:30+08:00' });
    ward.at('2022-04-04 11:45');
    await observe(ward, worse, { spo2: 91, respiratoryRate: 26 });
    await observe(ward, better, {});
    const { body } = await shift.show();
    expect(body.worse).toMatchObject([
      { name: '留', bed: 'A-01-01', score: { from: 0, to: 6 }, state: { from: 'none', to: 'emergency' } },
    ]);
    expect(body.worse[0]?.because.map(({ zh }) => zh).join('；')).toMatch(/血氧 98→91/);
    expect(body.better).toMatchObject([{ name: '换', bed: 'A-01-07', score: { from: 6, to: 0 } }]);
    expect(body.alerts.filter(({ kind }) => kind.startsWith('news2'))).toMatchObject([
      { name: '留', course: 'opened' },
      { name: '换', course: 'closed' },
    ]);
  });

  it('lists the samples due, the turns of work that are open and nothing that was done', async () => {
    const { ward } = shift;
    const people = await morning();
    const from = '2022-04-04T10:30+08:00';
    const order = { team: 'nursing', kind: 'treatment', note: '', everyHours: null, until: null } as const;
    await ward.call('care.order', { ...order, what: '吸氧', stayIds: [people.留 as StayId], from });
    await ward.call('care.order', { ...order, what: '量血糖', stayIds: [people.新 as StayId], from });
    const { turns } = await ward.call('care.today', { team: 'nursing' });
    const done = turns.find(({ what }) => what === '量血糖');
    if (!done) throw new Error('no such turn');
    await ward.call('care.tick', {
      ...{ turns: [{ orderId: done.orderId, stayId: done.stayId, dueAt: done.dueAt }] },
      ...{ outcome: 'done', note: '' },
    });
    const { body } = await shift.show();
    expect(body.tasks.map(({ what, state, people: of }) => [what, state, of.map(({ bed }) => bed)])).toEqual([
      ['吸氧', 'overdue', ['A-01-01']],
    ]);
    expect(body.tests.every(({ bed }) => bed.startsWith('A-'))).toBe(true);
  });

  it('is of the shift before while the new one is in its first hour, and joins on to an early handover', async () => {
    const { ward } = shift;
    await morning();
    ward.at('2022-04-04 12:20');
    expect((await shift.show()).body).toMatchObject({
      from: '2022-04-04T00:00:00.000Z',
      to: '2022-04-04T04:00:00.000Z',
    });
    ward.at('2022-04-04 11:50');
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    ward.at('2022-04-04 15:50');
    const { body } = await shift.show();
    expect(body.from).toBe('2022-04-04T03:50:00.000Z');
    expect(numbers(body)).toMatchObject({ opening: 4, closing: 4 });
  });

  it('is refused for a time to come, for no time at all and for a zone that is none', async () => {
    const { ward } = shift;
    const zoneIds = [await shift.zone('A')];
    const at = '2022-04-04T06:00+08:00';
    expect(await ward.refused('handovers.show', { zoneIds, from: at, to: at })).toMatchObject({
      code: 'period-empty',
    });
    expect(await ward.refused('handovers.show', { zoneIds, to: '2022-04-04T20:00+08:00' })).toMatchObject({
      code: 'in-future',
    });
    expect(await ward.refused('handovers.show', { zoneIds: [crypto.randomUUID() as never] })).toMatchObject({
      code: 'no-such-place',
    });
  });
});

describe('a note to the next shift', () => {
  it('is carried over to every next handover until somebody marks it done, and after an undo again', async () => {
    const { ward, zone } = shift;
    const people = await morning();
    const zoneId = await zone('A');
    await ward.call('handovers.writeNote', { zoneId, stayId: people.留 as StayId, text: '夜间要看血氧' });
    const { noteId } = await ward.call('handovers.writeNote', { zoneId, text: '2 号氧瓶漏气' });
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    ward.at('2022-04-04 15:50');
    expect((await shift.show()).body.notes).toMatchObject([
      { text: '夜间要看血氧', person: { name: '留', bed: 'A-01-01' }, who: '李护士' },
      { text: '2 号氧瓶漏气', person: null },
    ]);
    const { actId } = await ward.call('handovers.finishNote', { noteId }, { operatorId: shift.taker });
    expect((await shift.show()).body.notes).toHaveLength(1);
    const { done } = await ward.call('handovers.notes', { zoneId });
    expect(done).toMatchObject([{ text: '2 号氧瓶漏气', doneBy: '王护士' }]);
    expect(await ward.refused('handovers.finishNote', { noteId })).toMatchObject({
      code: 'note-done',
      params: { who: '王护士' },
    });
    await ward.call('acts.undo', { actId: actId, beds: [] });
    expect((await shift.show()).body.notes).toHaveLength(2);
    expect((await ward.call('handovers.signed', { handoverId })).body.notes).toHaveLength(2);
  });

  it('is about somebody in house or about the zone, and says something', async () => {
    const { ward, zone } = shift;
    const people = await morning();
    const zoneId = await zone('A');
    const note = { zoneId, stayId: people.走 as StayId, text: '已走' };
    expect(await ward.refused('handovers.writeNote', note)).toMatchObject({ code: 'not-in-house' });
    expect(await ward.refused('handovers.writeNote', { zoneId, text: '  ' })).toMatchObject({
      code: 'bad-input',
    });
    expect((await ward.call('handovers.notes', { zoneId })).open).toEqual([]);
  });
});

describe('the two signatures', () => {
  it('are of two people, the second under what the first has signed', async () => {
    const { ward } = shift;
    await morning();
    const { handoverId, hash } = await shift.give();
    const handovers = [{ handoverId, hash }];
    expect(await ward.refused('handovers.take', { handovers }, { operatorId: shift.giver })).toMatchObject({
      code: 'handover-same-person',
      params: { who: '李护士' },
    });
    expect(
      await ward.refused(
        'handovers.take',
        { handovers: [{ handoverId, hash: 'another' }] },
        { operatorId: shift.taker },
      ),
    ).toMatchObject({ code: 'handover-changed' });
    await shift.take(handoverId, hash);
    expect((await ward.call('handovers.signed', { handoverId })).head).toMatchObject({
      ...{ giver: '李护士', taker: '王护士', withdrawn: null, opening: 4, closing: 4 },
    });
    expect(await ward.refused('handovers.take', { handovers }, { operatorId: shift.taker })).toMatchObject({
      code: 'handover-taken',
      params: { who: '王护士' },
    });
    expect((await ward.call('handovers.list', {})).zones.map(({ code, state }) => [code, state])).toEqual([
      ['A', 'taken'],
      ['B', 'not-begun'],
      ['C', 'not-begun'],
    ]);
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });
  });

  it('are given of what was seen: after a late entry the giver looks again, and the same gesture twice is one', async () => {
    const { ward, giver } = shift;
    await morning();
    const { hash, body } = await shift.show();
    const zones = [{ zoneId: await shift.zone('A'), from: body.from, hash }];
    await shift.admit('迟', 'A-01-08', '2022-04-04 11:00');
    expect(await ward.refused('handovers.give', { to: body.to, zones }, { operatorId: giver })).toMatchObject(
      { code: 'handover-changed', params: { zone: 'A' } },
    );
    const seen = await shift.show();
    const again = { to: seen.body.to, zones: [{ ...zones[0], hash: seen.hash } as (typeof zones)[0]] };
    const header = { key: crypto.randomUUID(), operatorId: giver };
    const first = await ward.call('handovers.give', again, header);
    expect(await ward.call('handovers.give', again, header)).toEqual(first);
    expect((await ward.call('handovers.history', {})).handovers).toHaveLength(1);
    expect(await ward.refused('handovers.give', again, { operatorId: giver })).toMatchObject({
      code: 'handover-given',
    });
  });

  it('stay as they were when something of the shift is learnt later, and the page says what', async () => {
    const { ward } = shift;
    await morning();
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    const signed = await ward.call('handovers.signed', { handoverId });
    expect(signed.restated).toEqual([]);
    await shift.admit('迟', 'A-01-08', '2022-04-04 10:30');
    const after = await ward.call('handovers.signed', { handoverId });
    expect([after.head, after.body]).toEqual([signed.head, signed.body]);
    expect(after.restated).toEqual([
      { list: 'arrived', signed: 1, now: 2 },
      { list: 'closing', signed: 4, now: 5 },
    ]);
  });

  it('are withdrawn with a reason that stays on record, and then the shift can be handed over anew', async () => {
    const { ward } = shift;
    await morning();
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    expect(await ward.refused('handovers.withdraw', { handoverId })).toMatchObject({ code: 'reason-needed' });
    const { actId } = await ward.call('handovers.withdraw', { handoverId }, { reason: '漏写一人' });
    expect((await ward.call('handovers.signed', { handoverId })).head).toMatchObject({
      taker: '王护士',
      withdrawn: { who: '李护士', reason: '漏写一人' },
    });
    expect(await ward.refused('handovers.withdraw', { handoverId }, { reason: '再' })).toMatchObject({
      code: 'handover-withdrawn',
    });
    await shift.give();
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({ code: 'undo-later-act' });
    expect((await ward.call('handovers.history', {})).handovers.map((one) => one.withdrawn !== null)).toEqual(
      [false, true],
    );
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });
  });

  it('are not simply undone; a withdrawal is, and what it had taken back stands again', async () => {
    const { ward } = shift;
    await morning();
    const { handoverId, hash, actId: given } = await shift.give();
    const taken = await shift.take(handoverId, hash);
    for (const actId of [taken, given])
      expect(await ward.refused('acts.undo', { actId: actId as never, beds: [] })).toMatchObject({
        code: 'cannot-undo',
      });
    const { actId } = await ward.call('handovers.withdraw', { handoverId }, { reason: '误撤' });
    const undone = await ward.call('acts.undo', { actId, beds: [] });
    expect((await ward.call('handovers.signed', { handoverId })).head).toMatchObject({
      ...{ taker: '王护士', withdrawn: null },
    });
    expect(await ward.refused('acts.undo', { actId: undone.actId, beds: [] })).toMatchObject({
      code: 'reason-needed',
    });
    await ward.call('acts.undo', { actId: undone.actId, beds: [] }, { reason: '仍须撤回' });
    expect((await ward.call('handovers.signed', { handoverId })).head.withdrawn).toMatchObject({
      reason: '仍须撤回',
    });
    expect(await ward.call('ward.verify', {})).toMatchObject({ clean: true });
  });

  it('reach a second desk: every act tells that handovers changed', async () => {
    const { ward } = shift;
    await morning();
    ward.published.length = 0;
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    expect(ward.published).toEqual([['handovers'], ['handovers']]);
  });

  it('are of people: the system signs nothing', async () => {
    const { ward } = shift;
    await morning();
    const { hash, body } = await shift.show();
    const system = (await ward.call('ward.operators', {})).find(({ kind }) => kind === 'system');
    expect(
      await ward.refused(
        'handovers.give',
        { to: body.to, zones: [{ zoneId: await shift.zone('A'), from: body.from, hash }] },
        system ? { operatorId: system.id } : {},
      ),
    ).toMatchObject({ code: 'signer-no-person' });
  });
});

describe('the file itself', () => {
  it('refuses to alter or erase what was signed, sums that are none, and a taker who is the giver', async () => {
    await morning();
    const { handoverId, hash } = await shift.give();
    await shift.take(handoverId, hash);
    const raw = connect(shift.ward.file, {});
    for (const [statement, why] of [
      ["UPDATE handover SET body = '{}', superseded_by = recorded_by", 'as it was signed'],
      [
        "UPDATE handover_taking SET taken_at = '2022-04-05T04:00:00.000Z', superseded_by = 9",
        'as it was signed',
      ],
      ['DELETE FROM handover', 'append-only'],
      ['DELETE FROM handover_taking', 'append-only'],
      ['UPDATE handover SET superseded_by = NULL', 'append-only'],
    ] as const)
      expect(() => raw.exec(statement), statement).toThrow(why);
    const copy = (change: string) =>
      raw.exec(`INSERT INTO handover (handover_id, zone_id, from_at, to_at, opening, arrived, moved_in, moved_out,
        left_zone, closing, body, hash, given_by, given_at, recorded_by)
        SELECT 'other', zone_id, from_at, '2022-04-04T02:00:00.000Z', opening, arrived, moved_in, moved_out,
        left_zone, closing ${change}, body, hash, given_by, given_at, recorded_by FROM handover`);
    expect(() => copy('+ 1')).toThrow('CHECK');
    copy('');
    expect(() =>
      raw.exec(`INSERT INTO handover_taking (handover_id, hash, taken_by, taken_at, recorded_by)
        SELECT handover_id, hash, given_by, given_at, recorded_by FROM handover WHERE handover_id = 'other'`),
    ).toThrow('nobody takes over from themselves');
    expect(() =>
      raw.exec(`INSERT INTO handover_taking (handover_id, hash, taken_by, taken_at, recorded_by)
        SELECT handover_id, 'x', (SELECT id FROM operator WHERE id <> given_by LIMIT 1), given_at, recorded_by
        FROM handover WHERE handover_id = 'other'`),
    ).toThrow('not given');
    raw.close();
  });
});
