import { afterEach, beforeEach, expect, it } from 'vitest';
import { BANDS } from '#shared/contract/overview.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admitted, moment, POSITIVE, sampled } from '../eligibility/ward-with-samples.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

/**
 * Six people, judged on 6 April at noon by the ninth edition (two negatives a day apart), with an hour of
 * disinfection. When each bed is free was worked out on paper:
 *
 *     李强  negatives 5 April 08:00 and 6 April 08:00   may leave now
 *     王刚  negative 6 April 06:00                      one more due 7 April 06:00
 *     孙丽  negative 5 April 20:00, one at the lab      the one at the lab is too close; due 6 April 20:00
 *     赵敏  positive 6 April 08:00                      due 7 and 8 April 08:00
 *     周杰  never sampled                               due now and 7 April 12:00
 *     吴芳  an ordinary case                            belongs elsewhere
 */
async function sixPeople(): Promise<void> {
  const ids = [];
  for (const [i, name] of ['李强', '王刚', '孙丽', '赵敏', '周杰'].entries())
    ids.push(await admitted(ward, name, `A-01-0${i + 1}`));
  await admitted(ward, '吴芳', 'A-01-06', { classification: 'ordinary' });
  const [eligible, begun, waiting, positive] = ids;
  if (!eligible || !begun || !waiting || !positive) throw new Error('they were admitted');
  await sampled(ward, eligible, '2022-04-05 08:00');
  await sampled(ward, eligible, '2022-04-06 08:00');
  await sampled(ward, begun, '2022-04-06 06:00');
  await sampled(ward, waiting, '2022-04-05 20:00');
  await sampled(ward, waiting, '2022-04-06 08:00', { outcome: null });
  await sampled(ward, positive, '2022-04-06 08:00', POSITIVE);
  ward.at('2022-04-06 12:00');
}

it('tells when each bed is free, surely, probably and at best, as worked out on paper', async () => {
  await sixPeople();
  const forecast = await ward.call('overview.forecast', {});
  expect(forecast.cleaningMinutes).toBe(60);
  const when = (local: string | null) => local && moment(local);
  const told = forecast.beds.map(({ person, why, low, likely, high }) => [
    ...[person?.name, why, low, likely, high],
  ]);
  expect(told).toEqual([
    ['李强', 'eligible', when('2022-04-08 13:00'), when('2022-04-07 13:00'), when('2022-04-06 13:00')],
    ['王刚', 'tests-left', null, when('2022-04-08 13:00'), when('2022-04-07 07:00')],
    ['孙丽', 'tests-left', null, when('2022-04-07 13:00'), when('2022-04-06 21:00')],
    ['赵敏', 'not-yet', null, null, when('2022-04-08 09:00')],
    ['周杰', 'not-yet', null, null, when('2022-04-07 13:00')],
  ]);
  expect(forecast.horizons.map(({ hours, free }) => [hours, ...BANDS.map((band) => free[band])])).toEqual([
    [24, 0, 0, 3],
    [72, 1, 3, 5],
  ]);
});

it('takes a positive that comes in out of what is likely, and leaves it possible', async () => {
  await sixPeople();
  const { beds } = await ward.call('overview.forecast', {});
  const stayId = beds.find(({ person }) => person?.name === '王刚')?.person?.stayId;
  if (!stayId) throw new Error('he is expected');
  await sampled(ward, stayId, '2022-04-06 10:00', POSITIVE);
  const after = await ward.call('overview.forecast', {});
  const [, days] = after.horizons;
  expect(days?.free).toEqual({ low: 1, likely: 2, high: 5 });
  expect(after.beds.find(({ person }) => person?.stayId === stayId)).toMatchObject({
    ...{ why: 'not-yet', likely: null, high: moment('2022-04-08 11:00') },
  });
});
