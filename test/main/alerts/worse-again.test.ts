import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, alertsOf, NOTHING, observe } from '../rounds/ward-of-patients.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const acknowledgeAll = async (stayId: StayId) => {
  const { alerts } = await ward.call('alerts.open', { stayId });
  const open = alerts.filter(({ acknowledged }) => acknowledged === null);
  await ward.call('alerts.acknowledge', {
    alerts: open.map(({ kind, since }) => ({ stayId, kind, since })),
    note: '',
  });
};
const ringing = async (stayId: StayId) => (await alertsOf(ward, stayId)).filter((one) => !one.endsWith('✓'));

describe('somebody who becomes worse under an acknowledged alert', () => {
  it('is on the badge again each time, however high the alert was already', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, { spo2: 93 });
    await acknowledgeAll(stayId);
    ward.at('2022-04-04 12:30');
    await observe(ward, stayId, {
      spo2: 92,
      respiratoryRate: 25,
      pulse: 115,
      systolic: 95,
      oxygen: 'oxygen',
    });
    expect(await ringing(stayId)).toContain('news2-emergency 04-04 12:30');
    await acknowledgeAll(stayId);
    expect(await ringing(stayId)).toEqual([]);

    ward.at('2022-04-04 12:40');
    const collapse = { spo2: 70, respiratoryRate: 25, pulse: 115, systolic: 80, oxygen: 'oxygen' as const };
    const signs = { ...NOTHING, temperature: 36.8, ...collapse, consciousness: 'unresponsive' as const };
    const confirmed = ['spo2' as const, 'systolic' as const];
    await ward.call('rounds.record', { stayId, signs, confirmed });
    expect(await ringing(stayId)).toEqual(['severe 04-04 12:40', 'news2-emergency 04-04 12:40']);
    expect(await ward.call('alerts.count', {})).toMatchObject({ emergency: 2 });
    await acknowledgeAll(stayId);

    ward.at('2022-04-04 13:00');
    await observe(ward, stayId, { spo2: 92, respiratoryRate: 25 });
    expect(await alertsOf(ward, stayId)).toContain('news2-urgent 04-04 12:40 ✓');
    expect(await ringing(stayId)).toEqual([]);
  });

  it('is on it with a new three under a score of 5, and the alert names the three', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, { respiratoryRate: 22, pulse: 95, systolic: 95 });
    expect(await ringing(stayId)).toEqual(['news2-urgent 04-04 12:00']);
    await acknowledgeAll(stayId);
    ward.at('2022-04-04 12:30');
    await observe(ward, stayId, { respiratoryRate: 22, pulse: 95, consciousness: 'confusion' });
    expect(await ringing(stayId)).toEqual(['news2-urgent 04-04 12:30']);
    const { alerts } = await ward.call('alerts.open', { stayId });
    expect(alerts.find(({ kind }) => kind === 'news2-urgent')?.sentence.zh).toContain('意识模糊（3 分）');
  });
});

describe('a round that nobody makes', () => {
  it('rings again at each turn missed, though the one before was acknowledged, and lasts since the first', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-04 17:01');
    await acknowledgeAll(stayId);
    ward.at('2022-04-04 21:00');
    expect(await alertsOf(ward, stayId)).toEqual(['round-overdue 04-04 16:00 ✓']);
    ward.at('2022-04-04 21:01');
    expect(await alertsOf(ward, stayId)).toEqual(['round-overdue 04-04 20:00']);
    const [alert] = (await ward.call('alerts.open', { stayId })).alerts;
    expect(alert).toMatchObject({ began: '2022-04-04T08:00:00.000Z', escalated: true });
    await acknowledgeAll(stayId);
    ward.at('2022-04-05 01:00');
    expect(await ringing(stayId)).toEqual([]);
    ward.at('2022-04-05 01:01');
    expect(await ringing(stayId)).toEqual(['round-overdue 04-05 00:00']);
  });

  it('is not made by a note, nor by a temperature of somebody watched for something else', async () => {
    const asleep = await admit(ward, '邹丽平', 'A-01-01');
    const ill = await admit(ward, '丁林宁', 'A-01-02');
    await observe(ward, ill, { spo2: 93 });
    await acknowledgeAll(ill);
    ward.at('2022-04-04 17:01');
    await ward.call('rounds.record', { stayId: asleep, signs: { ...NOTHING, note: '睡着' }, confirmed: [] });
    await ward.call('rounds.record', {
      stayId: ill,
      signs: { ...NOTHING, temperature: 36.6 },
      confirmed: [],
    });
    expect(await ringing(asleep)).toEqual(['round-overdue 04-04 16:00']);
    expect(await ringing(ill)).toEqual([expect.stringContaining('round-overdue')]);
    const { rows } = await ward.call('rounds.list', { of: 'all' });
    expect(rows.map(({ overdue }) => overdue)).toEqual([true, true]);
    // A temperature is a look at somebody of whom nothing is feared; the other one's saturation has to be looked at.
    const temperature = { ...NOTHING, temperature: 36.6 };
    ward.at('2022-04-04 17:02');
    await ward.call('rounds.record', { stayId: asleep, signs: temperature, confirmed: [] });
    expect(await ringing(asleep)).toEqual([]);
    await observe(ward, ill, { spo2: 93 });
    expect(await ringing(ill)).toEqual([]);
  });
});
