import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import type { CareOrderId, StayId } from '#shared/contract/values.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-05 15:00');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  expect(ward.defects).toEqual([]);
  await ward.close();
});

const admit = async (name: string, bed: string | null, more = {}) => {
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name, ...more }),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });
  return stayId;
};

type Order = Partial<Parameters<typeof order>[0]>;
const order = async (input: {
  team: 'logistics' | 'pharmacy' | 'nursing' | 'medical';
  kind: 'supplies' | 'medicine' | 'talk' | 'need' | 'treatment';
  what: string;
  stayIds: StayId[] | null;
  everyHours: number | null;
  from: string;
  until?: string | null;
}) => ward.call('care.order', { until: null, ...input });
const breakfast = (more: Order = {}) =>
  order({
    ...{ team: 'logistics', kind: 'supplies', what: '早餐', stayIds: null, everyHours: 24 },
    from: '2022-04-05T07:00+08:00',
    ...more,
  } as Parameters<typeof order>[0]);

const today = (team: 'logistics' | 'pharmacy' | 'nursing' = 'logistics', unit?: string) =>
  ward.call('care.today', { team, ...(unit === undefined ? {} : { unit }) });
const told = ({ turns }: OutputOf<'care.today'>) =>
  turns.map(({ bed, name, state }) => `${bed} ${name} ${state}`);
const turnOf = (list: OutputOf<'care.today'>, name: string) => {
  const turn = list.turns.find((one) => one.name === name);
  if (!turn) throw new Error(`${name} is not on the list`);
  return { orderId: turn.orderId, stayId: turn.stayId, dueAt: turn.dueAt };
};

describe('today’s list', () => {
  it('has everybody in house in walking order, whoever waits at the end, and nobody who came too late', async () => {
    await admit('丙', 'A-01-07');
    await admit('甲', 'A-01-02');
    await admit('丁', null);
    await breakfast();
    ward.at('2022-04-06 07:30');
    await admit('戊', 'A-01-01');
    expect(told(await today())).toEqual(['A-01-02 甲 due', 'A-01-07 丙 due', ' 丁 due']);
    const { units, teams } = await today();
    expect(units).toEqual([
      { unit: 'A-01', due: 2, overdue: 0, missed: 0 },
      { unit: '', due: 1, overdue: 0, missed: 0 },
    ]);
    expect(teams).toContainEqual({ team: 'logistics', due: 3, overdue: 0, missed: 0 });
    expect(told(await today('logistics', 'A-01'))).toHaveLength(2);
    expect(told(await today('pharmacy'))).toEqual([]);
  });

  it('goes from later to due to overdue to missed, and on to the next turn', async () => {
    await admit('甲', 'A-01-02');
    await breakfast({ everyHours: 6, from: '2022-04-06T06:00+08:00' } as Order);
    const states = [];
    for (const now of ['04:59', '05:00', '07:01', '12:00']) {
      ward.at(`2022-04-06 ${now}`);
      states.push((await today()).turns.map(({ state }) => state));
    }
    expect(states).toEqual([
      ['later', 'later', 'later'],
      ['due', 'later', 'later'],
      ['overdue', 'later', 'later'],
      ['missed', 'due', 'later'],
    ]);
  });

  it('counts the turns that nobody answered before the next one came', async () => {
    const stayId = await admit('甲', 'A-01-02');
    await order({
      ...{ team: 'pharmacy', kind: 'medicine', what: '退热药', everyHours: 4 },
      ...{ stayIds: [stayId], from: '2022-04-06T06:00+08:00' },
    });
    ward.at('2022-04-06 14:30');
    const { teams, units } = await today('pharmacy');
    const counts = { due: 1, overdue: 0, missed: 2 };
    expect(teams).toContainEqual({ team: 'pharmacy', ...counts });
    expect(units).toEqual([{ unit: 'A-01', ...counts }]);
  });

  it('carries over what was due yesterday and never done, until it is', async () => {
    await admit('甲', 'A-01-02');
    await order({
      ...{ team: 'nursing', kind: 'talk', what: '安抚', everyHours: null },
      stayIds: [(await ward.call('stays.list', { scope: 'present' })).rows[0]?.stayId as StayId],
      from: '2022-04-05T20:00+08:00',
    });
    ward.at('2022-04-07 09:00');
    const list = await today('nursing');
    expect(told(list)).toEqual(['A-01-02 甲 overdue']);
    await ward.call('care.tick', { turns: [turnOf(list, '甲')], outcome: 'done' });
    expect(told(await today('nursing'))).toEqual(['A-01-02 甲 answered']);
    ward.at('2022-04-08 09:00');
    expect(told(await today('nursing'))).toEqual([]);
  });

  it('forgets whoever has left', async () => {
    const stayId = await admit('甲', 'A-01-02');
    await breakfast();
    ward.at('2022-04-06 06:30');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    expect(told(await today())).toEqual([]);
  });
});

