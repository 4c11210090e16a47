import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '#shared/rules/instant.ts';
import { idsOf, moment, teamOf, zoneIds } from '../../fixtures/shifts.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const day = (text: string) => text as LocalDate;
const zoneA = async () => [...(await zoneIds(ward)).values()][0] as never;
const on = async (at?: string) =>
  (await ward.call('shifts.onNow', at ? { at: moment(at) } : {})).people.map(({ name }) => name);

it('does not cut the days anew over a pattern that came after this one was looked at', async () => {
  const from = day('2022-04-06');
  const { patternVersion: seen } = await ward.call('shifts.board', { from, days: 1 });
  const six = { from, hours: 6 as const, firstStart: '08:00', restHours: 8 };
  await ward.call('shifts.setPattern', { ...six, seen });
  expect(await ward.refused('shifts.setPattern', { ...six, firstStart: '07:00', seen })).toMatchObject({
    code: 'changed-since',
    params: { what: 'shifts.setPattern' },
  });
  expect((await ward.call('shifts.board', { from, days: 1 })).pattern.firstStart).toBe('08:00');
});

describe('who is on', () => {
  it('is whoever was put on the shift of that moment', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士', '林护士']);
    const put = await ward.call('shifts.assign', {
      ...{ operatorIds: people, shift: moment('2022-04-04 13:00') },
      ...{ zoneId: await zoneA(), careUnitIds: [] },
    });
    expect(put.assigned).toBe(2);
    expect(await on()).toEqual(['林护士', '陈护士']);
    expect(await on('2022-04-04 15:59')).toHaveLength(2);
    expect(await on('2022-04-04 16:00')).toEqual([]);
    const now = await ward.call('shifts.onNow', {});
    expect([now.before.to, now.shift.from, now.after.from]).toEqual(
      ['2022-04-04 12:00', '2022-04-04 12:00', '2022-04-04 16:00'].map(moment),
    );
  });

  it('is nobody in two places on one shift, unless they are moved', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
    const shift = moment('2022-04-04 13:00');
    await ward.call('shifts.assign', { operatorIds: people, shift, zoneId: null, careUnitIds: [] });
    const there = { operatorIds: people, shift, zoneId: await zoneA(), careUnitIds: [] };
    expect((await ward.refused('shifts.assign', there)).code).toBe('on-duty-elsewhere');
    await ward.call('shifts.assign', { ...there, move: true });
    const { people: now } = await ward.call('shifts.onNow', {});
    expect(now.map(({ zoneId }) => zoneId)).toEqual([there.zoneId]);
    expect((await ward.call('shifts.assign', there)).actId).toBeNull();
  });

  it('is nobody before their team arrives, after it departs, or without a team', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士'], {
      ...{ arrives: '2022-04-04 10:00', leaves: '2022-04-06 10:00' },
    });
    const put = (operatorIds: typeof people, at: string) =>
      ward.refused('shifts.assign', { operatorIds, shift: moment(at), zoneId: null, careUnitIds: [] });
    expect((await put(people, '2022-04-04 09:00')).code).toBe('before-team-arrival');
    expect((await put(people, '2022-04-06 09:00')).code).toBe('after-team-departure');
    expect((await put(await idsOf(ward, ['李护士']), '2022-04-05 09:00')).code).toBe('not-in-team');
  });

  it('is refused twice by the database as well', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
    const shift = moment('2022-04-04 13:00');
    await ward.call('shifts.assign', { operatorIds: people, shift, zoneId: null, careUnitIds: [] });
    const twice = ward.db.write
      .insertInto('duty')
      .values({
        ...{ duty_id: crypto.randomUUID() as never, operator_id: people[0] as never, zone_id: null },
        ...{ from_at: moment('2022-04-04 14:00'), to_at: moment('2022-04-04 18:00'), recorded_by: 1 },
      })
      .execute();
    await expect(twice).rejects.toThrow('one person in two places');
  });

  it('is told as it was known at any earlier moment, whatever was planned since', async () => {
    const { teamId, people } = await teamOf(ward, '江苏一队', ['陈护士', '林护士']);
    const shift = moment('2022-04-04 20:00');
    const zoneId = await zoneA();
    await ward.call('shifts.setZones', { teamId, zoneIds: [zoneId], from: moment('2022-04-04 12:00') });
    const put = await ward.call('shifts.assign', {
      ...{ operatorIds: people.slice(0, 1), shift, zoneId, careUnitIds: [] },
    });
    ward.at('2022-04-04 18:00');
    await ward.call('shifts.unassign', { dutyIds: put.dutyIds });
    await ward.call('shifts.assign', {
      ...{ operatorIds: people.slice(1), shift, zoneId, careUnitIds: [] },
    });
    await ward.call('shifts.setZones', { teamId, zoneIds: [], from: moment('2022-04-04 12:00') });
    const at = ward.at('2022-04-04 22:00');
    const then = { at, knownAt: moment('2022-04-04 17:00') };
    const names = async (asOf: object) =>
      (await ward.call('shifts.onNow', asOf)).people.map(({ name }) => name);
    expect(await names({ at })).toEqual(['林护士']);
    expect(await names(then)).toEqual(['陈护士']);
    expect((await ward.call('shifts.onNow', { at, knownAt: moment('2022-04-04 11:00') })).kept).toBe(false);
    const owned = async (asOf: object) => (await ward.call('shifts.teams', asOf)).map((team) => team.zoneIds);
    expect([await owned(then), await owned({ at })]).toEqual([[[zoneId]], [[]]]);
    const nurses = async (asOf: object) =>
      (await ward.call('shifts.load', asOf)).units.filter((unit) => unit.nurses > 0).length;
    expect(await nurses(then)).toBe(await nurses({ at }));
    expect(await nurses({ at, knownAt: moment('2022-04-04 11:00') })).toBe(0);
    const ahead = { knownAt: moment('2022-04-05 08:00') };
    expect((await ward.refused('shifts.onNow', ahead)).code).toBe('in-future');
  });

  it('is told of too little rest', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
    const put = (at: string) =>
      ward.call('shifts.assign', { operatorIds: people, shift: moment(at), zoneId: null, careUnitIds: [] });
    expect((await put('2022-04-04 13:00')).shortRests).toEqual([]);
    expect((await put('2022-04-04 20:00')).shortRests).toMatchObject([
      { name: '陈护士', off: moment('2022-04-04 16:00'), on: moment('2022-04-04 20:00') },
    ]);
    expect((await put('2022-04-05 12:00')).shortRests).toEqual([]);
  });
});

