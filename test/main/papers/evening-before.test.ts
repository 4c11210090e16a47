import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fieldsOf } from '#main/papers/certificate-payload.ts';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { NO_SIGNS, reported, sampled } from '../../fixtures/clinical.ts';
import { type Evening, eveningBefore, LEAVING, openWith, signBoth } from '../releases/list-fixture.ts';
import { pagesOf, textOf } from './people.ts';

let evening: Evening;
let listId: ReleaseListId;
let man: StayId;
let other: StayId;
beforeEach(async () => {
  evening = await eveningBefore();
  man = evening.ids.man as StayId;
  other = evening.ids.other as StayId;
  listId = await openWith(evening, [man, other]);
});
afterEach(() => evening.ward.close());

const print = (...stayIds: StayId[]) => evening.ward.call('papers.prepare', { kind: 'certificate', stayIds });
const standing = async (stayId: StayId) => (await evening.ward.call('papers.of', { stayId })).certificate;

describe('certificates printed the evening before', () => {
  it('are not for a list that one has signed, or nobody', async () => {
    const refusal = await evening.ward.refused('papers.prepare', { kind: 'certificate', stayIds: [man] });
    expect(refusal.code).toBe('certificate-not-due');
  });

  it('carry the day of the list, the names of both signers and the last two samples, and hold from leaving on', async () => {
    await signBoth(evening, listId);
    const { actId } = await print(man);
    const text = textOf(await pagesOf(evening.ward, actId));
    for (const part of [
      '2022年4月4日 至 2022年4月8日',
      '核对医生 Checked by doctor 李护士',
      '核对护士 Checked by nurse 王护士',
      '2022-04-06 07:00 Ct 36.2 Ct 37',
      '2022-04-07 07:30 未检出 not detected',
    ])
      expect(text).toContain(part);
    expect(await standing(man)).toMatchObject({ standing: 'not-yet', reason: null });
    evening.ward.at('2022-04-08 09:00');
    await evening.ward.call('discharges.commit', { stays: [{ stayId: man }], leaving: LEAVING, listId });
    expect(await standing(man)).toMatchObject({ standing: 'valid' });
    const again = await print(man);
    expect(again.papers[0]).toMatchObject({ subject: 'FC2022-000001', copy: 2 });
  });

  it('are void when a positive comes in at night, and no new one is printed', async () => {
    await signBoth(evening, listId);
    await print(man, other);
    evening.ward.at('2022-04-07 23:00');
    await sampled(evening.ward, man, '2022-04-07 22:00', { orf: 28, n: 27 });
    expect(await standing(man)).toMatchObject({ standing: 'void', reason: 'off-the-list' });
    expect(await standing(other)).toMatchObject({ standing: 'not-yet' });
    const { papers, without } = await print(man, other);
    expect(papers.map(({ stayId }) => stayId)).toEqual([other]);
    expect(without).toMatchObject([{ name: '丁林宁', problem: { code: 'off-the-list' } }]);
    expect(without[0]?.problem.params['why.en']).toMatch(/\w/);
  });

  it('are not yet again once that result is corrected', async () => {
    await signBoth(evening, listId);
    await print(man);
    evening.ward.at('2022-04-07 23:00');
    const barcode = await sampled(evening.ward, man, '2022-04-07 22:00', { orf: 28, n: 27 });
    await reported(evening.ward, barcode, { orf: 38, n: 38 });
    expect(await standing(man)).toMatchObject({ standing: 'not-yet' });
  });

  it('are void for who stays a day longer, and the next one says the other day', async () => {
    await signBoth(evening, listId);
    await print(man);
    evening.ward.at('2022-04-09 09:00');
    expect(await standing(man)).toMatchObject({ standing: 'void', reason: 'off-the-list' });
    const next = await evening.ward.call('releases.open', { day: '2022-04-09' as never });
    await evening.ward.call('releases.setMembers', { listId: next.listId, add: [man] });
    await signBoth(evening, next.listId);
    const leave = { stays: [{ stayId: man }], leaving: LEAVING, listId: next.listId };
    await evening.ward.call('discharges.commit', leave);
    expect(await standing(man)).toMatchObject({ standing: 'void', reason: 'record-changed' });
    const { papers } = await print(man);
    expect(papers[0]).toMatchObject({ subject: 'FC2022-000002', copy: 1 });
  });
});

