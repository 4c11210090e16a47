import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, alertsOf, observe } from '../rounds/ward-of-patients.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

type Alert = OutputOf<'alerts.open'>['alerts'][number];

const open = async (): Promise<Alert[]> => {
  const { alerts } = await ward.call('alerts.open', {});
  return alerts.filter(({ kind }) => kind !== 'sample-overdue');
};
const acknowledge = (alerts: readonly Pick<Alert, 'stayId' | 'kind' | 'since'>[], note = '') =>
  ward.call('alerts.acknowledge', {
    alerts: alerts.map(({ stayId, kind, since }) => ({ stayId, kind, since })),
    note,
  });
const SEVERE = { respiratoryRate: 22, spo2: 93 };

describe('somebody who gets worse', () => {
  it('is at the top of the list, is acknowledged by name, and comes back when it gets worse again', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    const other = await admit(ward, '丁林宁', 'A-01-02');
    await observe(ward, stayId);
    await observe(ward, other, { temperature: 37.5 });
    expect(await alertsOf(ward, stayId)).toEqual([]);

    ward.at('2022-04-04 14:00');
    await observe(ward, stayId, SEVERE);
    const [first, second, third] = await open();
    expect(first).toMatchObject({
      stayId,
      bed: 'A-01-01',
      kind: 'severe',
      level: 'emergency',
      teams: ['medical', 'nursing'],
      sentence: { zh: '血氧饱和度 93%（空气），≤ 93%' },
    });
    expect(second).toMatchObject({ stayId: other, kind: 'fever', level: 'notice' });
    expect(third).toBeUndefined();

    ward.at('2022-04-04 14:05');
    if (!first) throw new Error('no alert');
    await acknowledge([first], '已通知张医生');
    expect((await open()).at(-1)).toMatchObject({
      kind: 'severe',
      acknowledged: { who: '李护士', at: ward.at('2022-04-04 14:05'), note: '已通知张医生' },
    });

    ward.at('2022-04-04 14:20');
    await observe(ward, stayId, { ...SEVERE, spo2: 92 });
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 14:00 ✓']);
    // A second criterion, and a score that asks for help.
    ward.at('2022-04-04 14:30');
    await observe(ward, stayId, { respiratoryRate: 31, spo2: 91 });
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 14:30', 'news2-urgent 04-04 14:30']);
    expect((await open())[0]?.sentence.zh).toBe('血氧饱和度 91%（空气），≤ 93%；呼吸 31 次/分，≥ 30');

    // Better, and ill again the next day: a new beginning.
    ward.at('2022-04-04 18:00');
    await observe(ward, stayId);
    expect(await alertsOf(ward, stayId)).toEqual([]);
    ward.at('2022-04-04 20:00');
    await observe(ward, stayId, SEVERE);
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 20:00']);
  });

  it('an observation that is undone takes its alert with it, and all is as it was', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, { temperature: 37.5 });
    ward.at('2022-04-04 14:00');
    const before = await open();
    const { actId } = await observe(ward, stayId, SEVERE);
    expect(await open()).not.toEqual(before);
    await ward.call('acts.undo', { actId } as never);
    expect(await open()).toEqual(before);
  });

  it('one that was written down late begins when it happened', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-04 13:00');
    await observe(ward, stayId, SEVERE);
    ward.at('2022-04-04 13:20');
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 13:00']);
    await observe(ward, stayId, SEVERE, { happenedAt: '2022-04-04T12:30+08:00' });
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 12:30']);
    await observe(ward, stayId, {}, { happenedAt: '2022-04-04T12:45+08:00' });
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 13:00']);
  });

  it('is no longer on the list once they have left', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, SEVERE);
    ward.at('2022-04-04 14:00');
    const leaving = { way: 'to-hospital', destination: '定点医院', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    expect(await open()).toEqual([]);
    expect(await alertsOf(ward, stayId)).toEqual([]);
  });
});

