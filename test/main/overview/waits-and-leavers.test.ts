import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { someone } from '../../fixtures/ward.ts';
import { openWalk, type Walk } from '../roll-calls/walk.ts';

let walk: Walk;
let zhang: StayId;
let a: string;
beforeEach(async () => {
  walk = await openWalk();
  [a] = walk.codes as [string];
  zhang = await walk.admit('张一', a);
});
afterEach(() => walk.ward.close());

const ghost = async (how: 'take-out' | 'left') => {
  const rollCallId = await walk.begin();
  await walk.see(rollCallId, { [a]: null });
  await walk.mend(rollCallId, 'ghost', how);
};

it('lets whoever was taken out of a bed wait since then, behind somebody who has had none for longer', async () => {
  const longest = async () => (await walk.ward.call('overview.show', {})).longestWait;
  const since = walk.ward.at('2022-04-08 10:05');
  await ghost('take-out');
  expect(await longest()).toMatchObject({ stayId: zhang, since });
  const before = { happenedAt: '2022-04-08T10:00+08:00' };
  const { stayId } = await walk.ward.call(
    'stays.admit',
    { details: someone({ name: '李二' }), bedId: null, familyOf: null, convoyId: null },
    before,
  );
  expect(await longest()).toMatchObject({ stayId });
});

it('counts a ghost who left without a word apart from those whom a doctor sent home', async () => {
  walk.ward.at('2022-04-08 10:00');
  await ghost('left');
  const { today } = await walk.ward.call('overview.show', {});
  expect(today.total).toEqual({ admitted: 0, discharged: 0, referred: 0, otherwise: 1, died: 0 });
  const rows = await walk.ward.call('overview.rows', { about: 'movements', figure: 'otherwise' });
  expect(rows.rows).toHaveLength(1);
});

it('gives midnight to the day that it ends, as the daily report does', async () => {
  const midnight = walk.ward.at('2022-04-09 00:00');
  await walk.admit('李二', walk.codes[1] as string);
  walk.ward.at('2022-04-09 00:01');
  expect((await walk.ward.call('overview.show', {})).today.total.admitted).toBe(0);
  const { body } = await walk.ward.call('daily.show', { cutOff: midnight });
  expect(body.admitted.inPeriod.people).toBe(1);
});
