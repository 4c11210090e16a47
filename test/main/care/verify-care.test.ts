import { expect, it } from 'vitest';
import type { CareOrderId, ReferralId } from '#shared/contract/values.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { openTestWard, someone } from '../../fixtures/ward.ts';

it('a file in which care contradicts the stay is found out', async () => {
  const ward = await openTestWard('small-20', '2022-04-05 15:00');
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name: '邹丽平' }),
    bedId: await ward.bed('A-01-01'),
    familyOf: null,
    convoyId: null,
  });
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  const at = ward.at('2022-04-05 16:00');
  const { seq } = await ward.db.read
    .selectFrom('act')
    .select('seq')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  const { write } = ward.db;
  await write.transaction().execute(async (tx) => {
    await tx
      .insertInto('referral')
      .values({
        ...{
          stay_id: stayId,
          referral_id: crypto.randomUUID() as ReferralId,
          hospital: '医院',
          reason: '发热',
        },
        ...{ urgent: 0, hold_bed: 0, plate: '', contact: '', note: '', requested_at: at, accepted_at: at },
        ...{ vehicle_at: at, left_at: at, arrived_at: null, cancelled_at: null, recorded_by: seq },
      })
      .execute();
    await tx
      .insertInto('care_done')
      .values({
        ...{ stay_id: stayId, order_id: crypto.randomUUID() as CareOrderId, due_at: at, done_at: at },
        ...{ outcome: 'done', note: '', recorded_by: seq },
      })
      .execute();
    await tx
      .insertInto('home_check')
      .values({
        ...{ stay_id: stayId, day: '2022-04-06' as LocalDate, temperature: null, symptoms: '', nat: 'none' },
        ...{ reached: 1, note: '', recorded_by: seq },
      })
      .execute();
  });
  const { problems } = await ward.call('ward.verify', {});
  expect(problems.map(({ check }) => check)).toEqual([
    'whoever left by a referral has left the ward',
    'what was ticked off had been ordered',
    'whoever is watched at home has left the ward',
    'the audit trail is whole',
  ]);
  await ward.close();
});
