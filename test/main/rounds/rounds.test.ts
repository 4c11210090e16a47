import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CareUnitId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, NOTHING, observe, signs } from './ward-of-patients.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const unitOf = async (bed: string): Promise<CareUnitId> => {
  const { beds } = await ward.call('beds.plan', {});
  const found = beds.find(({ code }) => code === bed);
  if (!found) throw new Error(bed);
  return found.careUnitId;
};

describe('a round through a care unit', () => {
  it('meets everybody in walking order, whoever came first, and tells when each is due', async () => {
    await admit(ward, '丁林宁', 'A-01-03');
    await admit(ward, '邹丽平', 'A-01-01');
    await admit(ward, '任福伟', 'A-01-02');
    await admit(ward, '王秀英');
    const of = await unitOf('A-01-01');
    const { rows } = await ward.call('rounds.list', { of });
    expect(rows.map(({ bed, name }) => `${bed} ${name}`)).toEqual([
      'A-01-01 邹丽平',
      'A-01-02 任福伟',
      'A-01-03 丁林宁',
    ]);
    const all = await ward.call('rounds.list', { of: 'all' });
    expect(all.rows.map(({ name }) => name)).toEqual(['邹丽平', '任福伟', '丁林宁', '王秀英']);
    const waiting = await ward.call('rounds.list', { of: 'waiting' });
    expect(waiting.rows.map(({ name }) => name)).toEqual(['王秀英']);

    ward.at('2022-04-04 16:30');
    for (const { stayId } of rows) await observe(ward, stayId);
    ward.at('2022-04-05 04:30');
    const later = await ward.call('rounds.list', { of });
    expect(later.rows.map(({ dueAt }) => dueAt)).toEqual(Array(3).fill(ward.at('2022-04-05 04:30')));
    expect(later.rows.map(({ overdue }) => overdue)).toEqual([false, false, false]);
    const { units } = await ward.call('rounds.units', {});
    expect(units.map(({ code, patients, due, overdue }) => [code, patients, due, overdue])).toEqual([
      ['A-01', 3, 3, 0],
      ['', 1, 1, 1],
    ]);
  });

  it('shows the score, the severe criteria beside it, and comes back sooner', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    const answer = await observe(ward, stayId, { spo2: 93 });
    expect(answer.score).toMatchObject({ kind: 'complete', total: 2 });
    expect(answer.findings).toMatchObject([{ level: 'severe', criterion: 'spo2' }]);
    expect(answer.dueAt).toBe(ward.at('2022-04-04 13:00'));
    const { rows } = await ward.call('rounds.list', { of: 'all' });
    expect(rows[0]).toMatchObject({ worst: 'emergency', last: { spo2: 93, score: { total: 2 } } });
  });

  it('scores a patient on the second scale by it once a doctor has marked that', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    const before = await observe(ward, stayId, { spo2: 90 });
    expect(before.score).toMatchObject({ total: 3 });
    await ward.call('rounds.mark', { stayId, mark: 'spo2-scale-2' });
    const { observations } = await ward.call('rounds.ofStay', { stayId });
    expect(observations[0]?.score).toMatchObject({ total: 0 });
  });

  it('does not score the pregnant, from the admission or by mark', async () => {
    const stayId = await admit(ward, '邹丽平', null, { sex: 'female', needs: ['pregnancy'] });
    expect((await observe(ward, stayId)).score).toEqual({ kind: 'not-applicable', why: 'pregnant' });
  });
});

describe('what is refused at a bedside', () => {
  it('refuses the impossible, asks about the unusual, and takes it once confirmed', async () => {
    const stayId = await admit(ward, '邹丽平');
    const refused = (change: object) => ward.refused('rounds.record', { stayId, signs: signs(change) });
    expect(await refused({ spo2: 101 })).toMatchObject({
      code: 'sign-impossible',
      params: { 'sign.zh': '血氧', value: '101' },
    });
    expect(await refused({ temperature: 46 })).toMatchObject({ code: 'sign-impossible' });
    expect(await refused({ pulse: 160 })).toMatchObject({
      code: 'sign-unusual',
      params: { 'sign.en': 'Pulse' },
    });
    await ward.call('rounds.record', { stayId, signs: signs({ pulse: 160 }), confirmed: ['pulse'] });
  });

  it('refuses nothing at all, and times before arrival, in the future, after leaving', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    expect(await ward.refused('rounds.record', { stayId, signs: NOTHING })).toMatchObject({
      code: 'nothing-observed',
    });
    const late = (happenedAt: string) =>
      ward.refused('rounds.record', { stayId, signs: signs({}) }, { happenedAt });
    expect(await late('2022-04-04T11:59+08:00')).toMatchObject({ code: 'before-arrival' });
    expect(await late('2022-04-04T12:30+08:00')).toMatchObject({ code: 'in-future' });
    ward.at('2022-04-04 18:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    ward.at('2022-04-04 19:00');
    expect(await late('2022-04-04T18:01+08:00')).toMatchObject({ code: 'after-leaving' });
    // What was on paper before they left is still typed in.
    await observe(ward, stayId, {}, { happenedAt: '2022-04-04T17:00+08:00' });
  });

  it('refuses a second observation of the same moment, naming who wrote the first', async () => {
    const stayId = await admit(ward, '邹丽平');
    await observe(ward, stayId);
    expect(await ward.refused('rounds.record', { stayId, signs: signs({ pulse: 80 }) })).toMatchObject({
      code: 'observed-already',
      params: { name: '邹丽平' },
    });
  });
});