describe('ticking', () => {
  let orderId: CareOrderId;
  beforeEach(async () => {
    await admit('甲', 'A-01-02');
    await admit('乙', 'A-01-03');
    orderId = (await breakfast()).orderIds[0] as CareOrderId;
    ward.at('2022-04-06 07:10');
  });

  it('answers many at once, with who and when; twice is once', async () => {
    const list = await today();
    const turns = [turnOf(list, '甲'), turnOf(list, '乙')];
    const first = await ward.call(
      'care.tick',
      { turns, outcome: 'done' },
      { happenedAt: '2022-04-06T07:05+08:00' },
    );
    expect(first.answered).toBe(2);
    expect((await today()).turns[0]).toMatchObject({
      state: 'answered',
      answer: { outcome: 'done', at: '2022-04-05T23:05:00.000Z', who: '李护士' },
    });
    const acts = (await ward.call('acts.recent', { limit: 50 })).length;
    expect(await ward.call('care.tick', { turns, outcome: 'done' })).toEqual({ actId: null, answered: 0 });
    expect(await ward.call('acts.recent', { limit: 50 })).toHaveLength(acts);
  });

  it('is corrected by another answer, and taken back to the one before', async () => {
    const turns = [turnOf(await today(), '甲')];
    await ward.call('care.tick', { turns, outcome: 'done' });
    const { actId } = await ward.call('care.tick', { turns, outcome: 'refused', note: '没胃口' });
    expect((await today()).turns[0]?.answer).toMatchObject({ outcome: 'refused', note: '没胃口' });
    await ward.call('acts.undo', { actId: actId as never, beds: [] });
    expect((await today()).turns[0]?.answer).toMatchObject({ outcome: 'done', note: '' });
  });

  it('answers only turns that there are: right order, right person, right time', async () => {
    const turn = turnOf(await today(), '甲');
    const at = (dueAt: string) => ({ turns: [{ ...turn, dueAt }], outcome: 'done' as const });
    expect((await ward.refused('care.tick', at('2022-04-06T07:30+08:00'))).code).toBe('no-such-turn');
    expect((await ward.refused('care.tick', at('2022-04-07T07:00+08:00'))).code).toBe('turn-too-early');
    expect((await ward.refused('care.tick', at('2022-04-05T07:00+08:00'))).code).toBe('no-such-turn');
    const late = await admit('丙', 'A-01-04');
    const other = { turns: [{ ...turn, stayId: late }], outcome: 'done' as const };
    expect(await ward.refused('care.tick', other)).toMatchObject({
      code: 'no-such-turn',
      params: { name: '丙', what: '早餐' },
    });
    expect((await today()).turns.every(({ answer }) => answer === null)).toBe(true);
  });

  it('one refused turn leaves all of them unanswered', async () => {
    const list = await today();
    const turns = [turnOf(list, '甲'), { ...turnOf(list, '乙'), dueAt: '2022-04-06T08:00+08:00' }];
    await ward.refused('care.tick', { turns, outcome: 'done' });
    expect((await today()).turns.map(({ state }) => state)).toEqual(['due', 'due']);
  });

  it('stopped, nothing of it is due any more, and what was done stays known', async () => {
    await ward.call('care.tick', { turns: [turnOf(await today(), '甲')], outcome: 'done' });
    ward.at('2022-04-06 08:00');
    const { actId } = await ward.call('care.stop', { orderId });
    expect(told(await today())).toEqual([]);
    expect((await ward.refused('care.stop', { orderId })).code).toBe('order-stopped');
    expect(await ward.call('care.standing', {})).toEqual([]);
    const { rows } = await ward.call('stays.list', { scope: 'present' });
    const stayId = rows.find(({ name }) => name === '甲')?.stayId as StayId;
    const { orders } = await ward.call('care.ofStay', { stayId });
    expect(orders).toMatchObject([{ stopped: true, next: null, turns: [{ answer: { outcome: 'done' } }] }]);
    await ward.call('acts.undo', { actId, beds: [] });
    expect(told(await today())).toEqual(['A-01-02 甲 answered', 'A-01-03 乙 due']);
  });

  it('an order that was worked on is not taken back under the work', async () => {
    const { orderIds, actId } = await breakfast({ what: '饮用水' } as Order);
    const list = await today();
    const water = list.turns.find(({ what }) => what === '饮用水');
    expect(water?.orderId).toBe(orderIds[0]);
    const turn = {
      orderId: orderIds[0] as CareOrderId,
      stayId: water?.stayId as StayId,
      dueAt: water?.dueAt ?? '',
    };
    const tick = await ward.call('care.tick', { turns: [turn], outcome: 'done' });
    expect(await ward.refused('acts.undo', { actId, beds: [] })).toMatchObject({
      code: 'undo-later-act',
      params: { what: 'care.tick' },
    });
    await ward.call('acts.undo', { actId: tick.actId as never, beds: [] });
    await ward.call('acts.undo', { actId, beds: [] });
    expect(await ward.call('care.standing', {})).toHaveLength(1);
  });
});