describe('a certificate of who has left', () => {
  const onOrder = (stayId: StayId) =>
    evening.ward.call('discharges.commit', { stays: [{ stayId }], leaving: LEAVING });
  const refusedFor = async (stayId: StayId) =>
    (await evening.ward.refused('papers.prepare', { kind: 'certificate', stayIds: [stayId] })).code;

  it('is not for who left on a doctor’s word with a positive sample, and the page had said so before', async () => {
    const ill = evening.ids.ill as StayId;
    await sampled(evening.ward, ill, '2022-04-07 08:00', { orf: 20, n: 21 });
    const asked = { stayIds: [ill, man], leaving: LEAVING };
    const [before, fit] = await evening.ward.call('discharges.preview', asked);
    expect(before).toMatchObject({ problem: null, verdict: 'not-yet' });
    expect(before?.verdictWords?.en).toMatch(/positive/);
    expect(fit).toMatchObject({ problem: null, verdict: 'eligible', verdictWords: null });
    await onOrder(ill);
    expect(await refusedFor(ill)).toBe('certificate-not-due');
  });

  it('is not for who left severely ill, nor for who left eligible without a list', async () => {
    await evening.ward.call('rounds.record', {
      stayId: other,
      signs: { ...NO_SIGNS, spo2: 88, oxygen: 'air' },
      confirmed: ['spo2'],
    });
    const asked = { stayIds: [other], leaving: LEAVING };
    expect((await evening.ward.call('discharges.preview', asked))[0]).toMatchObject({ verdict: 'excluded' });
    for (const stayId of [other, man]) {
      await onOrder(stayId);
      expect(await refusedFor(stayId)).toBe('certificate-not-due');
    }
    const toHospital = { ...LEAVING, way: 'to-hospital', destination: '省医院' } as const;
    const ill = evening.ids.ill as StayId;
    expect(
      (await evening.ward.call('discharges.preview', { stayIds: [ill], leaving: toHospital }))[0],
    ).toMatchObject({ verdict: null, verdictWords: null });
  });

  it('is issued anew when the person left by another protocol than the one that it names', async () => {
    const { ward } = evening;
    await signBoth(evening, listId);
    await print(man);
    const { inForce, protocols } = await ward.call('protocols.list', {});
    const ninth = protocols.map(({ protocol }) => protocol).find(({ key }) => key === inForce.key);
    if (!ninth) throw new Error('no protocol in force');
    const edited = { ...ninth, fever: { ...ninth.fever, celsius: 37.5 } };
    const { key, version } = await ward.call('protocols.save', { protocol: edited });
    await ward.call(
      'protocols.choose',
      { key, version, expects: { gain: 0, lose: 0 } },
      { reason: '改体温标准' },
    );
    ward.at('2022-04-08 09:00');
    await ward.call('discharges.commit', { stays: [{ stayId: man }], leaving: LEAVING, listId });
    const { papers } = await print(man);
    expect(papers[0]).toMatchObject({ subject: 'FC2022-000002', copy: 1 });
    const rows = await ward.db.read.selectFrom('certificate').select('payload').orderBy('number').execute();
    expect(rows.map(({ payload }) => fieldsOf(payload)?.protocol)).toEqual([
      'ninth-edition@1',
      'ninth-edition@2',
    ]);
  });
});

describe('the list for the districts', () => {
  it('is one document for each district, without those who dropped off', async () => {
    await signBoth(evening, listId);
    evening.ward.at('2022-04-07 23:00');
    const read = async (district?: string) => {
      const input = { listId, madeBy: '李护士', ...(district === undefined ? {} : { district }) };
      return (await evening.ward.call('papers.listPages', input)).documents.map(({ html }) => textOf(html));
    };
    const all = await read();
    expect(all).toHaveLength(2);
    expect(all.filter((text) => text.includes('丁林宁'))).toHaveLength(1);
    expect(all.every((text) => text.includes('2022年4月8日') && !text.includes('未签署'))).toBe(true);
    await sampled(evening.ward, man, '2022-04-07 22:00', { orf: 28, n: 27 });
    const [only = '', ...others] = await read('船营区');
    expect(others).toEqual([]);
    expect(only).toContain('高敏');
    expect((await read()).join()).not.toContain('丁林宁');
    const refusal = await evening.ward.refused('papers.listPages', {
      ...{ listId, madeBy: '李护士' },
      district: '没有的区',
    });
    expect(refusal.code).toBe('list-empty');
  });

  it('says so when nobody has signed it', async () => {
    const { documents } = await evening.ward.call('papers.listPages', { listId, madeBy: '李护士' });
    expect(textOf(documents[0]?.html ?? '')).toContain('未签署 NOT SIGNED');
  });
});