describe('corrections and undo', () => {
  it('keeps before and after, and can be taken back', async () => {
    const stayId = await admit(ward, '邹丽平');
    const takenAt = ward.at('2022-04-04 13:00');
    await observe(ward, stayId, { temperature: 38.6 });
    ward.at('2022-04-04 13:05');
    const { actId } = await ward.call('rounds.correct', {
      stayId,
      takenAt,
      signs: signs({ temperature: 36.8 }),
    });
    const read = async () => (await ward.call('rounds.ofStay', { stayId })).observations;
    expect(await read()).toMatchObject([{ takenAt, temperature: 36.8 }]);
    const { history } = await ward.call('stays.record', { stayId });
    expect(history[0]).toMatchObject({
      procedure: 'rounds.correct',
      changes: [{ field: `temperature@${takenAt}`, before: '38.6', after: '36.8' }],
    });
    ward.at('2022-04-04 13:06');
    await ward.call('acts.undo', { actId } as never);
    expect(await read()).toMatchObject([{ takenAt, temperature: 38.6 }]);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  });

  it('two corrections of different rounds can be taken back in any order', async () => {
    const stayId = await admit(ward, '邹丽平');
    const times = ['2022-04-04 13:00', '2022-04-04 14:00'].map((local) => ward.at(local));
    for (const takenAt of times) await observe(ward, stayId, {}, { happenedAt: takenAt });
    const acts = [];
    for (const takenAt of times) {
      ward.at('2022-04-04 15:00');
      acts.push(await ward.call('rounds.correct', { stayId, takenAt, signs: signs({ pulse: 99 }) }));
    }
    const [first] = acts;
    if (!first) throw new Error('no act');
    await ward.call('acts.undo', { actId: first.actId } as never);
    const { observations } = await ward.call('rounds.ofStay', { stayId });
    expect(observations.map(({ pulse }) => pulse)).toEqual([99, 76]);
  });

  it('recording leaves the version of the stay alone, so that nobody’s discharge becomes stale', async () => {
    const stayId = await admit(ward, '邹丽平', 'A-01-01');
    const version = async () => (await ward.call('stays.record', { stayId })).stay.version;
    const before = await version();
    await observe(ward, stayId);
    expect(await version()).toBe(before);
    expect((await ward.call('stays.record', { stayId })).history[0]).toMatchObject({
      procedure: 'rounds.record',
    });
  });

  it('an act tells who it is about and when it is written down late', async () => {
    const stayId = await admit(ward, '邹丽平');
    ward.at('2022-04-04 20:00');
    await observe(ward, stayId, {}, { happenedAt: '2022-04-04T14:00+08:00' });
    const { observations } = await ward.call('rounds.ofStay', { stayId });
    expect(observations).toMatchObject([{ late: true, who: '李护士' }]);
  });
});

describe('marks and examinations', () => {
  it('marks by hand, once, and takes the mark off again; both can be undone', async () => {
    const stayId = await admit(ward, '邹丽平');
    await ward.call('rounds.mark', { stayId, mark: 'key-patient', note: '医生关注' });
    const reasons = async () => (await ward.call('rounds.ofStay', { stayId })).keyReasons;
    expect(await reasons()).toEqual(['key-patient']);
    expect(await ward.refused('rounds.mark', { stayId, mark: 'key-patient' })).toMatchObject({
      code: 'marked-already',
      params: { 'mark.zh': '重点病员' },
    });
    ward.at('2022-04-04 14:00');
    const { actId } = await ward.call('rounds.unmark', { stayId, mark: 'key-patient' });
    expect(await reasons()).toEqual([]);
    expect(await ward.refused('rounds.unmark', { stayId, mark: 'key-patient' })).toMatchObject({
      code: 'not-marked',
    });
    await ward.call('acts.undo', { actId } as never);
    expect(await reasons()).toEqual(['key-patient']);
  });

  it('high-risk groups of the protocol make key patients without a mark', async () => {
    const old = await admit(ward, '邹丽平', null, { birthDate: '1955-01-01' as never });
    const ill = await admit(ward, '丁林宁', null, { conditions: '2型糖尿病' });
    const well = await admit(ward, '任福伟');
    const reasons = async (stayId: typeof old) => (await ward.call('rounds.ofStay', { stayId })).keyReasons;
    expect(await reasons(old)).toEqual(['over-60']);
    expect(await reasons(ill)).toEqual(['diabetes']);
    expect(await reasons(well)).toEqual([]);
  });

  it('an examination is ordered, done with a finding, and ended once', async () => {
    const stayId = await admit(ward, '邹丽平');
    const dueAt = ward.at('2022-04-05 09:00');
    ward.at('2022-04-04 13:00');
    const { examinationId } = await ward.call('rounds.orderExamination', { stayId, kind: 'chest-ct', dueAt });
    ward.at('2022-04-05 08:00');
    const { actId } = await ward.call('rounds.completeExamination', {
      examinationId,
      finding: '双肺未见异常',
    });
    const read = async () => (await ward.call('rounds.ofStay', { stayId })).examinations;
    expect(await read()).toMatchObject([{ finding: '双肺未见异常', overdue: false }]);
    expect(
      await ward.refused('rounds.cancelExamination', { examinationId }, { reason: '重复' }),
    ).toMatchObject({
      code: 'examination-ended',
    });
    await ward.call('acts.undo', { actId } as never);
    expect(await read()).toMatchObject([{ doneAt: null }]);
    expect(await ward.refused('rounds.cancelExamination', { examinationId })).toMatchObject({
      code: 'reason-needed',
    });
    await ward.call('rounds.cancelExamination', { examinationId }, { reason: '患者拒绝' });
    expect(await read()).toMatchObject([{ cancelled: true, finding: '患者拒绝' }]);
  });
});