describe('a reassurance talk', () => {
  it('brings the next one after as many hours as chosen; taken back, there is none', async () => {
    const stayId = await admit('甲', 'A-01-02');
    await order({
      ...{ team: 'nursing', kind: 'talk', what: '安抚谈话', everyHours: null },
      ...{ stayIds: [stayId], from: '2022-04-05T16:00+08:00' },
    });
    ward.at('2022-04-05 16:10');
    const turns = [turnOf(await today('nursing'), '甲')];
    const { actId } = await ward.call('care.tick', { turns, outcome: 'done', againInHours: 6 });
    const due = (await today('nursing')).turns.map(({ dueAt, state }) => [dueAt, state]);
    expect(due).toEqual([
      ['2022-04-05T08:00:00.000Z', 'answered'],
      ['2022-04-05T14:10:00.000Z', 'later'],
    ]);
    await ward.call('acts.undo', { actId: actId as never, beds: [] });
    expect(await today('nursing')).toMatchObject({ turns: [{ state: 'due' }] });
  });
});

describe('a dose given once more later', () => {
  const dose = async () => {
    const stayId = await admit('甲', 'A-01-02');
    await order({
      ...{ team: 'pharmacy', kind: 'medicine', what: '布洛芬', everyHours: null },
      ...{ stayIds: [stayId], from: '2022-04-05T16:00+08:00' },
    });
    ward.at('2022-04-05 16:10');
    return [turnOf(await today('pharmacy'), '甲')];
  };
  const open = async () =>
    (await today('pharmacy')).turns.flatMap(({ dueAt, answer }) => (answer ? [] : [dueAt]));

  it('is due once, however often its answer is corrected, at the last hour said; an undo brings back the one before', async () => {
    const turns = await dose();
    await ward.call('care.tick', { turns, outcome: 'done', againInHours: 4 });
    expect(await open()).toEqual(['2022-04-05T12:10:00.000Z']);
    await ward.call('care.tick', { turns, outcome: 'done', note: '饭后服', againInHours: 4 });
    expect(await open()).toEqual(['2022-04-05T12:10:00.000Z']);
    const { actId } = await ward.call('care.tick', {
      ...{ turns, outcome: 'done', note: '饭后', againInHours: 6 },
    });
    expect(await open()).toEqual(['2022-04-05T14:10:00.000Z']);
    await ward.call('acts.undo', { actId: actId as never, beds: [] });
    expect(await open()).toEqual(['2022-04-05T12:10:00.000Z']);
  });

  it('is ordered by a correction too, and not again once it was given', async () => {
    const turns = await dose();
    await ward.call('care.tick', { turns, outcome: 'done' });
    await ward.call('care.tick', { turns, outcome: 'done', note: '饭后服', againInHours: 4 });
    expect(await open()).toEqual(['2022-04-05T12:10:00.000Z']);
    ward.at('2022-04-05 20:10');
    const second = (await today('pharmacy')).turns.filter(({ answer }) => answer === null);
    await ward.call('care.tick', {
      turns: second.map(({ orderId, stayId, dueAt }) => ({ orderId, stayId, dueAt })),
      outcome: 'done',
    });
    await ward.call('care.tick', { turns, outcome: 'done', note: '饭后', againInHours: 6 });
    expect(await open()).toEqual([]);
  });
});

