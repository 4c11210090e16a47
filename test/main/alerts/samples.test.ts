import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit } from '../rounds/ward-of-patients.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const overdue = async () =>
  (await ward.call('alerts.open', { team: 'nursing' })).alerts.filter(
    ({ kind }) => kind === 'sample-overdue',
  );

describe('a sample that nobody took', () => {
  it('is overdue a day and the grace after arrival, then a day after the last one, and ends with the sample', async () => {
    await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-05 13:00');
    expect(await overdue()).toEqual([]);
    ward.at('2022-04-05 13:01');
    expect(await overdue()).toMatchObject([{ since: '2022-04-05T04:00:00.000Z', bed: 'A-01-01' }]);
    // It is the same alert however late one asks.
    ward.at('2022-04-05 20:00');
    expect(await overdue()).toMatchObject([{ since: '2022-04-05T04:00:00.000Z' }]);

    await ward.call('tests.recordSample', { barcode: 'T0001', people: ['A-01-01'] });
    expect(await overdue()).toEqual([]);
    ward.at('2022-04-06 21:00');
    expect(await overdue()).toEqual([]);
    ward.at('2022-04-06 21:01');
    expect(await overdue()).toMatchObject([{ since: '2022-04-06T12:00:00.000Z' }]);
  });

  it('rings again a day later, though the first day was acknowledged', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-05 13:01');
    const [first] = await overdue();
    if (!first) throw new Error('no alert');
    const { kind, since } = first;
    await ward.call('alerts.acknowledge', { alerts: [{ stayId, kind, since }], note: '' });
    ward.at('2022-04-06 13:00');
    expect(await overdue()).toMatchObject([{ since: '2022-04-05T04:00:00.000Z', acknowledged: {} }]);
    ward.at('2022-04-06 13:01');
    expect(await overdue()).toMatchObject([
      { since: '2022-04-06T04:00:00.000Z', began: '2022-04-05T04:00:00.000Z', acknowledged: null },
    ]);
  });

  it('is missed also of somebody whom a doctor has yet to classify', async () => {
    await admit(ward, '邹丽平', 'A-01-01', { classification: 'unknown' });
    ward.at('2022-04-05 13:01');
    expect(await overdue()).toMatchObject([{ bed: 'A-01-01', since: '2022-04-05T04:00:00.000Z' }]);
  });
});
