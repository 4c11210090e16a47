import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReferralId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admitted, moment, POSITIVE, sampled } from './ward-with-samples.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

describe('who in the ward may leave', () => {
  it('is said of everybody in walking order, with counts, reasons and what is next', async () => {
    await admitted(ward, '王刚', 'A-01-03');
    const first = await admitted(ward, '李强', 'A-01-01', {
      documentType: 'other',
      documentNumber: 'X12345',
    });
    const elsewhere = await admitted(ward, '赵敏', 'A-01-02', { classification: 'ordinary' });
    await sampled(ward, first, '2022-04-05 08:00');
    await sampled(ward, first, '2022-04-06 08:00');
    await sampled(ward, elsewhere, '2022-04-05 08:00');
    ward.at('2022-04-06 12:00');
    const list = await ward.call('eligibility.list', {});
    expect(list.protocol).toEqual({ key: 'ninth-edition', version: 1, name: '诊疗方案（试行第九版）' });
    expect(list.at).toBe(moment('2022-04-06 12:00'));
    expect(list.patients.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['李强', 'eligible'],
      ['赵敏', 'excluded'],
      ['王刚', 'not-yet'],
    ]);
    expect(list.counts).toEqual({ eligible: 1, notYet: 1, excluded: 1 });
    expect(list.patients[0]).toMatchObject({ documentNumber: 'X12345', next: { what: 'release' } });
    const tests = list.patients[0]?.rules.find(({ rule }) => rule === 'tests');
    expect(tests).toEqual({
      rule: 'tests',
      met: true,
      saw: '4月5日 08:00 ORF1ab 未检出 N 未检出；4月6日 08:00 ORF1ab 未检出 N 未检出',
      sentence: '4月5日 08:00 与 4月6日 08:00 采样均合格，连续2次，相邻间隔至少24小时。',
    });
  });

  it('is said in English where that is asked for, with the next sample by the hospital’s clocks', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    await sampled(ward, stayId, '2022-04-06 06:40');
    ward.at('2022-04-06 12:00');
    const { patient } = await ward.call('eligibility.ofStay', { stayId, language: 'en' });
    expect(patient.verdict).toBe('not-yet');
    expect(patient.earliest).toBe(moment('2022-04-07 06:40'));
    expect(patient.next.sentence).toBe('Sample due at 7 Apr 06:40.');
  });

  it('can be asked as of an earlier moment: who was in the ward then, by what had been reported then', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    await sampled(ward, stayId, '2022-04-05 08:00');
    await sampled(ward, stayId, '2022-04-06 08:00', { outcome: 'negative', reported: '2022-04-06 18:00' });
    ward.at('2022-04-06 20:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    ward.at('2022-04-07 12:00');
    const verdictAt = async (local: string) =>
      (await ward.call('eligibility.list', { at: moment(local) })).patients.map(({ verdict }) => verdict);
    expect(await verdictAt('2022-04-04 11:00')).toEqual([]);
    expect(await verdictAt('2022-04-06 12:00')).toEqual(['not-yet']);
    expect(await verdictAt('2022-04-06 18:00')).toEqual(['eligible']);
    expect(await verdictAt('2022-04-07 12:00')).toEqual([]);
  });

  it('follows a corrected report: what had been negative and is positive takes the release away', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    await sampled(ward, stayId, '2022-04-05 08:00');
    await sampled(ward, stayId, '2022-04-06 08:00');
    ward.at('2022-04-06 12:00');
    const verdict = async () => (await ward.call('eligibility.ofStay', { stayId })).patient.verdict;
    expect(await verdict()).toBe('eligible');
    const row = await ward.db.read
      .selectFrom('nat_result')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    await ward.db.write
      .updateTable('nat_result')
      .set({ superseded_by: row.recorded_by })
      .where('id', '=', row.id)
      .execute();
    const { id: _id, ...same } = row;
    await ward.db.write
      .insertInto('nat_result')
      .values({ ...same, superseded_by: null, outcome: 'positive', orf_reading: 'ct', orf_ct: 29 })
      .execute();
    expect(await verdict()).toBe('not-yet');
  });

  it('excludes whoever met a severe criterion at the last round, until a round finds it gone', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    await sampled(ward, stayId, '2022-04-05 08:00');
    await sampled(ward, stayId, '2022-04-06 08:00');
    const seq = 1;
    const see = (local: string, spo2: number) =>
      ward.db.write
        .insertInto('observation')
        .values({
          ...{ stay_id: stayId, taken_at: moment(local), temperature: null, pulse: null, spo2 },
          ...{ respiratory_rate: null, oxygen: 'air', oxygen_flow: null, systolic: null, diastolic: null },
          ...{ consciousness: null, symptoms: null, trend: null, calm: 1, note: '', recorded_by: seq },
        })
        .execute();
    await see('2022-04-06 09:00', 93);
    ward.at('2022-04-06 12:00');
    const judged = async () => (await ward.call('eligibility.ofStay', { stayId })).patient;
    expect(await judged()).toMatchObject({ verdict: 'excluded', earliest: null, next: { what: 'refer' } });
    await see('2022-04-06 11:00', 98);
    expect(await judged()).toMatchObject({ verdict: 'eligible' });
  });

  it('excludes whoever is being referred, until that is called off', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    await sampled(ward, stayId, '2022-04-05 08:00');
    await sampled(ward, stayId, '2022-04-06 08:00');
    const referral = (cancelled: string | null, id: string) => ({
      ...({
        stay_id: stayId,
        referral_id: id as ReferralId,
        hospital: '市传染病院',
        reason: '透析',
        urgent: 0,
        hold_bed: 0,
      } as const),
      ...{ plate: '', contact: '', note: '', requested_at: moment('2022-04-06 09:00'), recorded_by: 1 },
      ...{ accepted_at: null, vehicle_at: null, left_at: null, arrived_at: null },
      cancelled_at: cancelled === null ? null : moment(cancelled),
    });
    await ward.db.write.insertInto('referral').values(referral('2022-04-06 11:00', 'r1')).execute();
    ward.at('2022-04-06 12:00');
    const verdictAt = async (local: string) =>
      (await ward.call('eligibility.list', { at: moment(local), stayId })).patients[0]?.verdict;
    expect(await verdictAt('2022-04-06 08:30')).toBe('eligible');
    expect(await verdictAt('2022-04-06 10:00')).toBe('excluded');
    expect(await verdictAt('2022-04-06 11:00')).toBe('eligible');
  });

  it('refuses a stay that does not exist', async () => {
    const stayId = crypto.randomUUID() as never;
    expect((await ward.refused('eligibility.list', { stayId })).code).toBe('no-such-stay');
    expect((await ward.refused('eligibility.ofStay', { stayId })).code).toBe('no-such-stay');
  });
});