describe('acknowledging', () => {
  it('belongs to one beginning, can be undone, and is refused when there is nothing left to take', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, SEVERE);
    const alerts = await open();
    const { actId, acknowledged } = await acknowledge(alerts);
    expect(acknowledged).toBe(1);
    const again = await ward.refused('alerts.acknowledge', {
      alerts: alerts.map(({ kind, since }) => ({ stayId, kind, since })),
    });
    expect(again).toMatchObject({ code: 'alert-gone' });
    await ward.call('acts.undo', { actId } as never);
    expect(await alertsOf(ward, stayId)).toEqual(['severe 04-04 12:00']);
    const never = await ward.refused('alerts.acknowledge', {
      alerts: [{ stayId, kind: 'news2-emergency', since: ward.at('2022-04-04 12:00') }],
    });
    expect(never).toMatchObject({ code: 'alert-gone' });
  });

  it('takes many at once and leaves alone what somebody else has taken', async () => {
    const stays: StayId[] = [];
    for (const bed of ['A-01-01', 'A-01-02', 'A-01-03']) {
      const stayId = await admit(ward, `患者${bed}`, bed);
      await observe(ward, stayId, { temperature: 38 });
      stays.push(stayId);
    }
    const alerts = await open();
    expect(alerts).toHaveLength(3);
    await acknowledge(alerts.slice(0, 1));
    expect(await acknowledge(alerts)).toMatchObject({ acknowledged: 2, left: 1 });
  });

  it('goes to the team lead when nobody does it in time, and not before', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, SEVERE);
    const escalated = async () => (await open()).map((one) => one.escalated);
    ward.at('2022-04-04 12:14');
    expect(await escalated()).toEqual([false]);
    ward.at('2022-04-04 12:15');
    expect(await escalated()).toEqual([true]);
    expect(await ward.call('alerts.count', {})).toMatchObject({ emergency: 1, escalated: 1 });
    await acknowledge(await open());
    expect(await escalated()).toEqual([false]);
    expect(await ward.call('alerts.count', {})).toMatchObject({ emergency: 0, escalated: 0 });
  });

  it('what is due on the shift is left to the shift for as long as an ordinary round takes', async () => {
    await admit(ward, '邹丽平', 'A-01-01');
    const escalated = async () => (await open()).map(({ kind, escalated: gone }) => `${kind} ${gone}`);
    ward.at('2022-04-04 19:59');
    expect(await escalated()).toEqual(['round-overdue false']);
    ward.at('2022-04-04 20:00');
    expect(await escalated()).toEqual(['round-overdue true']);
  });

  it('is told to the next shift with who and when', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, SEVERE);
    ward.at('2022-04-04 12:10');
    await acknowledge(await open(), '吸氧后复测');
    const from = ward.at('2022-04-04 12:00');
    const to = ward.at('2022-04-04 20:00');
    const { alerts } = await ward.call('alerts.history', { from, to });
    expect(alerts).toMatchObject([
      { stayId, name: '邹丽平', bed: 'A-01-01', kind: 'severe', who: '李护士', note: '吸氧后复测' },
    ]);
    expect((await ward.call('alerts.history', { from: to, to: ward.at('2022-04-05 20:00') })).alerts).toEqual(
      [],
    );
    expect(await ward.refused('alerts.history', { from: to, to: from })).toMatchObject({
      code: 'period-empty',
    });
  });
});

describe('what nobody has done', () => {
  it('a round is overdue after its grace, and the alert ends with the round', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-04 17:00');
    expect(await alertsOf(ward, stayId)).toEqual([]);
    ward.at('2022-04-04 17:01');
    expect(await alertsOf(ward, stayId)).toEqual(['round-overdue 04-04 16:00']);
    await observe(ward, stayId);
    expect(await alertsOf(ward, stayId)).toEqual([]);
    ward.at('2022-04-05 06:02');
    expect(await alertsOf(ward, stayId)).toEqual(['round-overdue 04-05 05:01']);
    await acknowledge(await open());
    ward.at('2022-04-05 09:00');
    expect(await alertsOf(ward, stayId)).toEqual(['round-overdue 04-05 05:01 ✓']);
  });

  it('a key patient has an examination within a day, ordered or done', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01', { conditions: '高血压' });
    const kinds = async () =>
      (await open()).map(({ kind }) => kind).filter((kind) => kind !== 'round-overdue');
    ward.at('2022-04-05 12:00');
    expect(await kinds()).toEqual([]);
    ward.at('2022-04-05 12:01');
    expect(await kinds()).toEqual(['key-without-examination']);
    const dueAt = ward.at('2022-04-05 18:00');
    ward.at('2022-04-05 12:02');
    const { examinationId } = await ward.call('rounds.orderExamination', { stayId, kind: 'blood', dueAt });
    expect(await kinds()).toEqual([]);
    ward.at('2022-04-05 18:01');
    expect(await kinds()).toEqual(['examination-overdue']);
    await ward.call('rounds.completeExamination', { examinationId, finding: '正常' });
    expect(await kinds()).toEqual([]);
  });

  it('somebody marked by hand has a day from the mark on', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    ward.at('2022-04-06 12:00');
    await ward.call('rounds.mark', { stayId, mark: 'key-patient' });
    ward.at('2022-04-07 12:01');
    expect(await alertsOf(ward, stayId)).toContain('key-without-examination 04-07 12:00');
  });

  it('each group sees its own', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    await observe(ward, stayId, { temperature: 38 });
    const of = async (team: 'medical' | 'logistics') =>
      (await ward.call('alerts.open', { team })).alerts.map(({ kind }) => kind);
    expect(await of('medical')).toEqual(['fever']);
    expect(await of('logistics')).toEqual([]);
  });
});
