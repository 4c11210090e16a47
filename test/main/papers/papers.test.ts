import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, DIFFICULT, discharge, dischargeOnOrder, pagesOf, textOf } from './people.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard();
});
afterEach(() => ward.close());

const print = (kind: PaperKind, ...stayIds: StayId[]) => ward.call('papers.prepare', { kind, stayIds });

/** Written straight into the tables of the other features: their own acts have tests of their own. */
async function write(table: string, row: Record<string, unknown>): Promise<void> {
  const { seq } = await ward.db.read
    .selectFrom('act')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow();
  await ward.db.write
    .insertInto(table as 'observation')
    .values({ recorded_by: seq, ...row } as never)
    .execute();
}

const BED_OF = { male: 'A-01-0', female: 'B-01-0', unknown: null } as const;
const FAMILY_BED = 'C-01-01';

describe('papers of people with difficult names', () => {
  const withBed = DIFFICULT.map((details, i) => ({ details, i }));

  it.each(withBed)('says $details.name as it is on every paper', async ({ details, i }) => {
    const zone = BED_OF[(details.sex ?? 'unknown') as keyof typeof BED_OF];
    const bed = details.birthDate ? FAMILY_BED : zone && `${zone}${(i % 8) + 1}`;
    const stayId = await admit(ward, bed, details as never);
    await write('sample_label', { stay_id: stayId, barcode: 'FC220404000017' });
    const pages: string[] = [];
    for (const kind of ['wristband', 'sample-label', ...(bed ? (['bed-card'] as const) : [])] as const)
      pages.push(await pagesOf(ward, (await print(kind, stayId)).actId));
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    for (const kind of ['certificate', 'discharge-summary'] as const)
      pages.push(await pagesOf(ward, (await print(kind, stayId)).actId));
    for (const html of pages) {
      expect(textOf(html)).toContain((details.name ?? '').replace(/\s+/g, ' '));
      expect(html).not.toMatch(/<script/i);
      expect(html).not.toContain('undefined');
      expect(html).not.toContain('[object');
    }
  });

  it('says that a document is missing instead of leaving a gap', async () => {
    const stayId = await admit(ward, 'A-01-01', { name: '无证者', birthDate: null });
    ward.at('2022-04-08 09:00');
    await discharge(ward, stayId);
    const text = textOf(await pagesOf(ward, (await print('certificate', stayId)).actId));
    expect(text).toContain('号码未提供 number not given');
    expect(text).toContain('未提供 not given');
  });
});

describe('a wristband and a bed card', () => {
  it('carry the stay number, and the bed in large', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三' });
    const { stay } = await ward.call('stays.record', { stayId });
    const band = await pagesOf(ward, (await print('wristband', stayId)).actId);
    expect(textOf(band)).toContain(`住院号 Stay no. ${stay.number}`);
    expect(band).toMatch(/<img src="data:image\/svg\+xml;base64,/);
    const card = await pagesOf(ward, (await print('bed-card', stayId)).actId);
    expect(card).toMatch(/<div class="bed">A-01-03<\/div>/);
    expect(textOf(card)).toContain('A-01');
    expect(card).not.toContain('★');
  });

  it('show a key patient by a sign, not by the illness', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三', conditions: '2型糖尿病' });
    const card = textOf(await pagesOf(ward, (await print('bed-card', stayId)).actId));
    expect(card).toContain('★');
    expect(card).not.toContain('糖尿病');
  });

  it('are not for who has left, and there is no card without a bed', async () => {
    const waits = await admit(ward, null, { name: '等床' });
    expect((await ward.refused('papers.prepare', { kind: 'bed-card', stayIds: [waits] })).code).toBe(
      'has-no-bed',
    );
    expect(textOf(await pagesOf(ward, (await print('wristband', waits)).actId))).toContain('待床');
    ward.at('2022-04-08 09:00');
    await dischargeOnOrder(ward, waits);
    expect((await ward.refused('papers.prepare', { kind: 'wristband', stayIds: [waits] })).code).toBe(
      'not-in-house',
    );
  });
});

describe('sampling labels', () => {
  it('are one for each barcode that waits for its sample, and of these those that are named', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三' });
    expect((await ward.refused('papers.prepare', { kind: 'sample-label', stayIds: [stayId] })).code).toBe(
      'paper-no-label',
    );
    for (const barcode of ['T-0001', 'T-0002', 'T-0003'])
      await write('sample_label', { stay_id: stayId, barcode });
    await write('nat_sample', {
      stay_id: stayId,
      barcode: 'T-0001',
      sampled_at: ward.at('2022-04-05 06:00'),
      pooled: 0,
    });
    const { papers, actId } = await print('sample-label', stayId);
    expect(papers.map(({ subject }) => subject)).toEqual(['T-0002', 'T-0003']);
    expect(textOf(await pagesOf(ward, actId))).toMatch(/T-0002.*T-0003/);
    const again = await ward.call('papers.prepare', {
      kind: 'sample-label',
      stayIds: [stayId],
      barcodes: ['T-0003'],
    });
    expect(again.papers).toEqual([{ stayId, subject: 'T-0003', copy: 2 }]);
  });
});

