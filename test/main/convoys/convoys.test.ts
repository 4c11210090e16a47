import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConvoyId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

let ward: TestWard;
let convoyId: ConvoyId;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
  const bus = { plate: '吉BA1087', origin: '船营区', people: 42, note: '' };
  const expected = await ward.call('convoys.expect', { ...bus, expectedAt: '2022-04-04T14:00+08:00' });
  convoyId = expected.convoyId;
  ward.at('2022-04-04 14:10');
});
afterEach(async () => {
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.close();
});

const arrive = () => ward.call('convoys.arrive', { convoyId });
const cancel = () => ward.call('convoys.cancel', { convoyId }, { reason: '改送另一家方舱' });
const arrivals = async () => (await ward.call('convoys.list', {})).map(({ arrivedAt }) => arrivedAt);

describe('a bus that was announced', () => {
  it('arrives once: a second arrival is refused, and the first time stays', async () => {
    await arrive();
    ward.at('2022-04-04 15:00');
    expect(await ward.refused('convoys.arrive', { convoyId })).toMatchObject({
      code: 'convoy-arrived',
      params: { plate: '吉BA1087', at: '2022-04-04T14:10:00' },
    });
    expect(await arrivals()).toEqual(['2022-04-04T06:10:00.000Z']);
  });

  it('and arrived cannot be called off', async () => {
    await arrive();
    const refusal = await ward.refused('convoys.cancel', { convoyId }, { reason: '改送另一家方舱' });
    expect(refusal.code).toBe('convoy-arrived');
    expect(await arrivals()).toHaveLength(1);
  });

  it('and called off cannot arrive, nor be called off again', async () => {
    await cancel();
    expect(await ward.refused('convoys.arrive', { convoyId })).toMatchObject({
      code: 'convoy-cancelled',
      params: { plate: '吉BA1087' },
    });
    const again = await ward.refused('convoys.cancel', { convoyId }, { reason: '改送另一家方舱' });
    expect(again.code).toBe('convoy-cancelled');
    expect(await arrivals()).toEqual([]);
  });

  it('whose arrival is undone is on its way again: it arrives anew or is called off', async () => {
    const { actId } = await arrive();
    await ward.call('acts.undo', { actId, beds: [] });
    expect(await arrivals()).toEqual([null]);
    ward.at('2022-04-04 14:40');
    const later = await arrive();
    expect(await arrivals()).toEqual(['2022-04-04T06:40:00.000Z']);
    await ward.call('acts.undo', { actId: later.actId, beds: [] });
    await cancel();
    expect(await arrivals()).toEqual([]);
  });

  it('whose calling-off is undone is on its way again, and can arrive', async () => {
    const { actId } = await cancel();
    await ward.call('acts.undo', { actId, beds: [] });
    expect(await arrivals()).toEqual([null]);
    await arrive();
    expect(await arrivals()).toEqual(['2022-04-04T06:10:00.000Z']);
  });
});