describe('a day', () => {
  it('is copied to another in one act, leaving out who cannot, and taken back as one', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士', '林护士']);
    const short = await teamOf(ward, '浙江队', ['周护士'], { leaves: '2022-04-05 08:00' });
    const all = [...people, ...short.people];
    await ward.call('shifts.assign', {
      ...{ operatorIds: all, shift: moment('2022-04-04 13:00'), zoneId: await zoneA(), careUnitIds: [] },
    });
    const copy = { from: day('2022-04-04'), to: day('2022-04-05') };
    const done = await ward.call('shifts.copyDay', copy);
    expect(done).toMatchObject({ copied: 2, alreadyOn: 0, notThere: 1 });
    expect(await on('2022-04-05 13:00')).toEqual(['林护士', '陈护士']);
    expect(await ward.call('shifts.copyDay', copy)).toMatchObject({ actId: null, copied: 0, alreadyOn: 2 });
    await ward.call('acts.undo', { actId: done.actId as never });
    expect(await on('2022-04-05 13:00')).toEqual([]);
  });

  it('is copied with everybody one shift later', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
    await ward.call('shifts.assign', {
      ...{ operatorIds: people, shift: moment('2022-04-04 21:00'), zoneId: null, careUnitIds: [] },
    });
    await ward.call('shifts.copyDay', { from: day('2022-04-04'), to: day('2022-04-05'), later: 1 });
    expect(await on('2022-04-06 01:00')).toEqual(['陈护士']);
  });

  it('can be cut otherwise: who is on a shift that is none any more is off it', async () => {
    const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
    for (const at of ['2022-04-05 05:00', '2022-04-05 09:00'])
      await ward.call('shifts.assign', {
        ...{ operatorIds: people, shift: moment(at), zoneId: null, careUnitIds: [] },
      });
    const pattern = { from: day('2022-04-05'), hours: 6, firstStart: '08:00', restHours: 8 } as const;
    const cut = await ward.call('shifts.setPattern', pattern);
    expect(cut.dropped).toBe(1);
    const board = await ward.call('shifts.board', { from: day('2022-04-05'), days: 1 });
    expect(board.shifts).toHaveLength(5);
    expect(board.duties.map(({ from }) => from)).toEqual([moment('2022-04-05 04:00')]);
    await ward.call('acts.undo', { actId: cut.actId });
    expect((await ward.call('shifts.board', { from: day('2022-04-05'), days: 1 })).duties).toHaveLength(2);
  });
});
