import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { createOtherDesk } from './other-router.ts';
import { admit, discharge, ON_ORDER, pagesOf, textOf } from './people.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const print = (stayIds: StayId[]) => ward.call('papers.prepare', { kind: 'certificate', stayIds });
const codeFrom = async (number: string): Promise<string> => {
  const row = await ward.db.read
    .selectFrom('certificate')
    .select(['payload', 'signature'])
    .where('number', '=', number)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return `FCD1.${row.payload}.${row.signature}`;
};
const check = async (number: string) =>
  ward.call('papers.checkCertificate', { payload: await codeFrom(number) });

describe('a release certificate', () => {
  it('is not to be had before the patient has left', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    const { code, params } = await ward.refused('papers.prepare', { kind: 'certificate', stayIds: [stayId] });
    expect([code, params.name]).toEqual(['certificate-not-due', '张三']);
    expect(await ward.db.read.selectFrom('certificate').selectAll().execute()).toEqual([]);
  });

  it('is not for who died, went to another hospital or left against advice', async () => {
    for (const [bed, way] of [
      ['A-01-01', 'died'],
      ['A-01-02', 'to-hospital'],
      ['A-01-03', 'against-advice'],
    ] as const) {
      ward.at('2022-04-04 12:00');
      const stayId = await admit(ward, bed, { name: '张三' });
      ward.at('2022-04-08 09:00');
      await ward.call('discharges.commit', {
        stays: [{ stayId }],
        leaving: { ...ON_ORDER, way, destination: '省医院' },
      });
      expect((await ward.refused('papers.prepare', { kind: 'certificate', stayIds: [stayId] })).code).toBe(
        'certificate-not-due',
      );
    }
  });

  it('says who, from when to when, by which protocol, and is valid', async () => {
    const stayId = await admit(ward, 'B-01-01', {
      name: '张三',
      sex: 'female',
      documentType: 'resident-id',
      documentNumber: '11010519491231002X',
      birthDate: '1949-12-31' as never,
    });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    const { actId, papers } = await print([stayId]);
    expect(papers).toEqual([{ stayId, subject: 'FC2022-000001', copy: 1 }]);
    const text = textOf(await pagesOf(ward, actId));
    for (const part of [
      '长春市体育场方舱医院',
      'FC2022-000001',
      '张三',
      '11010519491231002X',
      '72 岁',
      '2022年4月4日 至 2022年4月8日（4 天）',
      '2022-04-04 to 2022-04-08',
      '第九版',
      '2022-04-08 09:00',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('补打');
    expect(await check('FC2022-000001')).toMatchObject({
      verdict: 'valid',
      reason: null,
      fields: { name: '张三', number: 'FC2022-000001', from: '2022-04-04', to: '2022-04-08' },
    });
    const { keys } = await ward.call('papers.publicKey', {});
    expect(keys).toHaveLength(1);
    expect(keys[0]?.publicKey).toContain('BEGIN PUBLIC KEY');
    expect(JSON.stringify(keys)).not.toContain('PRIVATE');
  });

  it('keeps its number when printed again, and says that it is a reprint', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    await print([stayId]);
    const { actId, papers } = await print([stayId]);
    expect(papers).toEqual([{ stayId, subject: 'FC2022-000001', copy: 2 }]);
    expect(textOf(await pagesOf(ward, actId))).toContain('补打 第 2 份 Reprint, copy 2');
    const shown = await ward.call('papers.of', { stayId });
    expect(shown.certificate).toMatchObject({ number: 'FC2022-000001', standing: 'valid' });
    expect(shown.papers[0]?.prints.map(({ copy }) => copy)).toEqual([2, 1]);
  });

  it('is void once the discharge is taken back, and a later one has another number', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    ward.at('2022-04-08 09:00');
    const { actId } = await discharge(ward, stayId);
    await print([stayId]);
    await ward.call('acts.undo', { actId });
    // Back on the signed list of that day, and no longer once the day is over.
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'not-yet' });
    ward.at('2022-04-09 09:00');
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'void', reason: 'discharge-taken-back' });
    expect((await ward.call('papers.of', { stayId })).certificate).toMatchObject({ standing: 'void' });
    await discharge(ward, stayId);
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'void', reason: 'record-changed' });
    const { papers } = await print([stayId]);
    expect(papers).toEqual([{ stayId, subject: 'FC2022-000002', copy: 1 }]);
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'void', reason: 'replaced' });
    expect(await check('FC2022-000002')).toMatchObject({ verdict: 'valid' });
  });

  it('holds again when somebody is discharged again on the same day', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    ward.at('2022-04-08 09:00');
    const { actId } = await discharge(ward, stayId);
    await print([stayId]);
    await ward.call('acts.undo', { actId });
    ward.at('2022-04-08 10:00');
    await discharge(ward, stayId);
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'valid' });
  });

  it('is void when the name on it is corrected, and is then issued anew', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张山' });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    await print([stayId]);
    await ward.call('stays.correct', { stayId, details: { name: '张三' } });
    expect(await check('FC2022-000001')).toMatchObject({ verdict: 'void', reason: 'record-changed' });
    const { actId, papers } = await print([stayId]);
    expect(papers[0]?.subject).toBe('FC2022-000002');
    expect(textOf(await pagesOf(ward, actId))).toContain('张三');
  });

  it('begins again at 1 with the year of the hospital’s calendar', async () => {
    ward.at('2022-12-30 12:00');
    const first = await admit(ward, 'A-01-01', { name: '张三' });
    const second = await admit(ward, 'A-01-02', { name: '李四' });
    ward.at('2022-12-31 23:30');
    await discharge(ward, first, second);
    expect((await print([first])).papers[0]?.subject).toBe('FC2022-000001');
    ward.at('2023-01-01 00:30');
    expect((await print([second])).papers[0]?.subject).toBe('FC2023-000001');
  });

  it('names who gets none in a batch, and gives one to the others', async () => {
    const here = await admit(ward, 'A-01-01', { name: '还在' });
    const gone = await admit(ward, 'A-01-02', { name: '走了' });
    ward.at('2022-04-08 09:00');
    await discharge(ward, gone);
    const { papers, without } = await print([here, gone]);
    expect(papers.map(({ stayId }) => stayId)).toEqual([gone]);
    expect(without).toMatchObject([{ name: '还在', problem: { code: 'certificate-not-due' } }]);
  });

  it('has a number that no other has, whoever prints at the same moment', async () => {
    const stays: StayId[] = [];
    for (let i = 1; i <= 8; i++) stays.push(await admit(ward, `A-01-0${i}`, { name: `患者${i}` }));
    ward.at('2022-04-08 09:00');
    await discharge(ward, ...stays);
    const other = createOtherDesk(ward);
    await Promise.all(
      stays.map((stayId, i) =>
        i % 2 === 0
          ? print([stayId])
          : other.call('papers.prepare', { kind: 'certificate', stayIds: [stayId] }),
      ),
    );
    await other.close();
    const rows = await ward.db.read.selectFrom('certificate').select('number').orderBy('number').execute();
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: 8 }, (_, i) => `FC2022-00000${i + 1}`),
    );
    expect((await ward.call('papers.publicKey', {})).keys).toHaveLength(1);
  });

  it('is forged for whoever changes a letter, and unreadable where it is no certificate', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    await print([stayId]);
    const code = await codeFrom('FC2022-000001');
    const [, body = '', signature] = code.split('.');
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('张三', '李四'));
    expect(
      await ward.call('papers.checkCertificate', {
        payload: `FCD1.${forged.toString('base64url')}.${signature}`,
      }),
    ).toMatchObject({ verdict: 'forged' });
    expect(await ward.call('papers.checkCertificate', { payload: 'https://example.com' })).toMatchObject({
      verdict: 'unreadable',
      fields: null,
    });
  });

  it('cannot be taken back as an act: a print is on record', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '张三' });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    const { actId } = await print([stayId]);
    expect((await ward.refused('acts.undo', { actId })).code).toBe('cannot-undo');
  });
});