describe('the ledger of needs', () => {
  it('knows who needs more than others, from marks, needs, illnesses and age, and what was done', async () => {
    const old = await admit('独居', 'A-01-05');
    await ward.call('rounds.mark', { stayId: old, mark: 'elderly-alone' });
    await admit('透析', 'A-01-04', { conditions: '尿毒症，血液透析' });
    await admit('孩子', null, { birthDate: '2015-06-01' });
    await admit('孕妇', 'B-01-01', { needs: ['late-pregnancy'], sex: 'female' });
    await admit('平常', 'A-01-01');
    const { orderIds } = await order({
      ...{ team: 'nursing', kind: 'need', what: '送饭到床', everyHours: 24 },
      ...{ stayIds: [old], from: '2022-04-05T16:00+08:00' },
    });
    ward.at('2022-04-05 16:30');
    const turn = { orderId: orderIds[0] as CareOrderId, stayId: old, dueAt: '2022-04-05T16:00+08:00' };
    await ward.call('care.tick', { turns: [turn], outcome: 'done' });
    const ledger = await ward.call('care.needsLedger', {});
    expect(ledger.map(({ bed, groups }) => `${bed} ${groups.join('+')}`)).toEqual([
      'A-01-04 dialysis',
      'A-01-05 elderly-alone',
      'B-01-01 pregnant',
      ' child',
    ]);
    expect(ledger[1]?.orders).toMatchObject([
      { what: '送饭到床', last: { outcome: 'done' }, next: '2022-04-06T08:00:00.000Z' },
    ]);
    expect(await ward.call('care.needsLedger', { group: 'child' })).toHaveLength(1);
  });
});

describe('an order', () => {
  it('goes to each person by itself, and is refused for who has left', async () => {
    const a = await admit('甲', 'A-01-02');
    const b = await admit('乙', 'A-01-03');
    const { orderIds } = await order({
      ...{ team: 'pharmacy', kind: 'medicine', what: '连花清瘟 4 粒', everyHours: 8 },
      ...{ stayIds: [a, b, a], from: '2022-04-05T16:00+08:00' },
    });
    expect(orderIds).toHaveLength(2);
    await ward.call(
      'care.stop',
      { orderId: orderIds[0] as CareOrderId },
      { happenedAt: '2022-04-05T15:00+08:00' },
    );
    expect(told(await today('pharmacy'))).toEqual(['A-01-03 乙 due']);
    const refusal = await ward.refused('care.order', {
      ...{ team: 'pharmacy', kind: 'medicine', what: '药', everyHours: 8, stayIds: [a] },
      ...{ from: '2022-04-05T16:00+08:00', until: '2022-04-05T16:00+08:00' },
    });
    expect(refusal.code).toBe('order-ends-early');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    ward.at('2022-04-05 17:00');
    await ward.call('discharges.commit', { stays: [{ stayId: b }], leaving });
    const gone = await ward.refused('care.order', {
      ...{ team: 'pharmacy', kind: 'medicine', what: '药', everyHours: null, stayIds: [a, b] },
      ...{ from: '2022-04-05T18:00+08:00', until: null },
    });
    expect(gone).toMatchObject({ code: 'not-in-house', params: { name: '乙' } });
  });
});