describe('what somebody left by', () => {
  it('is kept with the version and the verdict of that moment, and goes when the discharge is undone', async () => {
    const good = await admitted(ward, '李强', 'A-01-01');
    const early = await admitted(ward, '赵敏', 'A-01-02');
    await sampled(ward, good, '2022-04-05 08:00');
    await sampled(ward, good, '2022-04-06 08:00');
    await sampled(ward, early, '2022-04-06 08:00', POSITIVE);
    ward.at('2022-04-06 12:00');
    const leaving = { way: 'on-order', destination: '', companion: '', note: '' } as const;
    const { actId } = await ward.call('discharges.commit', {
      stays: [{ stayId: good }, { stayId: early }],
      leaving,
    });
    ward.at('2022-04-06 12:05');
    const basis = async (stayId: typeof good) => (await ward.call('eligibility.ofStay', { stayId })).basis;
    expect(await basis(good)).toEqual({
      protocol: { key: 'ninth-edition', version: 1, name: '诊疗方案（试行第九版）' },
      verdict: 'eligible',
      judgedAt: moment('2022-04-06 12:00'),
    });
    expect(await basis(early)).toMatchObject({ verdict: 'not-yet' });
    await ward.call('acts.undo', { actId, beds: [] });
    expect(await basis(good)).toBeNull();
    expect(
      await ward.db.read
        .selectFrom('discharge_basis')
        .select('id')
        .where('superseded_by', 'is', null)
        .execute(),
    ).toEqual([]);
  });

  it('is nothing for whoever goes to a hospital or against advice', async () => {
    const stayId = await admitted(ward, '李强', 'A-01-01');
    ward.at('2022-04-06 12:00');
    const leaving = { way: 'against-advice', destination: '', companion: '', note: '' } as const;
    await ward.call('discharges.commit', { stays: [{ stayId }], leaving });
    expect((await ward.call('eligibility.ofStay', { stayId })).basis).toBeNull();
  });
});