describe('a discharge summary', () => {
  it('tells the stay: classification, tests, last and worst signs, treatment, leaving, advice', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三', conditions: '高血压' });
    const seen = [
      ['2022-04-05 08:00', 38.6, 91],
      ['2022-04-07 08:00', 36.5, 98],
    ] as const;
    for (const [at, temperature, spo2] of seen)
      await write('observation', {
        ...{ stay_id: stayId, taken_at: ward.at(at), temperature, spo2, oxygen: 'air', calm: 1, note: '' },
        symptoms: 'cough',
      });
    await write('nat_sample', {
      ...{ stay_id: stayId, barcode: 'T-1', pooled: 0 },
      sampled_at: ward.at('2022-04-07 06:00'),
    });
    await write('nat_result', {
      ...{ barcode: 'T-1', reported_at: null, outcome: 'negative', lab_file_id: null, lab_row: null },
      ...{ orf_reading: 'ct', orf_ct: 36.2, n_reading: 'not-detected', n_ct: null },
    });
    const order = '0190a6f0-0000-7000-8000-000000000001';
    await write('care_order', {
      ...{ order_id: order, stay_id: stayId, team: 'medical', kind: 'medicine', what: '连花清瘟', note: '' },
      ...{ every_hours: 8, stopped: 0, from_at: ward.at('2022-04-05 08:00'), to_at: null },
    });
    for (const due of ['2022-04-05 08:00', '2022-04-05 16:00'])
      await write('care_done', {
        ...{ order_id: order, stay_id: stayId, outcome: 'done', note: '' },
        ...{ due_at: ward.at(due), done_at: ward.at(due) },
      });
    ward.at('2022-04-08 09:00');
    expect(
      (await ward.refused('papers.prepare', { kind: 'discharge-summary', stayIds: [stayId] })).code,
    ).toBe('summary-not-due');
    await dischargeOnOrder(ward, stayId);
    const text = textOf(await pagesOf(ward, (await print('discharge-summary', stayId)).actId));
    for (const part of [
      '医嘱离院 on doctor’s order',
      '住院 4 天',
      '轻型 mild',
      '高血压',
      '36.5 ℃ 2022-04-07 08:00',
      '38.6 ℃ 2022-04-05 08:00',
      '98 %',
      '91 %',
      '咳嗽 cough',
      'T-1 Ct 36.2',
      '未检出 not detected',
      '连花清瘟 2',
      '居家健康监测 7 天',
    ])
      expect(text).toContain(part);
  });
});

describe('a referral summary', () => {
  it('is for whom a referral was requested, and says where to and why', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三', remarks: '青霉素过敏' });
    expect((await ward.refused('papers.prepare', { kind: 'referral-summary', stayIds: [stayId] })).code).toBe(
      'paper-no-referral',
    );
    await write('referral', {
      ...{ stay_id: stayId, referral_id: '0190a6f0-0000-7000-8000-000000000002', hospital: '省传染病医院' },
      ...{ reason: '血氧 91%', urgent: 1, hold_bed: 0, plate: '吉A·12345', contact: '王主任', note: '' },
      requested_at: ward.at('2022-04-05 10:00'),
    });
    const text = textOf(await pagesOf(ward, (await print('referral-summary', stayId)).actId));
    for (const part of ['省传染病医院', '血氧 91%', '紧急 URGENT', '吉A·12345', '王主任', '青霉素过敏'])
      expect(text).toContain(part);
  });
});

describe('a print', () => {
  it('is on record with its copy, in the history of the patient, and makes no screen stale', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三' });
    const before = (await ward.call('stays.record', { stayId })).stay.version;
    await print('wristband', stayId);
    await print('wristband', stayId);
    const { stay, history } = await ward.call('stays.record', { stayId });
    expect(stay.version).toBe(before);
    expect(history.map(({ procedure }) => procedure)).toEqual([
      'papers.prepare',
      'papers.prepare',
      'stays.admit',
    ]);
    const { papers } = await ward.call('papers.of', { stayId });
    const prints = papers.find(({ kind }) => kind === 'wristband')?.prints;
    expect(prints?.map(({ copy, who }) => `${copy} ${who}`)).toEqual(['2 李护士', '1 李护士']);
  });

  it('can be made again for a quarter of an hour; later it has to go on record again', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三' });
    const { actId } = await print('wristband', stayId);
    ward.at('2022-04-04 12:15');
    expect(await pagesOf(ward, actId)).toContain('张三');
    ward.at('2022-04-04 12:16');
    const refusal = await ward.refused('papers.pages', { actId });
    expect([refusal.code, refusal.params.minutes]).toEqual(['print-expired', '15']);
  });

  it('comes in portions, in the order in which it was asked for', async () => {
    const stays: StayId[] = [];
    for (let i = 1; i <= 7; i++) stays.push(await admit(ward, `A-01-0${i}`, { name: `患者${i}` }));
    const { actId } = await print('bed-card', ...stays.toReversed());
    const part = await ward.call('papers.pages', { actId, from: 2, count: 3 });
    expect(part.total).toBe(7);
    expect(part.documents.map(({ papers }) => papers)).toEqual([3]);
    expect(textOf(part.documents[0]?.html ?? '').match(/患者\d/g)).toEqual(['患者5', '患者4', '患者3']);
  });

  it('is refused where there is no such print', async () => {
    const stayId = await admit(ward, 'A-01-03', { name: '张三' });
    const { history } = await ward.call('stays.record', { stayId });
    const actId = history[0]?.actId as never;
    expect((await ward.refused('papers.pages', { actId })).code).toBe('no-such-print');
  });
});
